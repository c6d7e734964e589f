import { mulberry32, type Random } from '#forecasting/kernel/random.ts'
import { compileCentre } from '#forecasting/simulation/compiled-centre.ts'
import { drawTraffic } from '#forecasting/simulation/draw-traffic.ts'
import type {
  SimulatedCentre,
  SimulatedGroup,
  SimulatedQueue,
} from '#forecasting/simulation/simulated-centre.ts'
import { simulateRun } from '#forecasting/simulation/simulation-run.ts'

const INTERVALS = 48
const INTERVAL_SECONDS = 1800
const HANDLE_SECONDS = 300
const PATIENCE_SECONDS = 180

/**
 * Prints millions of calls a second of processor time, and how many times as many that is as a plain
 * simulation of one queue, with one object an event, does in the same run.
 */
export function benchSimulate(): Promise<void> {
  const plain = rate((seed) => plainDay(mulberry32(seed)))
  print('simulate', 'M calls/s', 'ratio')
  print('plain: one queue, 100 agents', plain.toFixed(2), '1.0')
  for (const [name, centre] of [
    ['one queue, 100 agents', oneQueue()],
    ['10 types, 20 groups, 260 agents', typesAndGroups()],
    ['20 types, 300 profiles, 600 agents', profiles()],
  ] as const) {
    const compiled = compileCentre(centre)
    const own = rate((seed) => {
      const traffic = drawTraffic(centre, mulberry32(seed))
      simulateRun(compiled, traffic, mulberry32(seed + 1))
      return traffic.count
    })
    print(name, own.toFixed(2), (own / plain).toFixed(1))
  }
  return Promise.resolve()
}

/** The fastest of several windows: what other work of the machine takes is not ours. */
const WINDOWS = 12
const WINDOW_MICROS = 250_000

/** Millions of calls a second of processor time. */
function rate(day: (seed: number) => number): number {
  for (let seed = 0; seed < 5; seed++) day(seed)
  const windows = Array.from({ length: WINDOWS }, (_, window) => {
    const before = process.cpuUsage()
    let calls = 0
    let micros = 0
    for (let seed = 1000 * window; micros < WINDOW_MICROS; seed++) {
      calls += day(seed)
      const { user, system } = process.cpuUsage(before)
      micros = user + system
    }
    return calls / micros
  })
  return Math.max(...windows)
}

function oneQueue(): SimulatedCentre {
  return centreOf([steady(100)], [groupOf([0], 100)])
}

function typesAndGroups(): SimulatedCentre {
  const queues = Array.from({ length: 10 }, () => steady(24))
  const alone = queues.map((_, index) => groupOf([index], 13))
  const several = queues.map((_, index) => groupOf([index, (index + 1) % 10, (index + 3) % 10], 13))
  return centreOf(queues, [...alone, ...several])
}

/** Two people of each competence profile, those with fewer competences first. */
function profiles(): SimulatedCentre {
  const random = mulberry32(5)
  const any = (): number => Math.floor(random() * 20)
  const groups = Array.from({ length: 300 }, () => {
    const count = 1 + Math.floor(random() * 4)
    return groupOf([...new Set(Array.from({ length: count }, any))], 2)
  })
  return centreOf(
    Array.from({ length: 20 }, () => steady(24)),
    groups.toSorted((a, b) => a.queues.length - b.queues.length),
  )
}

function steady(erlangs: number): SimulatedQueue {
  const contacts = (erlangs * INTERVAL_SECONDS) / HANDLE_SECONDS
  return {
    kind: 'call',
    contacts: Array.from({ length: INTERVALS }, () => contacts),
    handleSeconds: Array.from({ length: INTERVALS }, () => HANDLE_SECONDS),
    handleCv: 1,
    patienceSeconds: PATIENCE_SECONDS,
    redialShare: 0,
    redialSeconds: 600,
    thresholdSeconds: 20,
    priority: 0,
  }
}

function groupOf(queues: readonly number[], agents: number): SimulatedGroup {
  return { queues, levels: [{ atSeconds: 0, agents }], reserve: 0, chatSpeeds: [1] }
}

function centreOf(
  queues: readonly SimulatedQueue[],
  groups: readonly SimulatedGroup[],
): SimulatedCentre {
  return { intervalSeconds: INTERVAL_SECONDS, volumeCv: 0, queues, groups }
}

interface PlainEvent {
  readonly at: number
  readonly kind: 'arrive' | 'leave' | 'finish'
  readonly call: { isWaiting: boolean }
}

/** One queue as a textbook would: an object an event, in a sorted list. Answers with its calls. */
function plainDay(random: Random): number {
  const events: PlainEvent[] = []
  const schedule = (event: PlainEvent): void => {
    let low = 0
    for (let high = events.length; low < high;) {
      const middle = (low + high) >> 1
      if ((events[middle] as PlainEvent).at > event.at) low = middle + 1
      else high = middle
    }
    events.splice(low, 0, event)
  }
  const drawn = (mean: number): number => -mean * Math.log(1 - random())
  const line: PlainEvent['call'][] = []
  let [calls, free] = [0, 100]
  const serve = (at: number, call: PlainEvent['call']): void => {
    call.isWaiting = false
    schedule({ at: at + drawn(HANDLE_SECONDS), kind: 'finish', call })
  }
  schedule({ at: 0, kind: 'arrive', call: { isWaiting: false } })
  for (;;) {
    const event = events.pop() as PlainEvent
    if (event.at > INTERVALS * INTERVAL_SECONDS) return calls
    if (event.kind === 'arrive') {
      calls++
      const call = { isWaiting: false }
      schedule({ at: event.at + drawn(HANDLE_SECONDS / 100), kind: 'arrive', call })
      if (free > 0) {
        free--
        serve(event.at, call)
      } else {
        call.isWaiting = true
        line.push(call)
        schedule({ at: event.at + drawn(PATIENCE_SECONDS), kind: 'leave', call })
      }
    } else if (event.kind === 'leave') event.call.isWaiting = false
    else {
      let next = line.shift()
      while (next !== undefined && !next.isWaiting) next = line.shift()
      if (next === undefined) free++
      else serve(event.at, next)
    }
  }
}

function print(name: string, figure: string, ratio: string): void {
  process.stdout.write(`${name.padEnd(40)}${figure.padStart(12)}${ratio.padStart(8)}\n`)
}
