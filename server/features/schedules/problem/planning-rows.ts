import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { EpochMs, OperatorId, QueueId } from '#forecasting/kernel/units.ts'
import type { Break, Text3 } from '#server/platform/db/column-types.ts'

import type { SpecialDay } from '../../calendar/calendar.service.ts'
import type { SchedulingLimits } from '../../operators/personal-records.service.ts'
import type { RemoteSpan } from '../../operators/work-at-home.ts'
import type { RuleInForce } from '../../planner-rules/planner-rules.service.ts'

/** What the database knows of a centre when a schedule is built, before it is a problem to solve. */
export interface PlanningRows {
  readonly timezone: string
  readonly intervalMinutes: number
  readonly weights: Readonly<Record<string, number>>
  readonly queues: readonly PlanningQueue[]
  readonly shapes: readonly PlanningShape[]
  readonly contracts: readonly PlanningContract[]
  readonly operators: readonly PlanningOperator[]
  readonly absences: readonly PlanningAbsence[]
  readonly unavailabilities: readonly PlanningUnavailability[]
  readonly preferences: readonly PlanningPreference[]
  /** Hours that people work elsewhere. */
  readonly secondJobs: readonly PlanningSecondJob[]
  /** When people work from afar; spans of one person do not overlap. */
  readonly remoteWork: readonly RemoteSpan[]
  /** Shifts already published that end in the fortnight before the period or reach into it. */
  readonly earlierShifts: readonly EarlierShift[]
  readonly rules: readonly PlanningRule[]
  /** What planners add to law and contract, as it counts from the period's first day on. */
  readonly plannerRules: readonly RuleInForce[]
  /** Holidays and moved days of the calendar years that the longest period touches. */
  readonly calendar: readonly SpecialDay[]
  /** Mondays of weeks of these years for which a schedule is published. */
  readonly publishedWeeks: readonly LocalDate[]
  /** Published work of these years by people who may be asked for overtime or balance their hours. */
  readonly workedWeeks: readonly WorkedWeek[]
  /** Their days away in these years that are over before the period. */
  readonly earlierAbsences: readonly PlanningAbsence[]
  /** What the law sets for single people, for each week from the period's first; it says not why. */
  readonly weeklyLimits: readonly (readonly SchedulingLimits[])[]
}

export interface PlanningQueue {
  readonly id: QueueId
  readonly code: string
  readonly name: Text3
  readonly channel: string
}

export interface PlanningShape {
  readonly id: string
  readonly code: string
  readonly spanMinutes: number
  readonly paidMinutes: number
  readonly startFromMinutes: number
  readonly startToMinutes: number
  readonly startStepMinutes: number
  readonly breaks: readonly Break[]
}

export interface PlanningContract {
  readonly id: string
  readonly code: string
  readonly regime: string
  readonly shapeCodes: readonly string[]
  readonly dayMaxPaidMinutes: number
  readonly weekMaxPaidMinutes: number
  readonly weekTargetPaidMinutes: number
  readonly minRestMinutes: number
  readonly weeklyRestMinutes: number
  readonly maxConsecutiveDays: number
  readonly maxConsecutiveNights: number
  readonly costPerHour: number
  readonly overtimeMultiplier: number
  /** Over how many months hours are balanced, for those whom the week does not bind. */
  readonly accountingMonths: number
  /** Whether it provides for shifts in two parts (art. 72). */
  readonly splitShifts: boolean
}

export interface PlanningOperator {
  readonly id: OperatorId
  readonly personnelNumber: string
  readonly fullName: string
  /** The contract in force on the first day of the period, or of employment if that is later. */
  readonly contractCode: string
  /** All of them by their first day, ascending; the first holds from the beginning. */
  readonly contracts: readonly { readonly fromDate: LocalDate; readonly code: string }[]
  readonly siteCode: string
  readonly site: Text3
  readonly team: Text3 | null
  readonly nightBan: boolean
  readonly hiredOn: LocalDate
  readonly leftOn: LocalDate | null
  /** Queues whose every required competence the operator holds at the level, with its validity. */
  readonly competentFor: readonly {
    readonly queueId: QueueId
    /** Last day on which all of them are valid; null when none of them expires. */
    readonly validUntil: LocalDate | null
    /** The one of them that is the first to expire; null when none does. */
    readonly firstToExpire: Text3 | null
  }[]
}

export interface PlanningAbsence {
  readonly operatorId: OperatorId
  readonly kind: string
  readonly fromDate: LocalDate
  /** The last day away. */
  readonly toDate: LocalDate
}

/** Paid work of one person in a calendar week. */
export interface WorkedWeek {
  readonly operatorId: OperatorId
  readonly monday: LocalDate
  readonly paidMinutes: number
  /** Of them, beyond the norm of a day, summed over the days. */
  readonly dayExcessMinutes: number
  /** Of them, of shifts that start on a holiday. */
  readonly holidayMinutes: number
}

interface PlanningSecondJob {
  readonly operatorId: OperatorId
  readonly minutesPerDay: number
  readonly fromDate: LocalDate
  /** The last day; null: without an end. */
  readonly toDate: LocalDate | null
}

export interface PlanningUnavailability {
  readonly operatorId: OperatorId
  readonly weekday: number
  readonly fromMinutes: number
  readonly toMinutes: number
  /** The first day on which it holds; null: from the beginning. */
  readonly fromDate: LocalDate | null
  /** The last one; null: without an end. */
  readonly toDate: LocalDate | null
}

export interface PlanningPreference {
  readonly operatorId: OperatorId
  readonly kind: 'day_off' | 'start'
  readonly weekday: number | null
  readonly fromMinutes: number | null
  readonly toMinutes: number | null
  readonly weight: number
}

export interface EarlierShift {
  readonly operatorId: OperatorId
  readonly startsAtMs: EpochMs
  readonly endsAtMs: EpochMs
}

export interface PlanningRule {
  readonly code: string
  readonly article: string
  readonly isHouseRule: boolean
  readonly hard: boolean
  readonly parameters: Readonly<Record<string, number>>
}

/** Agents required, shrinkage included, as the requirement says. */
export interface DemandPoint {
  readonly queueId: QueueId
  readonly startsAtMs: EpochMs
  readonly rostered: number
}
