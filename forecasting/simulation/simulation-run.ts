/**
 * One run of a staffed centre, event by event.
 *
 * A contact asks the groups in their order and takes the first free person who may serve it, else it
 * waits. Whoever becomes free takes the waiting contact of the most urgent queue, of these the one
 * that has waited longest, and only then deferred work. Whoever is to go finishes the contact first.
 */
import type { Random } from '../kernel/random.ts'
import { ChatDesk } from './chat-desk.ts'
import type { CompiledCentre } from './compiled-centre.ts'
import { deskCodes } from './desk-codes.ts'
import { type Traffic, workDrawer } from './draw-traffic.ts'
import { EventHeap } from './event-heap.ts'
import { FreeGroups } from './free-groups.ts'
import { Redials } from './redials.ts'
import { emptyTally, RunRecorder, type RunTally } from './run-tally.ts'
import { type SimulatedQueue, thresholdOf } from './simulated-centre.ts'
import { WaitingLine } from './waiting-line.ts'

/**
 * Runs a centre once.
 *
 * @param random for what depends on the run: whether and when somebody tries again
 */
export function simulateRun(compiled: CompiledCentre, traffic: Traffic, random: Random): RunTally {
  return new SimulationRun(compiled, traffic, random).play()
}

class SimulationRun {
  private readonly compiled: CompiledCentre
  private readonly traffic: Traffic
  private readonly queues: readonly SimulatedQueue[]
  private readonly groupCount: number
  private readonly recorder: RunRecorder
  private readonly events: EventHeap
  private readonly free: FreeGroups
  private readonly lines: readonly WaitingLine[]
  private readonly desks: readonly (ChatDesk | undefined)[]
  /** Of each group with desks, the code of its first person; codes of persons follow the groups'. */
  private readonly deskCode: readonly number[]
  private readonly groupOfCode: Int32Array
  private readonly level: Int32Array
  private readonly busy: Int32Array
  private readonly touchedAt: Float64Array
  private readonly priority: Float64Array
  private readonly redials: Redials
  private readonly redialWork: readonly ((interval: number) => number)[]
  private readonly redialRandom: Random
  private interval = 0

  constructor(compiled: CompiledCentre, traffic: Traffic, random: Random) {
    const { queues, groups } = compiled.centre
    this.compiled = compiled
    this.traffic = traffic
    this.queues = queues
    this.groupCount = groups.length
    const { intervals } = compiled
    this.recorder = new RunRecorder(
      emptyTally({ intervals, queues: queues.length, groups: groups.length }),
      queues,
    )
    this.events = new EventHeap(256)
    this.lines = queues.map(() => new WaitingLine())
    this.free = new FreeGroups(compiled.centre)
    this.priority = Float64Array.from(queues, ({ priority }) => priority)
    this.desks = groups.map(({ chatSpeeds }, group) =>
      compiled.hasDesk[group] === true
        ? new ChatDesk(compiled.most[group] ?? 0, chatSpeeds)
        : undefined,
    )
    const codes = deskCodes(compiled)
    this.deskCode = codes.first
    this.groupOfCode = codes.groupOf
    this.level = new Int32Array(groups.length)
    this.busy = new Int32Array(groups.length)
    this.touchedAt = new Float64Array(groups.length)
    this.redials = new Redials(random)
    this.redialWork = queues.map((queue) => workDrawer(queue, random))
    this.redialRandom = random
  }

  play(): RunTally {
    const { atSeconds, queue, work, patience, count } = this.traffic
    const { changes } = this.compiled
    const { events } = this
    const endsAt = this.compiled.intervals * this.compiled.centre.intervalSeconds
    let arrival = 0
    let change = 0
    let arrivalAt = count === 0 ? Infinity : (atSeconds[0] as number)
    let changeAt = changes[0]?.atSeconds ?? endsAt
    for (;;) {
      const eventAt = events.nextTime()
      if (changeAt <= arrivalAt && changeAt <= eventAt) {
        if (changeAt >= endsAt) break
        this.change(change++)
        changeAt = changes[change]?.atSeconds ?? endsAt
      } else if (arrivalAt < eventAt) {
        this.arrive(
          queue[arrival] as number,
          arrivalAt,
          work[arrival] as number,
          patience[arrival] as number,
        )
        arrival++
        arrivalAt = arrival < count ? (atSeconds[arrival] as number) : Infinity
      } else this.occur(eventAt)
    }
    this.close(endsAt)
    return this.recorder.tally
  }

