import { addDays, type LocalDate, localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs, QueueId } from '#forecasting/kernel/units.ts'
import { coverageOf } from '#forecasting/scheduling/coverage.ts'
import type { Diagnosis } from '#forecasting/scheduling/diagnose.ts'
import { explainShift } from '#forecasting/scheduling/explain/explain-shift.ts'
import { type Instance, MINUTES_PER_DAY } from '#forecasting/scheduling/instance.ts'
import type { Language } from '#server/platform/db/column-types.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'
import type { Compute } from '#server/platform/jobs/compute.ts'

import { type PermitSpan, readPermits } from '../../trainees/permit-spans.service.ts'
import { idleTraineeNotes } from '../breaches/trainee-notes.ts'
import {
  findPublishedShift,
  type PublishedShift,
  type ShiftPlace,
} from '../changes/published-changes.service.ts'
import { loadSchedule, type LoadedSchedule } from '../load-schedule.ts'
import { fromPlanMinutes, type PlanningPeriod } from '../problem/build-instance.ts'
import { checkWish } from '../problem/check-wish.ts'
import { toPlan } from '../problem/plan-schedule.ts'
import type { PlanningRows } from '../problem/planning-rows.ts'
import { readPlanningRows } from '../problem/planning.queries.ts'
import { withSessions } from '../problem/session-pauses.ts'
import { instanceOf } from '../schedule.job.ts'
import type { NewSchedule, Shift } from '../schedules.schema.ts'
import type { ScheduleDiagnosis, ShiftReason } from './explanations.schema.ts'
import { findingWords } from './finding-words.ts'
import { hundredths, TELLING, toldTerms } from './told-cost.ts'

/** An order for a schedule as a problem to look at. */
export interface OrderedProblem {
  readonly rows: PlanningRows
  readonly period: PlanningPeriod
  readonly instance: Instance
  /** Exceptions to п. 18 that hold in the period. */
  readonly permits: readonly PermitSpan[]
}

/** @throws {ProblemError} as `checkWish` */
export async function readOrder(db: Db, wish: NewSchedule): Promise<OrderedProblem> {
  await checkWish(db, wish)
  const fromDate = wish.fromDate as LocalDate
  const rows = await readPlanningRows(db, fromDate)
  const period = { fromDate, days: wish.days, timezone: rows.timezone }
  return {
    rows,
    period,
    instance: await instanceOf(wish, rows, db),
    permits: await readPermits(db, { fromDate, toDate: addDays(fromDate, wish.days - 1) }),
  }
}

/** What no search could mend of an order: contradictions, unlawful shapes, hours and demand out of reach. */
export async function diagnoseOrder(
  { rows, period, instance, permits }: OrderedProblem,
  compute: Compute,
  language: Language,
): Promise<ScheduleDiagnosis> {
  const found = await compute.run<{ instance: Instance }, Diagnosis>({
    module: new URL('diagnosis.compute.ts', import.meta.url),
    name: 'computeDiagnosis',
    input: { instance },
  })
  const [blockers = [], warnings = []] = [found.blockers, found.warnings].map((list) =>
    list.map((finding) => {
      const { dates, ...words } = findingWords(finding, rows, { period, language })
      return { ...words, dates: [...dates] }
    }),
  )
  // Sessions decide when a mentor is busy, not whether: without them nobody is told of too few.
  const staffed = { rows, period, permits, sessions: [] }
  const idle = idleTraineeNotes(instance, staffed, language).map(({ operatorName, text }) => ({
    who: operatorName ?? '',
    dates: [],
    article: null,
    text,
  }))
  return { blockers, warnings: [...warnings, ...idle] }
}

/**
 * Why somebody works a shift: what would be missing without it, and what the plan would cost more.
 *
 * @throws {ProblemError} `schedule-unknown`, `shift-unknown`
 */
