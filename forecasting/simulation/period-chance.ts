import type { Random } from '../kernel/random.ts'
import { addSums, isKept, type PromiseSums, type Spread, spreadOf } from './roster-outcomes.ts'

/** A period that is partly over: what has happened, and how many days are still to come. */
export interface PeriodAhead {
  readonly soFar: PromiseSums
  /**
   * The weeks to come, each as the places of its days in the simulated week: a whole one is
   * `[0, 1, …, 6]`, one that begins on a Thursday `[3, 4, 5, 6]`.
   */
  readonly weeks: readonly (readonly number[])[]
}

export interface PeriodOutcome {
  /** Share of the drawn periods that keep the promise, 0..1. */
  readonly keptChance: number
  readonly asaSeconds: Spread
  readonly abandonShare: Spread
}

/** Error of a chance of one half: about one per cent. */
const DRAWN_PERIODS = 2000

/**
 * How likely a period keeps its promise, if the weeks to come are like a simulated one: each of them
 * is a run drawn with replacement, so that a week's days stay together.
 *
 * @param weekRuns of each run, the sums of the seven days of a week; several weeks one after the other
 */
export function periodOutcome(
  weekRuns: readonly (readonly PromiseSums[])[],
  { soFar, weeks }: PeriodAhead,
  random: Random,
): PeriodOutcome {
  const drawn = Array.from({ length: DRAWN_PERIODS }, () =>
    weeks.reduce((sums, days) => {
      const week = weekRuns[Math.floor(random() * weekRuns.length)] ?? []
      return days.reduce((all, day) => {
        const one = week[day]
        return one === undefined ? all : addSums(all, one)
      }, sums)
    }, soFar),
  )
  return {
    keptChance: drawn.filter(isKept).length / drawn.length,
    asaSeconds: spreadOf(
      drawn.map(({ waitSeconds }) => waitSeconds),
      drawn.map(({ answered }) => answered),
    ),
    abandonShare: spreadOf(
      drawn.map(({ abandoned }) => abandoned),
      drawn.map(({ offered }) => offered),
    ),
  }
}