  private arrive(queue: number, now: number, work: number, patience: number): void {
    this.recorder.arrived(this.interval, queue)
    const group = this.free.first(queue)
    if (group < 0) {
      this.wait(queue, now, work, patience)
      return
    }
    this.start(group, queue, now, work)
    this.recorder.answeredAtOnce(this.interval, queue)
  }

  private wait(queue: number, now: number, work: number, patience: number): void {
    const settings = this.queues[queue] as SimulatedQueue
    const redial = patience === Infinity ? -1 : this.redials.register(queue, settings)
    const leavesAt = now + patience
    const { interval } = this
    ;(this.lines[queue] as WaitingLine).push({ arrivedAt: now, leavesAt, work, interval, redial })
    if (redial >= 0) this.events.push(leavesAt + this.redials.pause(settings), -1 - redial, 0)
  }

  private start(group: number, queue: number, now: number, work: number): void {
    this.touch(group, now)
    const desk = this.desks[group]
    if (desk === undefined) {
      this.busy[group] = (this.busy[group] as number) + 1
      this.events.push(now + work, group, 0)
    } else {
      this.foresee(group, desk, desk.start(now, work, !this.free.isChat(queue)))
    }
    this.showFree(group)
  }

  private foresee(group: number, desk: ChatDesk, person: number): void {
    const doneAt = desk.nextDone(person)
    if (doneAt === Infinity) return
    this.events.push(doneAt, (this.deskCode[group] as number) + person, desk.versionOf(person))
  }

  /** Something that was foreseen: a contact ends, or somebody tries again. */
  private occur(now: number): void {
    const { events } = this
    const code = events.nextCode()
    const version = events.nextVersion()
    events.drop()
    if (code < 0) this.redial(-1 - code, now)
    else if (code < this.groupCount) {
      this.touch(code, now)
      this.busy[code] = (this.busy[code] as number) - 1
      this.fill(code, now)
    } else this.finishAtDesk(code, version, now)
  }

  private finishAtDesk(code: number, version: number, now: number): void {
    const group = this.groupOfCode[code] as number
    const desk = this.desks[group] as ChatDesk
    const person = code - (this.deskCode[group] as number)
    // Their chats have changed since: another event is foreseen for them.
    if (desk.versionOf(person) !== version) return
    this.touch(group, now)
    desk.finish(person, now)
    this.foresee(group, desk, person)
    this.fill(group, now)
  }

  private redial(redial: number, now: number): void {
    const queue = this.redials.due(redial)
    if (queue < 0) return
    this.recorder.triedAgain(this.interval, queue)
    const { patienceSeconds } = this.queues[queue] as SimulatedQueue
    const work = (this.redialWork[queue] as (interval: number) => number)(this.interval)
    this.arrive(queue, now, work, -patienceSeconds * Math.log(1 - this.redialRandom()))
  }

  /** Gives the free people of a group what waits. */
  private fill(group: number, now: number): void {
    for (;;) {
      const queue = this.nextFor(group, now)
      if (queue < 0) break
      this.answer(group, queue, now)
    }
    this.showFree(group)
  }

  private answer(group: number, queue: number, now: number): void {
    const line = this.lines[queue] as WaitingLine
    this.recorder.answeredAfter(line.headInterval(), queue, now - line.headArrivedAt())
    const work = line.headWork()
    this.redials.answer(line.headRedial())
    line.drop()
    this.start(group, queue, now, work)
  }

