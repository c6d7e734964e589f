/**
 * The scheduling problem, format `wfm-instance/1`, and its answer, format `wfm-schedule/1`.
 *
 * All times are whole minutes. Minute 0 is 00:00 of day 0, which is a Monday; week `w` holds the
 * days `7w` to `7w + 6`. The horizon is `[0, days × 1440)`. Minutes here are minutes of the
 * centre's own wall clock: whoever builds an instance maps instants to it and back.
 *
 * What a caller who builds an instance must give:
 * - every skill's demand for each interval of the horizon, in agents (fractions allowed);
 * - shapes whose breaks can be placed within the meal law of `rules`;
 * - for each operator the end of the last shift before the horizon and the days and nights worked
 *   in a row up to it, because rest and runs cross the start of the horizon;
 * - locks for cells that are already agreed. Everything else is free.
 */

import type { PlannerRule } from './planner-rules/planner-rule.ts'

export const MINUTES_PER_DAY = 1440
export const DAYS_PER_WEEK = 7
export const MINUTES_PER_WEEK = 10_080
/** Breaks start on this grid of the wall clock, whatever the interval of the demand. */
export const BREAK_GRID_MINUTES = 15

/**
 * `personal`: due to one person by law, beside those of the shape (`PersonalBreaks`). `gap`: between the two
 * parts of a split shift (Labour Code, art. 72); nobody works in it, and it is not paid.
 */
export type BreakKind = 'meal' | 'rest' | 'personal' | 'gap'

/** A skill and the price of being short of it, relative to the other skills. */
export interface Skill {
  readonly id: string
  readonly underWeight: number
}

/** A break that a shift of the shape must contain once. */
export interface ShapeBreak {
  readonly kind: BreakKind
  readonly lenMin: number
  readonly paid: boolean
  /** The break starts at an offset from the start of the shift within `[fromMin, toMin]`. */
  readonly fromMin: number
  readonly toMin: number
}

/** A kind of shift: how long, with which breaks, and at which times of day it may start. */
export interface Shape {
  readonly id: string
  readonly spanMin: number
  readonly paidMin: number
  readonly startFromMin: number
  readonly startToMin: number
  readonly startStepMin: number
  readonly breaks: readonly ShapeBreak[]
}

export interface Contract {
  readonly id: string
  readonly shapes: readonly string[]
  readonly dayMaxPaidMin: number
  readonly weekMaxPaidMin: number
  readonly periodTargetPaidMin: number
  readonly periodMaxPaidMin: number
  /** Days of a calendar week on which a shift may start; as many as there are when absent. */
  readonly weekMaxDays?: number
  readonly maxConsecDays: number
  readonly maxConsecNights: number
  readonly minRestMin: number
  /** Longest free stretch that every full calendar week must contain. */
  readonly weeklyRestMin: number
  readonly costPerHour: number
  readonly otMult: number
  /** Whether shifts in two parts may be given. */
  readonly splitShifts?: boolean
}

/** What came before day 0. A `lastShiftEnd` after 0 means: still on duty until then. */
export interface History {
  readonly lastShiftEnd: number
  readonly consecDays: number
  readonly consecNights: number
}

export interface Preferences {
  readonly daysOff: readonly { readonly day: number; readonly weight: number }[]
  /** Wished start of a shift as minutes of the day, both ends included. */
  readonly start: {
    readonly fromMin: number
    readonly toMin: number
    readonly weight: number
  } | null
}

/**
 * Paid breaks that the law gives one person in every shift, beside those of its shape (Labour Code,
 * art. 82(3)–(5)). They are working time off the phone, and need no work around them.
 */
export interface PersonalBreaks {
  /** Least length of each. */
  readonly lenMin: number
  /** Work that may pass without one: since the shift's start, between two, until its end. */
  readonly everyMin: number
  /** Where they are put together, as the person asks; `none` spreads them over the shift. */
  readonly joinedTo: 'none' | 'meal' | 'start' | 'end'
}

/** What some weeks of the horizon may hold together, such as those of one accounting period. */
export interface WeeksMaximum {
  readonly fromWeek: number
  /** The first week that does not belong to them. */
  readonly toWeek: number
  readonly maxPaidMin: number
}

/** Days of the horizon on which one contract is in force, where it changes within the horizon. */
export interface ContractDays {
  readonly fromDay: number
  /** The first day that does not belong to them. */
  readonly toDay: number
  /** Id of the contract. */
  readonly contract: string
}

export interface Operator {
  readonly id: string
  readonly skills: readonly string[]
  readonly contract: string
  /**
   * Which contract says on a day what may be worked on it: shapes, hours of the day, working days of the week.
   * All that reaches over days, such as rest and runs, stays with `contract`.
   */
  readonly contractDays?: readonly ContractDays[]
  /** True: no minute of work between `nightFromMin` and `nightToMin`. */
  readonly nightBan: boolean
  readonly history: History
  readonly leaveDays: readonly number[]
  /** Days whose shifts are worked at home; rules about places at the office do not count them. */
  readonly homeDays?: readonly number[]
  /** Half-open spans of minutes in which the operator cannot be on shift. */
  readonly unavailable: readonly (readonly [number, number])[]
  readonly prefs: Preferences
  /** Own value instead of the contract's, usually lowered by leave. */
  readonly periodTargetPaidMin?: number
  readonly periodMaxPaidMin?: number
  /** Paid minutes of each calendar week of the horizon, where they are fewer than the contract's. */
  readonly weekMaxPaidMin?: readonly number[]
  /**
   * Paid minutes of a day that a search stays within where the contract has a shape so short: no rule, but
   * more of it is a warning elsewhere.
   */
  readonly dayPreferredMaxPaidMin?: number
  /** Only shapes that have these breaks may be given. */
  readonly personalBreaks?: PersonalBreaks
  /** Beside the maximum of the whole period, where it is not one period to the law. */
  readonly weeksMaxPaidMin?: readonly WeeksMaximum[]
}

