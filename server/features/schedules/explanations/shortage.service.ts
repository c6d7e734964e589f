import type { EpochMs } from '#forecasting/kernel/units.ts'
import { coverageOf } from '#forecasting/scheduling/coverage.ts'
import { explainInterval } from '#forecasting/scheduling/explain/explain-interval.ts'
import type { PersonReason } from '#forecasting/scheduling/explain/person-reason.ts'
import { MINUTES_PER_DAY } from '#forecasting/scheduling/instance.ts'
import type { Language } from '#server/platform/db/column-types.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { violationText } from '../breaches/violation-texts.ts'
import { loadSchedule, type LoadedSchedule } from '../load-schedule.ts'
import { fromPlanMinutes, toPlanMinutes } from '../problem/build-instance.ts'
import { toPlan } from '../problem/plan-schedule.ts'
import { withSessions } from '../problem/session-pauses.ts'
import type { Shortage } from './shortage.schema.ts'

type Person = Shortage['people'][number]

/**
 * Why an interval of a queue is short: who works then, who could, at what cost, and which rule is in
 * the way of the others.
 *
 * @throws {ProblemError} `schedule-unknown`, `queue-unknown`, `record-unknown` for an instant outside
 *   the schedule
 */
export async function explainShortage(
  db: Db,
  scheduleId: string,
  place: { readonly queueId: string; readonly at: string },
  language: Language,
): Promise<Shortage> {
  const loaded = await loadSchedule(db, scheduleId)
  const { instance, period, rows } = loaded
  const queue = rows.queues.find(({ id }) => id === place.queueId)
  if (queue === undefined) throw new ProblemError('queue-unknown')
  const minutes = toPlanMinutes(Date.parse(place.at) as EpochMs, period)
  if (minutes < 0 || minutes >= instance.days * MINUTES_PER_DAY) {
    throw new ProblemError('record-unknown')
  }
  const interval = Math.floor(minutes / instance.intervalMin)
  const plan = toPlan(loaded)
  const found = explainInterval(instance, plan, { skill: queue.code, interval })
  // The rules know no sessions, and coverage does.
  const missing = coverageOf(instance, withSessions(plan, loaded))[queue.code]?.[interval] ?? 0
  const at = (intervals: number): EpochMs =>
    fromPlanMinutes(intervals * instance.intervalMin, period)
  const taught = new Set(
    loaded.sessions
      .filter(({ startMs, endMs }) => startMs < at(interval + 1) && endMs > at(interval))
      .map(({ operatorId }) => operatorId),
  )
  return {
    startsAt: new Date(at(interval)).toISOString(),
    endsAt: new Date(at(interval + 1)).toISOString(),
    required: found.required,
    short: Math.round(missing * 100) / 100,
    people: found.people
      .flatMap((reason) => presentReason(reason, loaded, language))
      .map((person) =>
        person.kind === 'on_duty' && taught.has(person.operatorId)
          ? { ...person, kind: 'in_training' }
          : person,
      ),
  }
}

function presentReason(reason: PersonReason, loaded: LoadedSchedule, language: Language): Person[] {
  const { rows } = loaded
  const person = rows.operators.find(({ personnelNumber }) => personnelNumber === reason.op)
  if (person === undefined) return []
  return [
    {
      operatorId: person.id,
      kind: reason.kind,
      offer: reason.kind === 'possible' ? offerOf(reason, person.id, loaded) : null,
      rules: reason.kind === 'barred' ? rulesOf(reason, loaded, language) : [],
    },
  ]
}

function offerOf(
  { shape, start, replaces, delta }: Extract<PersonReason, { kind: 'possible' }>,
  operatorId: Person['operatorId'],
  { period, shifts }: LoadedSchedule,
): Person['offer'] {
  const replaced = shifts.find(
    (shift) =>
      shift.operatorId === operatorId &&
      toPlanMinutes(Date.parse(shift.startsAt) as EpochMs, period) === replaces?.start,
  )
  return {
    shape,
    startsAt: new Date(fromPlanMinutes(start, period)).toISOString(),
    replacesShiftId: replaced?.id ?? null,
    cost: Math.round(delta * 100) / 100,
  }
}

function rulesOf(
  { broken }: Extract<PersonReason, { kind: 'barred' }>,
  { rows }: LoadedSchedule,
  language: Language,
): Person['rules'] {
  const articles = new Map(rows.rules.map(({ code, article }) => [code, article]))
  return broken.map((one) => ({
    article:
      one.source.basis === 'house' || one.source.key === null
        ? null
        : (articles.get(one.source.key) ?? null),
    text: violationText(one, language),
  }))
}
