import type { EpochMs } from '../kernel/units.ts'
import { leastForPeriod, type PeriodGoal, type PeriodInterval } from './period-goal.ts'
import type { StaffingModel } from './staffing-model.ts'
import type { StaffingTargets } from './staffing-targets.ts'

const WEEK_MS = 7 * 86_400_000

/** Nobody waits longer than this on average, or loses more, in an interval of a kept week. */
const INTERVAL_ASA_FACTOR = 5
const INTERVAL_ABANDON_SHARE = 0.4

/** An interval with contacts. */
export interface ModelledInterval {
  readonly startMs: EpochMs
  readonly contacts: number
  readonly model: StaffingModel
}

/**
 * Agents that keep the promised wait and lost share over each week together, counted from the first
 * interval. The cap on occupancy and a far wider wait hold in every interval all the same.
 *
 * @returns one figure an interval
 */
export function periodAgents(
  intervals: readonly ModelledInterval[],
  targets: StaffingTargets,
): number[] {
  const goal: PeriodGoal = {
    asaSeconds: targets.asaSeconds ?? Infinity,
    abandonShare: targets.abandonShare ?? 1,
  }
  const first = intervals[0]?.startMs ?? 0
  const weeks = Map.groupBy(intervals, ({ startMs }) => Math.floor((startMs - first) / WEEK_MS))
  return [...weeks.values()].flatMap((week) =>
    leastForPeriod(
      week.map(({ contacts, model }): PeriodInterval => ({
        contacts,
        floor: model.least(floorOf(targets)).agents,
        evaluate: model.evaluate,
      })),
      goal,
    ),
  )
}

function floorOf({ asaSeconds, abandonShare, maxOccupancy }: StaffingTargets): StaffingTargets {
  return {
    ...(asaSeconds === undefined ? {} : { asaSeconds: asaSeconds * INTERVAL_ASA_FACTOR }),
    abandonShare: Math.max(INTERVAL_ABANDON_SHARE, abandonShare ?? 0),
    ...(maxOccupancy === undefined ? {} : { maxOccupancy }),
  }
}