/** A cell that is decided: the operator is off that day, or works exactly this shift. */
export type Lock =
  | { readonly op: string; readonly day: number; readonly off: true }
  | {
      readonly op: string
      readonly day: number
      readonly start: number
      readonly shape: string
    }

export interface InstanceRules {
  readonly nightFromMin: number
  readonly nightToMin: number
  readonly mealEarliestMin: number
  readonly mealLatestMin: number
  readonly mealMinLenMin: number
  readonly mealMaxLenMin: number
  readonly mealRequiredFromSpanMin: number
  readonly minWorkBetweenBreaksMin: number
  readonly nightShiftMinOverlapMin: number
}

/** Prices of the objective; the unit is the cost of one agent-hour at `costPerHour` 1. */
export interface Weights {
  /** Share of the demand that counts as critical, 0..1. */
  readonly critShare: number
  readonly underCrit: number
  readonly underRest: number
  readonly idle: number
  readonly pay: number
  readonly nightPremium: number
  readonly shortfall: number
  readonly fairNight: number
  readonly fairWeekend: number
  readonly startVarPerHour: number
  readonly startVarFreeMin: number
}

export interface Instance {
  readonly format: 'wfm-instance/1'
  readonly name: string
  readonly intervalMin: number
  readonly days: number
  readonly skills: readonly Skill[]
  /** Agents required in each interval, by skill id. */
  readonly demand: Readonly<Record<string, readonly number[]>>
  readonly shapes: readonly Shape[]
  readonly contracts: readonly Contract[]
  readonly operators: readonly Operator[]
  readonly locks: readonly Lock[]
  readonly rules: InstanceRules
  readonly weights: Weights
  /** Prices of shortage that differ by interval; without them `weights` and `underWeight` decide. */
  readonly demandSteps?: readonly DemandStep[]
  /** Rules that planners add; none when absent. */
  readonly plannerRules?: readonly PlannerRule[]
}

/**
 * A part of one skill's demand that has its own price: together the steps are the slopes of a cost that
 * is convex in agents, such as that of waiting (`wait/wait-steps.ts`). The agents of a skill's steps add
 * up to its demand.
 */
export interface DemandStep {
  readonly skill: string
  /** Price of an agent-hour of shortage. */
  readonly price: number
  /** Agents of the step in each interval. */
  readonly agents: readonly number[]
}

/** A break of a planned shift, in absolute minutes. */
export interface PlannedBreak {
  readonly kind: BreakKind
  readonly start: number
  readonly len: number
}

/** A shift of a named person, in absolute minutes. */
export interface Shift {
  readonly op: string
  readonly start: number
  readonly shape: string
  readonly breaks: readonly PlannedBreak[]
}

export interface Schedule {
  readonly format: 'wfm-schedule/1'
  readonly instance: string
  readonly shifts: readonly Shift[]
}

/** Meals and the gap of a split shift are no working time. */
export function isUnpaid({ kind }: { readonly kind: BreakKind }): boolean {
  return kind === 'meal' || kind === 'gap'
}

/** Paid minutes an operator should reach in the period: their own value, else the contract's. */
export function periodTargetOf(operator: Operator, contract: Contract): number {
  return operator.periodTargetPaidMin ?? contract.periodTargetPaidMin
}

/** The contract that says what may be worked on a day. */
export function contractOfDay(
  { contractDays }: Pick<Operator, 'contractDays'>,
  contract: Contract,
  day: number,
  contracts: readonly Contract[],
): Contract {
  const own = contractDays?.find(({ fromDay, toDay }) => day >= fromDay && day < toDay)
  return own === undefined
    ? contract
    : (contracts.find(({ id }) => id === own.contract) ?? contract)
}

/** Days of a week, from 0, that an operator may work at most: the fewest of the contracts in force in it. */
export function weekDaysMaximumOf(
  operator: Pick<Operator, 'contractDays'>,
  contract: Contract,
  week: number,
  contracts: readonly Contract[],
): number {
  if (operator.contractDays === undefined) return contract.weekMaxDays ?? DAYS_PER_WEEK
  const days = Array.from({ length: DAYS_PER_WEEK }, (_, day) => week * DAYS_PER_WEEK + day)
  return Math.min(
    ...days.map(
      (day) => contractOfDay(operator, contract, day, contracts).weekMaxDays ?? DAYS_PER_WEEK,
    ),
  )
}

/** Paid minutes an operator may not exceed in a calendar week of the horizon, from 0. */
export function weekMaximumOf(operator: Operator, contract: Contract, week: number): number {
  return Math.min(contract.weekMaxPaidMin, operator.weekMaxPaidMin?.[week] ?? Infinity)
}

/** Paid minutes an operator may not exceed: leave lowers the contract's maximum as it does the target. */
export function periodMaximumOf(operator: Operator, contract: Contract): number {
  if (operator.periodMaxPaidMin !== undefined) return operator.periodMaxPaidMin
  const lowered = contract.periodTargetPaidMin - periodTargetOf(operator, contract)
  return contract.periodMaxPaidMin - lowered
}
