import type { Traffic } from './draw-traffic.ts'
/**
 * One simulated day as a telephone system would tell of it: every call and every person by name, to the
 * second. The simulation of many days (`simulation-run.ts`) counts people in groups; here each is
 * somebody, who has breaks, and who goes home.
 */
import { EventHeap } from './event-heap.ts'

export interface RecordedPerson {
  readonly name: string
  /** Indices of the queues that they serve. */
  readonly queues: readonly number[]
  /** When they are there, ascending; whole seconds of the day, half-open. */
  readonly spans: readonly RecordedSpan[]
}

export interface RecordedSpan {
  readonly startSeconds: number
  readonly endSeconds: number
  readonly breaks: readonly {
    readonly startSeconds: number
    readonly endSeconds: number
    readonly reason: string
  }[]
}

/** What happens, in whole seconds of the day. */
export type RecordedEvent = { readonly atSeconds: number } & (
  | { readonly kind: 'join' | 'leave' | 'unpause'; readonly person: number }
  | { readonly kind: 'pause'; readonly person: number; readonly reason: string }
  | { readonly kind: 'enter'; readonly call: number; readonly queue: number }
  | {
      readonly kind: 'abandon'
      readonly call: number
      readonly queue: number
      readonly waitSeconds: number
    }
  | {
      readonly kind: 'connect'
      readonly call: number
      readonly queue: number
      readonly person: number
      readonly waitSeconds: number
    }
  | {
      readonly kind: 'complete'
      readonly call: number
      readonly queue: number
      readonly person: number
      readonly waitSeconds: number
      readonly talkSeconds: number
    }
)

/**
 * Plays a day: a call goes to whoever has been free longest, whoever becomes free takes the call that has
 * waited longest, and who is called away finishes the conversation first.
 *
 * @param traffic calls by time; their times are rounded to whole seconds
 * @returns events by time; every call that entered has been answered or lost at the end
 */
export function recordDay(traffic: Traffic, people: readonly RecordedPerson[]): RecordedEvent[] {
  return new Recording(traffic, people).play()
}

interface Somebody {
  isThere: boolean
  isPaused: boolean
  isBusy: boolean
  /** To go home when the conversation is over. */
  isLeaving: boolean
  idleSince: number
}

interface WaitingCall {
  readonly call: number
  readonly queue: number
  readonly enteredAt: number
  readonly leavesAt: number
  readonly work: number
}

/** What a code of the heap stands for: the change of a person, or the end of a call's wait or talk. */
type Due =
  | { readonly kind: 'join' | 'leave' | 'unpause'; readonly person: number }
  | { readonly kind: 'pause'; readonly person: number; readonly reason: string }
  | { readonly kind: 'giveUp'; readonly waiting: WaitingCall }
  | { readonly kind: 'done'; readonly waiting: WaitingCall; readonly person: number }

class Recording {
  private readonly traffic: Traffic
  private readonly people: readonly RecordedPerson[]
  private readonly state: readonly Somebody[]
  private readonly heap = new EventHeap(256)
  private readonly due: Due[] = []
  private readonly startedAt: number[] = []
  private readonly lines: WaitingCall[] = []
  private readonly events: RecordedEvent[] = []

  constructor(traffic: Traffic, people: readonly RecordedPerson[]) {
    this.traffic = traffic
    this.people = people
    this.state = people.map(() => ({
      isThere: false,
      isPaused: false,
      isBusy: false,
      isLeaving: false,
      idleSince: 0,
    }))
    for (const [person, { spans }] of people.entries()) {
      for (const span of spans) this.plan(person, span)
    }
  }

  play(): RecordedEvent[] {
    const { atSeconds, count } = this.traffic
    let call = 0
    for (;;) {
      const arrivalAt = call < count ? Math.floor(atSeconds[call] as number) : Infinity
      const dueAt = this.heap.nextTime()
      if (arrivalAt === Infinity && dueAt === Infinity) return this.events
      if (dueAt <= arrivalAt) this.occur(dueAt)
      else this.arrive(call++, arrivalAt)
    }
  }

  private plan(person: number, { startSeconds, endSeconds, breaks }: RecordedSpan): void {
    this.foresee(startSeconds, { kind: 'join', person })
    this.foresee(endSeconds, { kind: 'leave', person })
    for (const pause of breaks) {
      this.foresee(pause.startSeconds, { kind: 'pause', person, reason: pause.reason })
      this.foresee(pause.endSeconds, { kind: 'unpause', person })
    }
  }

