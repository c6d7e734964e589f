import { type LocalDate, addDays, daysBetween } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import {
  type Violation as BrokenRule,
  checkSchedule,
} from '#forecasting/scheduling/check-schedule.ts'
import {
  type Instance,
  MINUTES_PER_DAY,
  periodMaximumOf,
  type Schedule as Plan,
} from '#forecasting/scheduling/instance.ts'
import type { Language } from '#server/platform/db/column-types.ts'

import type { LoadedSchedule } from '../load-schedule.ts'
import { fromPlanMinutes, toPlanMinutes } from '../problem/build-instance.ts'
import { barredDaysOf, competentQueues, employed } from '../problem/days-at-work.ts'
import { toPlan } from '../problem/plan-schedule.ts'
import type { PlanningOperator } from '../problem/planning-rows.ts'
import { workingTerms } from '../problem/working-terms.ts'
import type { Violation } from '../schedules.schema.ts'
import { accountingBreaches } from './accounting-breaches.ts'
import { competenceBreaches } from './competence-breaches.ts'
import { employmentBreaches } from './employment-breaches.ts'
import { holidayBreaches } from './holiday-breaches.ts'
import { overtimeBreaches } from './overtime-breaches.ts'
import { plannerBreaches } from './planner-breaches.ts'
import { remoteWorkBreaches } from './remote-work-breaches.ts'
import { secondJobWarnings } from './second-job-warnings.ts'
import { trainingOutsideShifts } from './training-outside-shifts.ts'
import { violationText } from './violation-texts.ts'

/** Calendar days between making a schedule known and its start (Labour Code, art. 73(3)). */
export const NOTICE_DAYS_DEFAULT = 10

/** Whole calendar days from `today` to the start of a schedule. */
export function noticeDays(today: LocalDate, fromDate: LocalDate): number {
  return daysBetween(today, fromDate)
}

/**
 * Every rule that a schedule breaks, named with its article and worded for a reader.
 *
 * @param plan its shifts for the engine, where the caller has them already
 */
export function violationsOf(
  loaded: LoadedSchedule,
  language: Language,
  plan: Plan = toPlan(loaded),
): readonly Violation[] {
  return [
    ...brokenRules(loaded, plan, language),
    ...plannerBreaches(loaded, plan, language),
    ...competenceBreaches(loaded, language),
    ...employmentBreaches(loaded, language),
    ...overtimeBreaches(loaded, language),
    ...holidayBreaches(loaded, language),
    ...accountingBreaches(loaded, language),
    ...secondJobWarnings(loaded, language),
    ...remoteWorkBreaches(loaded, language),
    ...trainingOutsideShifts(loaded, language),
  ]
}

function brokenRules(
  { rows, instance, period, shifts }: LoadedSchedule,
  plan: Plan,
  language: Language,
): readonly Violation[] {
  const people = new Map(rows.operators.map((one) => [one.personnelNumber, one]))
  const articles = new Map(rows.rules.map((rule) => [rule.code, rule]))
  const broken = checkSchedule(instance, plan)
  const lacking = new Set(broken.flatMap((one) => (one.code === 'R17' ? [cellOf(one)] : [])))
  const told = broken.filter(
    (one) =>
      // Where breaks that are due to one person are missing, that others are out of place says the same again.
      !(one.code === 'R04' && lacking.has(cellOf(one))) &&
      !isToldOtherwise(one, people.get(one.operator), { rows, instance, period }),
  )
  return told.map((one) => {
    const person = people.get(one.operator)
    const rule = one.source.key === null ? undefined : articles.get(one.source.key)
    const article = one.source.basis === 'house' ? null : (rule?.article ?? null)
    return {
      rule: one.code,
      article,
      hard: true,
      operatorId: person?.id ?? null,
      operatorName: person?.fullName ?? null,
      shiftId: person === undefined ? null : shiftAtFault(one, person.id, { period, shifts }),
      dates: one.days.map((day) => addDays(period.fromDate, day)),
      at: new Date(fromPlanMinutes(one.atMin, period)).toISOString(),
      text: violationText(one, language),
    }
  })
}

/** Person and day of a rule of single shifts. */
function cellOf({ operator, days }: BrokenRule): string {
  return `${operator} ${days[0]}`
}

/**
 * Whether a breach of the engine's rules is one of employment, competence, overtime or holidays: these are
 * told by breaches of their own, which say more, where the engine knows only a limit or that somebody
 * cannot come.
 */
function isToldOtherwise(
  broken: BrokenRule,
  person: PlanningOperator | undefined,
  { rows, instance, period }: Pick<LoadedSchedule, 'rows' | 'instance' | 'period'>,
): boolean {
  if (person === undefined) return false
  const { rule, code, days } = broken
  // Whoever is not employed at all in the period is nobody to the engine.
  if (rule === 'known_references') return employed({ operators: [person] }, period).length === 0
  if (code === 'R13') return isWithinContract(broken, instance)
  const barred = new Set(barredDaysOf(person, period))
  if (code === 'R12') {
    return days.every((day) => barred.has(day)) || isHoliday(broken, person, { rows, period })
  }
  // Days without work lower what the period holds; that it is more than that says the same again.
  if (code === 'R14' && isWithinWeeks(broken, instance)) return true
  return code === 'R14' && (barred.size > 0 || competentQueues(person, period).length === 0)
}

/** Whether somebody cannot come because it is a holiday on which they do not work. */
function isHoliday(
  { values }: BrokenRule,
  person: PlanningOperator,
  { rows, period }: Pick<LoadedSchedule, 'rows' | 'period'>,
): boolean {
  return workingTerms(person, rows, period).barredDates.some(
    (date) => daysBetween(period.fromDate, date) * MINUTES_PER_DAY === values['unavailableFromMin'],
  )
}

/** Whether a week is too long for the law alone: overtime says then by which article, if by any. */
function isWithinContract({ operator, values }: BrokenRule, instance: Instance): boolean {
  const own = instance.operators.find(({ id }) => id === operator)?.contract
  const contract = instance.contracts.find(({ id }) => id === own)
  return contract !== undefined && Number(values['paidMin']) <= contract.weekMaxPaidMin
}

/** Whether a period is too long for its accounting period alone: the breach of that says from when to when. */
function isWithinWeeks({ operator, values }: BrokenRule, instance: Instance): boolean {
  const own = instance.operators.find(({ id }) => id === operator)
  const contract = instance.contracts.find(({ id }) => id === own?.contract)
  // Weeks count together for this alone.
  if (values['toWeek'] !== undefined) return true
  if (own?.periodMaxPaidMin === undefined || contract === undefined) return false
  const { periodMaxPaidMin: _account, ...withoutAccount } = own
  return Number(values['paidMin']) <= periodMaximumOf(withoutAccount, contract)
}

/** The shift to show for a breach: the one on which it lies, else the last that takes part. */
function shiftAtFault(
  broken: BrokenRule,
  operatorId: string,
  { period, shifts }: Pick<LoadedSchedule, 'period' | 'shifts'>,
): string | null {
  const own = shifts
    .filter((shift) => shift.operatorId === operatorId)
    .map(({ id, startsAt, endsAt }) => ({
      id,
      startMin: toPlanMinutes(Date.parse(startsAt) as EpochMs, period),
      endMin: toPlanMinutes(Date.parse(endsAt) as EpochMs, period),
    }))
  const { atMin, days } = broken
  const at = own.find(({ startMin, endMin }) => startMin <= atMin && atMin < endMin)
  const taking = own.findLast(({ startMin }) => days.includes(Math.floor(startMin / 1440)))
  return (at ?? taking)?.id ?? null
}
