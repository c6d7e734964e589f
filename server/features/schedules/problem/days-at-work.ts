import { type LocalDate, addDays } from '#forecasting/kernel/calendar.ts'
import type { QueueId } from '#forecasting/kernel/units.ts'

import { ofOperator } from './of-operator.ts'
import type { PlanningOperator, PlanningRows } from './planning-rows.ts'

/** Days of the centre's calendar, one after the other. */
interface Days {
  readonly fromDate: LocalDate
  readonly days: number
}

/** Whether somebody works for the centre on a day; the day on which they leave is their last. */
export function isEmployedOn(
  { hiredOn, leftOn }: Pick<PlanningOperator, 'hiredOn' | 'leftOn'>,
  date: LocalDate,
): boolean {
  return hiredOn <= date && (leftOn === null || date <= leftOn)
}

/** People employed on some day of the period. */
export function employed(
  { operators }: Pick<PlanningRows, 'operators'>,
  { fromDate, days }: Days,
): PlanningOperator[] {
  const last = addDays(fromDate, days - 1)
  return operators.filter(
    ({ hiredOn, leftOn }) => hiredOn <= last && (leftOn === null || leftOn >= fromDate),
  )
}

/**
 * Queues whose contacts somebody may be given on every day of the period on which they may take contacts
 * at all: to its last day, or until the last of their competences expires (п. 18 of the order).
 *
 * A queue whose competence ends while another's goes on is none of them: the engine shares people by
 * skills that hold all the time, and nobody is to be counted on for what they may no longer do.
 */
export function competentQueues(
  operator: Pick<PlanningOperator, 'competentFor'>,
  period: Days,
): PlanningOperator['competentFor'] {
  const until = competentUntil(operator, period)
  if (until < period.fromDate) return []
  return operator.competentFor.filter(
    ({ validUntil }) => validUntil === null || validUntil >= until,
  )
}

/** Whether somebody holds all that a queue asks for on a day. */
export function isCompetentFor(
  { competentFor }: Pick<PlanningOperator, 'competentFor'>,
  queueId: QueueId,
  date: LocalDate,
): boolean {
  return competentFor.some(
    (one) => one.queueId === queueId && (one.validUntil === null || one.validUntil >= date),
  )
}

/** The last day of the period on which somebody is competent for any queue; a day before it if none. */
function competentUntil(
  { competentFor }: Pick<PlanningOperator, 'competentFor'>,
  { fromDate, days }: Days,
): LocalDate {
  const last = addDays(fromDate, days - 1)
  return competentFor
    .map(({ validUntil }) => (validUntil === null || validUntil > last ? last : validUntil))
    .reduce((latest, date) => (date > latest ? date : latest), addDays(fromDate, -1))
}

/** Days on which somebody can be given no shift whatever is wished, and why. */
export interface BarredSpan {
  readonly kind: 'not_hired' | 'left' | 'competence_expired'
  readonly fromDate: LocalDate
  /** The last of them. */
  readonly toDate: LocalDate
}

/**
 * Days of the period before somebody is hired, after they have left, and after their last competence has
 * expired (п. 18). Whoever is competent for nothing from the first day on is not barred by that: they may
 * learn beside a mentor.
 */
export function barredSpansOf(
  operator: Pick<PlanningOperator, 'hiredOn' | 'leftOn' | 'competentFor'>,
  period: Days,
): BarredSpan[] {
  const { fromDate } = period
  const toDate = addDays(fromDate, period.days - 1)
  const until = competentUntil(operator, period)
  const spans: BarredSpan[] = [
    { kind: 'not_hired', fromDate, toDate: addDays(operator.hiredOn, -1) },
  ]
  if (operator.leftOn !== null) {
    spans.push({ kind: 'left', fromDate: addDays(operator.leftOn, 1), toDate })
  }
  if (until >= fromDate) {
    spans.push({ kind: 'competence_expired', fromDate: addDays(until, 1), toDate })
  }
  return spans.filter((span) => span.fromDate <= span.toDate)
}

/** The days of `barredSpansOf`, from 0. */
export function barredDaysOf(
  operator: Pick<PlanningOperator, 'hiredOn' | 'leftOn' | 'competentFor'>,
  period: Days,
): number[] {
  const spans = barredSpansOf(operator, period)
  if (spans.length === 0) return []
  return daysWhere(period, (date) =>
    spans.some(({ fromDate, toDate }) => fromDate <= date && date <= toDate),
  )
}

/** Days of the period, from 0, on which somebody is on leave, ill, or away for another reason. */
export function leaveDaysOf(
  { id }: Pick<PlanningOperator, 'id'>,
  rows: Pick<PlanningRows, 'absences'>,
  period: Days,
): number[] {
  const own = ofOperator(rows.absences, id)
  if (own.length === 0) return []
  return daysWhere(period, (date) =>
    own.some(({ fromDate, toDate }) => fromDate <= date && date <= toDate),
  )
}

/** Days of the period, from 0, whose dates are as asked. */
export function daysWhere(
  { fromDate, days }: Days,
  isWanted: (date: LocalDate) => boolean,
): number[] {
  return Array.from({ length: days }, (_, day) => day).filter((day) =>
    isWanted(addDays(fromDate, day)),
  )
}