  private foresee(atSeconds: number, due: Due): void {
    this.heap.push(atSeconds, this.due.push(due) - 1, 0)
  }

  private occur(now: number): void {
    const due = this.due[this.heap.nextCode()]
    this.heap.drop()
    if (due === undefined) return
    switch (due.kind) {
      case 'giveUp':
        this.giveUp(due.waiting, now)
        break
      case 'done':
        this.finish(due.waiting, due.person, now)
        break
      case 'pause':
        this.somebody(due.person).isPaused = true
        this.events.push({ atSeconds: now, ...due })
        break
      case 'unpause':
        this.somebody(due.person).isPaused = false
        this.events.push({ atSeconds: now, ...due })
        this.becomeFree(due.person, now)
        break
      case 'join':
        this.somebody(due.person).isThere = true
        this.events.push({ atSeconds: now, ...due })
        this.becomeFree(due.person, now)
        break
      case 'leave':
        this.leave(due.person, now)
        break
    }
  }

  private arrive(call: number, now: number): void {
    const { queue, work, patience } = this.traffic
    const waiting: WaitingCall = {
      call,
      queue: queue[call] as number,
      enteredAt: now,
      leavesAt: now + Math.max(1, Math.round(patience[call] as number)),
      work: Math.max(1, Math.round(work[call] as number)),
    }
    this.events.push({ atSeconds: now, kind: 'enter', call, queue: waiting.queue })
    const person = this.longestFree(waiting.queue)
    if (person >= 0) this.connect(waiting, person, now)
    else {
      this.lines.push(waiting)
      if (waiting.leavesAt < Infinity) this.foresee(waiting.leavesAt, { kind: 'giveUp', waiting })
    }
  }

  private longestFree(queue: number): number {
    let found = -1
    let since = Infinity
    for (const [person, { queues }] of this.people.entries()) {
      const { idleSince } = this.somebody(person)
      if (!this.isFree(person) || idleSince >= since || !queues.includes(queue)) continue
      found = person
      since = idleSince
    }
    return found
  }

  private connect(waiting: WaitingCall, person: number, now: number): void {
    this.somebody(person).isBusy = true
    this.startedAt[waiting.call] = now
    const { call, queue, enteredAt, work } = waiting
    const waitSeconds = now - enteredAt
    this.events.push({ atSeconds: now, kind: 'connect', call, queue, person, waitSeconds })
    this.foresee(now + work, { kind: 'done', waiting, person })
  }

  private finish(waiting: WaitingCall, person: number, now: number): void {
    const { call, queue, enteredAt } = waiting
    const startedAt = this.startedAt[call] ?? now
    this.events.push({
      atSeconds: now,
      kind: 'complete',
      call,
      queue,
      person,
      waitSeconds: startedAt - enteredAt,
      talkSeconds: now - startedAt,
    })
    const somebody = this.somebody(person)
    somebody.isBusy = false
    if (somebody.isLeaving) this.leave(person, now)
    else this.becomeFree(person, now)
  }

  private becomeFree(person: number, now: number): void {
    this.somebody(person).idleSince = now
    if (!this.isFree(person)) return
    const queues = this.people[person]?.queues ?? []
    const at = this.lines.findIndex(({ queue }) => queues.includes(queue))
    const [waiting] = at < 0 ? [] : this.lines.splice(at, 1)
    if (waiting !== undefined) this.connect(waiting, person, now)
  }

  private giveUp(waiting: WaitingCall, now: number): void {
    const at = this.lines.indexOf(waiting)
    if (at < 0) return
    this.lines.splice(at, 1)
    const { call, queue, enteredAt } = waiting
    const waitSeconds = now - enteredAt
    this.events.push({ atSeconds: now, kind: 'abandon', call, queue, waitSeconds })
  }

  private leave(person: number, now: number): void {
    const somebody = this.somebody(person)
    if (somebody.isBusy) {
      somebody.isLeaving = true
      return
    }
    somebody.isThere = false
    somebody.isPaused = false
    somebody.isLeaving = false
    this.events.push({ atSeconds: now, kind: 'leave', person })
  }

  private isFree(person: number): boolean {
    const { isThere, isPaused, isBusy, isLeaving } = this.somebody(person)
    return isThere && !isPaused && !isBusy && !isLeaving
  }

  private somebody(person: number): Somebody {
    const found = this.state[person]
    if (found === undefined) throw new RangeError(`there is no person ${person}`)
    return found
  }
}
