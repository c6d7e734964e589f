import {
  type CompetentShift,
  competenceGroups,
  type ServedQueue,
} from '../../simulation/competence-groups.ts'
import type { KeptRun } from '../../simulation/kept-run.ts'
import { type Roster, simulateRoster } from '../../simulation/simulate-roster.ts'
import type { Instance, Schedule } from '../instance.ts'
import type { WeekWait } from './week-wait.ts'

/** A queue of the centre as it is simulated beside the others, whose people it shares. */
export interface WaitingQueue {
  readonly skill: string
  readonly contacts: Roster['queues'][number]
  readonly served: ServedQueue
  /** Whether its callers are promised a wait, and count in the week's. */
  readonly isPromised: boolean
}

export interface WaitSimulation {
  /** The interval with which each day begins. */
  readonly dayStarts: readonly number[]
  readonly queues: readonly WaitingQueue[]
  readonly runs: number
  readonly seed: number
}

/** What callers of the promised queues meet together, and in each of them. */
export interface SimulatedWait extends WeekWait {
  readonly queues: readonly (Pick<WeekWait, 'asaSeconds' | 'lostShare'> & {
    readonly skill: string
  })[]
}

/**
 * What callers meet if a schedule is worked, call by call: people of several skills take whoever waits,
 * some stay away, and the volume is as doubtful as its forecast.
 *
 * @throws {RangeError} if a figure is out of its range
 */
export function simulatedWait(
  instance: Instance,
  schedule: Schedule,
  { dayStarts, queues, runs, seed }: WaitSimulation,
): SimulatedWait {
  const roster: Roster = {
    intervalSeconds: instance.intervalMin * 60,
    dayStarts,
    queues: queues.map(({ contacts }) => contacts),
    groups: competenceGroups(
      competentShifts(instance, schedule, queues),
      queues.map(({ served }) => served),
    ),
  }
  const kept = simulateRoster(roster, { runs, seed })
  const sums = queues.map((_, index) => sumsOf(kept, index))
  const promised = queues.flatMap(({ skill, isPromised }, index) => {
    const own = sums[index]
    return isPromised && own !== undefined ? [{ skill, own }] : []
  })
  const total = (key: keyof Sums): number => promised.reduce((sum, { own }) => sum + own[key], 0)
  const together: Sums = {
    offered: total('offered'),
    answered: total('answered'),
    abandoned: total('abandoned'),
    waitSeconds: total('waitSeconds'),
  }
  return {
    ...waitOf(together),
    waitHours: together.waitSeconds / 3600 / Math.max(1, kept.length),
    queues: promised.map(({ skill, own }) => ({ skill, ...waitOf(own) })),
  }
}

/** Shifts in seconds of the horizon; whoever is still on duty from before is there until they leave. */
function competentShifts(
  { operators, shapes }: Instance,
  { shifts }: Schedule,
  queues: readonly WaitingQueue[],
): CompetentShift[] {
  const spans = new Map(shapes.map(({ id, spanMin }) => [id, spanMin]))
  const indices = new Map(queues.map(({ skill }, index) => [skill, index]))
  const queuesOf = new Map(
    operators.map(({ id, skills }) => [
      id,
      skills.flatMap((skill) => indices.get(skill) ?? []).toSorted((a, b) => a - b),
    ]),
  )
  const before = operators
    .filter(({ history }) => history.lastShiftEnd > 0)
    .map(({ id, history }) => ({
      queues: queuesOf.get(id) ?? [],
      fromSeconds: 0,
      toSeconds: history.lastShiftEnd * 60,
      breaks: [],
    }))
  const planned = shifts.map(({ op, start, shape, breaks }) => ({
    queues: queuesOf.get(op) ?? [],
    fromSeconds: start * 60,
    toSeconds: (start + (spans.get(shape) ?? 0)) * 60,
    breaks: breaks.map((pause) => ({
      fromSeconds: pause.start * 60,
      toSeconds: (pause.start + pause.len) * 60,
    })),
  }))
  return [...before, ...planned]
}

interface Sums {
  readonly offered: number
  readonly answered: number
  readonly abandoned: number
  /** Of those who are answered. */
  readonly waitSeconds: number
}

function sumsOf(runs: readonly KeptRun[], index: number): Sums {
  const total = (key: keyof Sums): number =>
    runs.reduce((sum, run) => {
      for (let at = index; at < run[key].length; at += run.queues) sum += run[key][at] as number
      return sum
    }, 0)
  return {
    offered: total('offered'),
    answered: total('answered'),
    abandoned: total('abandoned'),
    waitSeconds: total('waitSeconds'),
  }
}

function waitOf({ offered, answered, abandoned, waitSeconds }: Sums) {
  if (offered === 0) return { asaSeconds: 0, lostShare: 0 }
  return {
    asaSeconds: answered === 0 ? Number.POSITIVE_INFINITY : waitSeconds / answered,
    lostShare: abandoned / offered,
  }
}
