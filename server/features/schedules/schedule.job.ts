import { type LocalDate, addDays, startOfLocalDay } from '#forecasting/kernel/calendar.ts'
import type { Instance } from '#forecasting/scheduling/instance.ts'
import type { Language } from '#server/platform/db/column-types.ts'
import { inCenter } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'
import { JobCancelledError, type JobHandler } from '#server/platform/jobs/jobs.ts'

import { readSessionSpans } from '../training/session-spans.service.ts'
import { buildInstance } from './build-instance.ts'
import { readDemand } from './demand.queries.ts'
import { impossible } from './impossible.ts'
import { hashOf } from './instance-hash.ts'
import { toLocks, toShiftRows } from './plan-schedule.ts'
import type { PlanningRows } from './planning-rows.ts'
import { readPlanningRows } from './planning.queries.ts'
import type { ScheduleInput, ScheduleOutcome } from './schedule.compute.ts'
import { insertSchedule, readShifts } from './schedules.queries.ts'
import type { NewSchedule } from './schedules.schema.ts'
import { withSessionDemand } from './session-pauses.ts'

const SEED_DEFAULT = 1
const TIME_LIMIT_DEFAULT_SECONDS = 60

/** An order for a schedule, and the language of whoever gave it: refusals are kept in it. */
export interface ScheduleOrder extends NewSchedule {
  readonly language?: Language
}

/**
 * Builds a schedule of a period: reads, solves in a worker thread, stores a new draft version. One
 * that is cancelled stores the best that it has found: it is legal at every moment.
 */
export const scheduleJob: JobHandler = async (context) => {
  const wish = context.input as ScheduleOrder
  const fromDate = wish.fromDate as LocalDate
  const { rows, instance } = await inCenter(context.db, context.scope, async (db) => {
    const planning = await readPlanningRows(db, fromDate)
    const asked = await instanceOf(wish, planning, db)
    const { timezone } = planning
    const sessions = await readSessionSpans(db, {
      startMs: startOfLocalDay(fromDate, timezone),
      endMs: startOfLocalDay(addDays(fromDate, wish.days), timezone),
    })
    const span = { fromDate, days: wish.days, timezone }
    const laid = { instance: asked, rows: planning, period: span, sessions }
    return { rows: planning, instance: withSessionDemand(laid) }
  })
  const period = { fromDate, days: wish.days, timezone: rows.timezone }
  const seed = wish.seed ?? SEED_DEFAULT
  const timeLimitSeconds = wish.timeLimitSeconds ?? TIME_LIMIT_DEFAULT_SECONDS
  const outcome = await context.compute.run<ScheduleInput, ScheduleOutcome>({
    module: new URL('schedule.compute.ts', import.meta.url),
    name: 'computeSchedule',
    input: { instance, seed, timeLimitSeconds },
    signal: context.signal,
    onProgress: (share, stage, soFar) => context.report(share, stage, soFar),
  })
  if (outcome.kind === 'impossible') {
    throw impossible(outcome.blockers, rows, { period, language: wish.language ?? 'ru' })
  }
  // Stopped before it had placed anybody: there is nothing to keep.
  if (context.signal.aborted && outcome.plan.shifts.length === 0) throw new JobCancelledError()
  context.report(1, 'store')
  const stored = await inCenter(context.db, context.scope, (db) =>
    insertSchedule(
      db,
      {
        centerId: context.scope.centerId,
        requirementId: wish.requirementId,
        fromDate,
        days: wish.days,
        seed,
        engineVersion: outcome.engineVersion,
        dataHash: hashOf(instance),
        settings: {
          timeLimitSeconds,
          keepLockedOf: wish.keepLockedOf ?? null,
          plannerRules: rows.plannerRules.map(({ ruleId, version }) => ({ ruleId, version })),
        },
        summary: outcome.summary,
        madeBy: context.scope.actorName,
      },
      toShiftRows(outcome.plan, rows, period, instance.locks),
    ),
  )
  return {
    scheduleId: stored.id,
    version: stored.version,
    fromDate,
    cancelled: context.signal.aborted,
  }
}

/** What the requirement asks for in the period, together with who there is to give it. */
export async function instanceOf(
  wish: Pick<NewSchedule, 'requirementId' | 'fromDate' | 'days' | 'keepLockedOf'>,
  rows: PlanningRows,
  db: Parameters<typeof readDemand>[0],
): Promise<Instance> {
  const fromDate = wish.fromDate as LocalDate
  const demand = await readDemand(db, wish.requirementId, {
    fromMs: startOfLocalDay(fromDate, rows.timezone),
    toMs: startOfLocalDay(addDays(fromDate, wish.days), rows.timezone),
  })
  if (demand.length === 0) throw new ProblemError('forecast-misses-week')
  const period = { fromDate, days: wish.days, timezone: rows.timezone }
  const kept = wish.keepLockedOf === undefined ? [] : await readShifts(db, wish.keepLockedOf)
  return buildInstance(rows, demand, period, toLocks(kept, rows, period))
}
