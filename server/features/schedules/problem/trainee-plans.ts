import type { EpochMs, OperatorId } from '#forecasting/kernel/units.ts'
import {
  type Instance,
  DAYS_PER_WEEK,
  MINUTES_PER_DAY,
  type Operator,
  type Schedule as Plan,
} from '#forecasting/scheduling/instance.ts'
import { checkPlannerRules } from '#forecasting/scheduling/planner-rules/check-planner-rules.ts'
import type { WorksWithRule } from '#forecasting/scheduling/planner-rules/planner-rule.ts'

import type { PermitSpan } from '../../trainees/permit-spans.service.ts'
import type { SessionSpan } from '../../training/session-spans.service.ts'
import { type PlanningPeriod, toPlanMinutes } from './build-instance.ts'
import {
  competentQueues,
  daysWhere,
  employed,
  isCompetentFor,
  isEmployedOn,
  leaveDaysOf,
} from './days-at-work.ts'
import type { PlanningOperator, PlanningRows } from './planning-rows.ts'
import { weekNorms } from './week-norms.ts'
import { barredHolidays } from './working-terms.ts'

/** What exceptions to п. 18 are held against. */
export interface Staffed {
  readonly rows: PlanningRows
  readonly period: PlanningPeriod
  readonly permits: readonly PermitSpan[]
  readonly sessions: readonly SessionSpan[]
}

/** A trainee, the exception under which they are planned, and the days on which it holds. */
export interface Apprenticeship {
  readonly trainee: PlanningOperator
  readonly mentor: PlanningOperator
  readonly permit: PermitSpan
  readonly days: readonly number[]
}

/** Rules that no planner wrote, apart from those that planners write, which have ids alone. */
const RULE_PREFIX = 'trainee-permit '

/**
 * The problem with trainees in it: whoever is competent for nothing, but may learn beside a mentor, owes the
 * hours of the days on which the exception holds, and works only while the mentor does (п. 18). They serve
 * no queue, so nobody's contacts rest on them. They are planned on days on which their mentor is competent
 * for what they learn.
 */
export function withTrainees(instance: Instance, staffed: Staffed): Instance {
  const found = apprenticeships(staffed)
  if (found.length === 0) return instance
  const byNumber = new Map(found.map((one) => [one.trainee.personnelNumber, one]))
  return {
    ...instance,
    operators: instance.operators.map((operator) => {
      const own = byNumber.get(operator.id)
      return own === undefined ? operator : planned(operator, own, { instance, staffed })
    }),
    plannerRules: [...(instance.plannerRules ?? []), ...found.map(besideMentor)],
  }
}

/** Who learns from whom in the period, and on which days. */
export function apprenticeships({ rows, period, permits }: Staffed): Apprenticeship[] {
  const people = employed(rows, period)
  return people.flatMap((trainee) => {
    if (competentQueues(trainee, period).length > 0) return []
    const own = permits.filter(({ operatorId }) => operatorId === trainee.id)
    const choices = [...Map.groupBy(own, ({ mentorId }) => mentorId)].flatMap(
      ([mentorId, group]) => {
        const mentor = people.find(({ id }) => id === mentorId)
        return mentor === undefined ? [] : learning({ trainee, mentor, period }, group)
      },
    )
    // The engine knows one mentor a period: the one of most days.
    return choices.toSorted((a, b) => b.days.length - a.days.length).slice(0, 1)
  })
}

/** What somebody learns from one mentor: on days on which they work here, and the mentor may teach it. */
function learning(
  { trainee, mentor, period }: Pick<Apprenticeship, 'trainee' | 'mentor'> & Pick<Staffed, 'period'>,
  permits: readonly PermitSpan[],
): Apprenticeship[] {
  const spans = permits.map((permit) => ({
    permit,
    days: daysWhere(
      period,
      (date) =>
        permit.fromDate <= date &&
        date <= permit.toDate &&
        isEmployedOn(trainee, date) &&
        isCompetentFor(mentor, permit.queueId, date),
    ),
  }))
  const [first] = spans.filter(({ days }) => days.length > 0)
  if (first === undefined) return []
  const days = new Set(spans.flatMap((span) => span.days))
  return [{ trainee, mentor, permit: first.permit, days: [...days].toSorted((a, b) => a - b) }]
}

