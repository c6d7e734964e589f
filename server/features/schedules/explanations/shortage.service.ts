import type { EpochMs } from '#forecasting/kernel/units.ts'
import { coverageOf } from '#forecasting/scheduling/coverage.ts'
import type { IntervalExplanation } from '#forecasting/scheduling/explain/explain-interval.ts'
import type { PersonReason } from '#forecasting/scheduling/explain/person-reason.ts'
import type { Language } from '#server/platform/db/column-types.ts'
import { ProblemError } from '#server/platform/http/problem.ts'
import type { Compute } from '#server/platform/jobs/compute.ts'

import { violationText } from '../breaches/violation-texts.ts'
import type { LoadedSchedule } from '../load-schedule.ts'
import { fromPlanMinutes, toPlanMinutes } from '../problem/build-instance.ts'
import { plainShapeCode } from '../problem/personal-shapes.ts'
import { withSessions } from '../problem/session-pauses.ts'
import type { AskedInterval } from './asked-interval.service.ts'
import type { ShortageInput } from './interval.compute.ts'
import type { Shortage } from './shortage.schema.ts'
import { hundredths, toldTerms } from './told-cost.ts'

type Person = Shortage['people'][number]

/**
 * Why an interval of a queue is short: who works then, who could, at what cost, and which rule is in
 * the way of the others.
 *
 * @throws {ProblemError} `queue-unknown`
 */
export async function explainShortage(
  asked: AskedInterval,
  queueId: string,
  compute: Compute,
  language: Language,
): Promise<Shortage> {
  const { loaded, instance, plan, interval, startMs, endMs } = asked
  const queue = loaded.rows.queues.find(({ id }) => id === queueId)
  if (queue === undefined) throw new ProblemError('queue-unknown')
  const { people } = await compute.run<ShortageInput, IntervalExplanation>({
    module: new URL('interval.compute.ts', import.meta.url),
    name: 'computeShortage',
    input: { instance, plan, skill: queue.code, interval },
  })
  // The rules know no sessions, and coverage does.
  const missing = coverageOf(loaded.instance, withSessions(plan, loaded))[queue.code]?.[interval]
  const taught = new Set(
    loaded.sessions
      .filter((session) => session.startMs < endMs && session.endMs > startMs)
      .map(({ operatorId }) => operatorId),
  )
  return {
    startsAt: new Date(startMs).toISOString(),
    endsAt: new Date(endMs).toISOString(),
    required: loaded.instance.demand[queue.code]?.[interval] ?? 0,
    short: hundredths(missing ?? 0),
    people: people
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
  { shape, start, replaces, delta, terms = {} }: Extract<PersonReason, { kind: 'possible' }>,
  operatorId: Person['operatorId'],
  { period, shifts }: LoadedSchedule,
): Person['offer'] {
  const replaced = shifts.find(
    (shift) =>
      shift.operatorId === operatorId &&
      toPlanMinutes(Date.parse(shift.startsAt) as EpochMs, period) === replaces?.start,
  )
  return {
    shape: plainShapeCode(shape),
    startsAt: new Date(fromPlanMinutes(start, period)).toISOString(),
    replacesShiftId: replaced?.id ?? null,
    cost: hundredths(delta),
    terms: toldTerms(terms),
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