  /** The queue whose first contact somebody of the group should take; -1 if there is none. */
  private nextFor(group: number, now: number): number {
    const idle = this.idleOf(group)
    if (idle <= 0 && !this.takesChat(group, idle)) return -1
    const live = this.compiled.live[group] as readonly number[]
    let next = -1
    let longest = Infinity
    let urgent = Infinity
    for (let i = 0; i < live.length; i++) {
      const queue = live[i] as number
      const priority = this.priority[queue] as number
      if (priority > urgent) break
      if (idle <= 0 && !this.free.isChat(queue)) continue
      const arrivedAt = this.firstArrival(queue, now)
      if (arrivedAt >= longest) continue
      next = queue
      longest = arrivedAt
      urgent = priority
    }
    if (next >= 0 || !this.free.hasSpare(group, idle)) return next
    return this.nextDeferred(group, now)
  }

  private nextDeferred(group: number, now: number): number {
    let next = -1
    let earliest = Infinity
    for (const queue of this.compiled.deferred[group] as readonly number[]) {
      const arrivedAt = this.firstArrival(queue, now)
      if (arrivedAt === Infinity) continue
      const arrivedIn = (this.lines[queue] as WaitingLine).headInterval()
      const due = arrivedAt + thresholdOf(this.queues[queue] as SimulatedQueue, arrivedIn)
      if (due >= earliest) continue
      next = queue
      earliest = due
    }
    return next
  }

  /** Arrival of the first who has not given up; Infinity if nobody waits. */
  private firstArrival(queue: number, now: number): number {
    const line = this.lines[queue] as WaitingLine
    while (line.length > 0 && line.headLeavesAt() <= now) this.giveUp(line, queue)
    return line.length === 0 ? Infinity : line.headArrivedAt()
  }

  private giveUp(line: WaitingLine, queue: number): void {
    this.recorder.gaveUpAfter(
      line.headInterval(),
      queue,
      line.headLeavesAt() - line.headArrivedAt(),
    )
    line.drop()
  }

  private idleOf(group: number): number {
    const desk = this.desks[group]
    return desk === undefined
      ? (this.level[group] as number) - (this.busy[group] as number)
      : desk.idle()
  }

  private takesChat(group: number, idle: number): boolean {
    return idle > 0 || this.desks[group]?.acceptsChat() === true
  }

  private showFree(group: number): void {
    const idle = this.idleOf(group)
    this.free.show(group, idle, this.takesChat(group, idle))
  }

  private change(index: number): void {
    const change = this.compiled.changes[index]
    if (change === undefined) return
    const { group, atSeconds, agents } = change
    if (group < 0) {
      this.touchAll(atSeconds)
      this.interval++
      return
    }
    this.touch(group, atSeconds)
    this.level[group] = agents
    this.desks[group]?.setLevel(agents)
    this.fill(group, atSeconds)
  }

  /** Adds the time since the last change of a group to its interval. */
  private touch(group: number, now: number): void {
    const passed = now - (this.touchedAt[group] as number)
    if (passed === 0) return
    this.touchedAt[group] = now
    const desk = this.desks[group]
    const busy = desk === undefined ? (this.busy[group] as number) : desk.busy
    const there = desk === undefined ? Math.max(this.level[group] as number, busy) : desk.present
    const cell = this.interval * this.groupCount + group
    this.recorder.passed(cell, passed * there, passed * busy)
    this.recorder.held(cell, passed * (desk === undefined ? busy : desk.contacts))
  }

  private touchAll(now: number): void {
    for (let group = 0; group < this.groupCount; group++) this.touch(group, now)
  }

  /** Those who gave up in the line are counted; those who still wait are neither answered nor lost. */
  private close(endsAt: number): void {
    this.touchAll(endsAt)
    this.lines.forEach((line, queue) => {
      while (line.length > 0) {
        if (line.headLeavesAt() <= endsAt) {
          this.giveUp(line, queue)
          continue
        }
        this.recorder.endedAfter(line.headInterval(), queue, endsAt - line.headArrivedAt())
        line.drop()
      }
    })
  }
}