function planned(
  operator: Operator,
  { trainee, mentor, days }: Apprenticeship,
  { instance, staffed }: { readonly instance: Instance; readonly staffed: Staffed },
): Operator {
  const { rows, period, sessions } = staffed
  const barred = Array.from({ length: period.days }, (_, day) => day).filter(
    (day) => !days.includes(day),
  )
  const away = [...new Set([...barred, ...leaveDaysOf(trainee, rows, period)])]
  const terms = rows.contracts.find(({ code }) => code === trainee.contractCode)
  const contract = instance.contracts.find(({ id }) => id === operator.contract)
  if (terms === undefined || contract === undefined) {
    throw new RangeError(`no contract ${operator.contract}`)
  }
  const weekTargetPaidMinutes = contract.periodTargetPaidMin / (period.days / DAYS_PER_WEEK)
  const norms = weekNorms({ regime: terms.regime, weekTargetPaidMinutes }, away, period, {
    days: rows.calendar,
    barredDates: barredHolidays(trainee, terms, rows, period),
  })
  return {
    ...operator,
    unavailable: [
      ...operator.unavailable,
      ...barred.map((day): [number, number] => [
        day * MINUTES_PER_DAY,
        (day + 1) * MINUTES_PER_DAY,
      ]),
      ...taughtSpans(mentor.id, sessions, period),
    ],
    periodTargetPaidMin: norms.reduce((sum, minutes) => sum + minutes, 0),
  }
}

/** A mentor in training teaches nobody meanwhile. */
function taughtSpans(
  mentorId: OperatorId,
  sessions: readonly SessionSpan[],
  period: PlanningPeriod,
): [number, number][] {
  return sessions
    .filter(({ operatorId }) => operatorId === mentorId)
    .map(({ startMs, endMs }): [number, number] => [
      toPlanMinutes(startMs as EpochMs, period),
      toPlanMinutes(endMs as EpochMs, period),
    ])
}

function besideMentor({ trainee, mentor, permit }: Apprenticeship): WorksWithRule {
  return {
    id: `${RULE_PREFIX}${permit.id}`,
    kind: 'works_with',
    for: { operators: [trainee.personnelNumber] },
    other: mentor.personnelNumber,
    // As long as a shift can be: all of it.
    minOverlapMin: MINUTES_PER_DAY,
  }
}

/** The exceptions under which trainees are in a problem. */
export function permitsIn({ plannerRules = [] }: Pick<Instance, 'plannerRules'>): string[] {
  return plannerRules.flatMap(({ id }) => permitOf(id) ?? [])
}

/** @returns undefined for a rule that a planner wrote */
export function permitOf(ruleId: string): string | undefined {
  return ruleId.startsWith(RULE_PREFIX) ? ruleId.slice(RULE_PREFIX.length) : undefined
}

/**
 * The plan without the shifts of trainees whose mentor is not there for all of them: a search that runs out
 * of time may leave such a one, and a trainee alone could not be published. Shifts that a planner has
 * locked stay, and are told of by the check.
 */
export function withoutLonelyTrainees(instance: Instance, plan: Plan): Plan {
  if (permitsIn(instance).length === 0) return plan
  const cell = (op: string, day: number): string => `${op} ${day}`
  const locked = new Set(instance.locks.map(({ op, day }) => cell(op, day)))
  const lonely = new Set(
    checkPlannerRules(instance, plan)
      .filter(({ rule }) => permitOf(rule) !== undefined)
      .map(({ operators, day }) => cell(operators[0] ?? '', day))
      .filter((one) => !locked.has(one)),
  )
  if (lonely.size === 0) return plan
  return {
    ...plan,
    shifts: plan.shifts.filter(
      ({ op, start }) => !lonely.has(cell(op, Math.floor(start / MINUTES_PER_DAY))),
    ),
  }
}
