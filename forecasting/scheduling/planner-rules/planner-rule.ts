/**
 * Rules that planners add to those of law and contract, as data of an instance (`plannerRules`).
 *
 * Each kind is one function in a file of its own. It looks at the rows of the people it judges and
 * reports every breach with its day and its size; the search and the check of a finished schedule
 * use the same function, so that a rule means one thing.
 */

/** Whom a rule judges: those who meet every condition given; without any, everybody. */
export interface RuleScope {
  readonly operators?: readonly string[]
  readonly contracts?: readonly string[]
  /** People with at least one of these skills. */
  readonly skills?: readonly string[]
}

interface RuleBase {
  readonly id: string
  readonly for: RuleScope
  /** Price of one unit of a breach, in agent-hours of pay; absent for a rule that must be kept. */
  readonly weight?: number
}

/** Least and most; a limit that is absent does not bind. */
export interface Limits {
  readonly min?: number
  readonly max?: number
}

/** How many shifts of some shapes a person works in each week, or in the whole period. */
export interface ShiftsOfKindRule extends RuleBase, Limits {
  readonly kind: 'shifts_of_kind'
  readonly shapes: readonly string[]
  readonly per: 'week' | 'period'
}

/** How many days in a row a person works once they work. */
export interface WorkingDaysInARowRule extends RuleBase, Limits {
  readonly kind: 'working_days_in_a_row'
}

/** How many days in a row a person is off once they are off. */
export interface DaysOffInARowRule extends RuleBase, Limits {
  readonly kind: 'days_off_in_a_row'
}

/** On how many weekends of the horizon a person works on the Saturday or the Sunday. */
export interface WeekendsWorkedRule extends RuleBase, Limits {
  readonly kind: 'weekends_worked'
}

/** Shapes that may not follow others on the next day. */
export interface ForbiddenSuccessionRule extends RuleBase {
  readonly kind: 'forbidden_succession'
  readonly first: readonly string[]
  readonly next: readonly string[]
}

/** By how much a person's starts may differ within a week. */
export interface StartSpreadRule extends RuleBase {
  readonly kind: 'start_spread'
  readonly maxMin: number
}

/** Shapes by week in turn: week `w` allows those of `cycle[(w + offsetWeeks) mod length]`. */
export interface RotationRule extends RuleBase {
  readonly kind: 'rotation'
  readonly cycle: readonly (readonly string[])[]
  readonly offsetWeeks: number
}

/** Whenever a person works, another one works beside them: a buddy, or a trainee's mentor. */
export interface WorksWithRule extends RuleBase {
  readonly kind: 'works_with'
  readonly other: string
  /** Least minutes of a shift of the person in which the other one is on shift too. */
  readonly minOverlapMin: number
}

/** How many of the people judged are on shift in a window of every day, as a senior every night. */
export interface PeopleOnShiftRule extends RuleBase, Limits {
  readonly kind: 'people_on_shift'
  /** Window as minutes of the day; an end before the start lies on the next day. */
  readonly fromMin: number
  readonly toMin: number
  /** A person counts with at least so many minutes of shift inside the window. */
  readonly minOverlapMin: number
  /** Days of the week, Monday is 0; all when absent. */
  readonly weekdays?: readonly number[]
  /** Counts those alone who work at the office, as a rule about its places does; everybody when absent. */
  readonly place?: 'office'
}

export type PlannerRule =
  | ShiftsOfKindRule
  | WorkingDaysInARowRule
  | DaysOffInARowRule
  | WeekendsWorkedRule
  | ForbiddenSuccessionRule
  | StartSpreadRule
  | RotationRule
  | WorksWithRule
  | PeopleOnShiftRule

export type PlannerRuleKind = PlannerRule['kind']

/** One person's row by day. */
export interface RowView {
  /** Minute of the day at which the shift of a day starts; negative on a day off. */
  readonly starts: Int32Array
  /** Index of the shift's shape; without meaning on a day off. */
  readonly shapes: Int32Array
  /** Days worked in a row up to the horizon. */
  readonly daysBefore: number
  /** 1 for a day whose shift is worked at home. */
  readonly isHome: Uint8Array
}

export interface ShapeFacts {
  readonly ids: readonly string[]
  readonly spanMinutes: Int32Array
  /** Where the gap of a split shift begins and how long it is, from the start of the shift; 0 without one. */
  readonly gapFrom: Int32Array
  readonly gapMinutes: Int32Array
}

/** Receives a breach: its day and by how many units the rule is broken. */
export type ReportBreach = (day: number, by: number) => void

export function isWorking({ starts }: RowView, day: number): boolean {
  return (starts[day] ?? -1) >= 0
}

/** True when the row has a shift of one of the shapes on the day. */
export function hasShape(
  row: RowView,
  day: number,
  { ids }: ShapeFacts,
  wanted: readonly string[],
): boolean {
  return isWorking(row, day) && wanted.includes(ids[row.shapes[day] as number] ?? '')
}

/** By how much a count is beyond its limits; 0 within them. */
export function beyond(count: number, { min = 0, max = Number.POSITIVE_INFINITY }: Limits): number {
  return Math.max(0, min - count, count - max)
}