export async function readShiftReason(
  db: Db,
  { scheduleId, shiftId }: { readonly scheduleId: string; readonly shiftId: string },
): Promise<ShiftReason> {
  return reasonIn(await loadSchedule(db, scheduleId), shiftId)
}

function reasonIn(loaded: LoadedSchedule, shiftId: string): ShiftReason {
  const { instance } = loaded
  const own = loaded.shifts.filter(({ id }) => id === shiftId)
  const [shift] = toPlan({ ...loaded, shifts: own }).shifts
  if (shift === undefined) throw new ProblemError('shift-unknown')
  const plan = toPlan(loaded)
  const day = Math.floor(shift.start / MINUTES_PER_DAY)
  const explained = explainShift(instance, plan, { op: shift.op, day })
  if (explained === undefined) throw new ProblemError('shift-unknown')
  return {
    worth: hundredths(explained.worth),
    terms: toldTerms(explained.terms),
    shortWithout: shortWithout(loaded, shiftId),
  }
}

/** Why one works a published shift, in what concerns oneself: no prices, and nobody else. */
export interface PublishedReason extends Omit<PublishedShift, 'scheduleId'> {
  readonly neededFor: ShiftReason['shortWithout']
  /** Wishes of one's own that stood back. */
  readonly setAside: ('dayOff' | 'start')[]
}

/** @throws {ProblemError} `shift-unknown` */
export async function readPublishedReason(db: Db, place: ShiftPlace): Promise<PublishedReason> {
  const found = await findPublishedShift(db, place)
  if (found === undefined) throw new ProblemError('shift-unknown')
  const { scheduleId, ...published } = found
  const loaded = await loadSchedule(db, scheduleId)
  const { terms, shortWithout } = reasonIn(loaded, published.shift.id)
  const own = queuesServedOn(loaded, published.shift)
  // Without the shift the plan would no longer pay for the wish.
  const isSetAside = (term: string): boolean =>
    terms.some((one) => one.term === term && one.change < 0)
  return {
    ...published,
    // Elsewhere others fill in for whoever is taken from here.
    neededFor: shortWithout.filter(({ queueId }) => own.has(queueId)),
    setAside: [
      ...(isSetAside('prefDayOff') ? (['dayOff'] as const) : []),
      ...(isSetAside('prefStart') ? (['start'] as const) : []),
    ],
  }
}

/** The queues whose every competence the person of a shift holds on its day. */
function queuesServedOn(
  { rows, period }: LoadedSchedule,
  { operatorId, startsAt }: Shift,
): ReadonlySet<QueueId> {
  const date = localDateOf(Date.parse(startsAt) as EpochMs, period.timezone)
  const person = rows.operators.find(({ id }) => id === operatorId)
  const valid = (person?.competentFor ?? []).filter(
    ({ validUntil }) => validUntil === null || validUntil >= date,
  )
  return new Set(valid.map(({ queueId }) => queueId))
}

/** Queue by queue, the span in which somebody more would be missing without the shift. */
function shortWithout(loaded: LoadedSchedule, shiftId: string): ShiftReason['shortWithout'] {
  const { instance, rows, period, shifts } = loaded
  const without = { ...loaded, shifts: shifts.filter(({ id }) => id !== shiftId) }
  const [now, then] = [loaded, without].map((one) =>
    coverageOf(instance, withSessions(toPlan(one), one)),
  )
  return rows.queues.flatMap(({ id, code }) => {
    const more = (then?.[code] ?? []).map((short, t) => short - (now?.[code]?.[t] ?? 0))
    const first = more.findIndex((agents) => agents > TELLING)
    if (first < 0) return []
    const last = more.findLastIndex((agents) => agents > TELLING)
    const at = (interval: number): string =>
      new Date(fromPlanMinutes(interval * instance.intervalMin, period)).toISOString()
    const hours = (more.reduce((sum, agents) => sum + agents, 0) * instance.intervalMin) / 60
    return [{ queueId: id, hours: hundredths(hours), startsAt: at(first), endsAt: at(last + 1) }]
  })
}
