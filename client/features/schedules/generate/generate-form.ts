import type { paths } from '../../../api/schema.d.ts'
import { addDate } from '../calendar-date.ts'
import { type Requirement, requirementFor } from '../versions/schedule-versions.ts'

/** An order for a schedule, as the API takes it. */
export type ScheduleOrder =
  paths['/api/v1/schedules']['post']['requestBody']['content']['application/json']

/** How long the search may go on: what a planner chooses in words. */
export const EFFORTS = {
  quick: 15,
  good: 60,
  best: 300,
} as const satisfies Readonly<Record<string, number>>

export type Effort = keyof typeof EFFORTS

export interface GenerateWish {
  /** A Monday. */
  readonly fromDate: string
  /** 1..6 */
  readonly weeks: number
  readonly effort: Effort
  readonly keepLocked: boolean
  /** Only where the promise counts over the week: what it does not need stays unplanned. */
  readonly leaveSpare: boolean
  /** The same seed and the same data give the same schedule. */
  readonly seed: number
}

/** Lengths, in weeks, that some requirement covers whole from a Monday on. */
export function possibleLengths(
  fromDate: string,
  requirements: readonly Requirement[],
): readonly number[] {
  return [1, 2, 3, 4, 5, 6].filter(
    (weeks) => requirementFor(requirements, spanOf(fromDate, weeks)) !== undefined,
  )
}

/** The newest requirement that covers the week from a Monday on. */
export function requirementOfWeek(
  fromDate: string,
  requirements: readonly Requirement[],
): Requirement | undefined {
  return requirementFor(requirements, spanOf(fromDate, 1))
}

/** Whether the promise counts over the weeks together, so that the schedule is made by what callers wait. */
export function isMadeByWait(wish: GenerateWish, requirements: readonly Requirement[]): boolean {
  return requirementFor(requirements, spanOf(wish.fromDate, wish.weeks))?.goal === 'period'
}

/**
 * The order for the server; null when no requirement covers the weeks.
 *
 * @param lockedIn the schedule whose locked shifts may be kept
 */
export function toOrder(
  wish: GenerateWish,
  requirements: readonly Requirement[],
  lockedIn: string | null,
): ScheduleOrder | null {
  const requirement = requirementFor(requirements, spanOf(wish.fromDate, wish.weeks))
  if (requirement === undefined) return null
  return {
    requirementId: requirement.id,
    fromDate: wish.fromDate,
    days: (wish.weeks * 7) as ScheduleOrder['days'],
    seed: wish.seed,
    timeLimitSeconds: EFFORTS[wish.effort],
    ...(wish.leaveSpare && requirement.goal === 'period' ? { leaveSpareHours: true } : {}),
    ...(wish.keepLocked && lockedIn !== null ? { keepLockedOf: lockedIn } : {}),
  }
}

function spanOf(fromDate: string, weeks: number) {
  return { fromDate, toDate: addDate(fromDate, weeks * 7) }
}
