import { createHash } from 'node:crypto'

import { type LocalDate, addDays, startOfLocalDay } from '#forecasting/kernel/calendar.ts'
import type { Instance } from '#forecasting/scheduling/instance.ts'
import { inCenter } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'
import type { JobHandler } from '#server/platform/jobs/jobs.ts'

import { buildInstance } from './build-instance.ts'
import { toShiftRows } from './plan-schedule.ts'
import type { PlanningRows } from './planning-rows.ts'
import { readDemand, readPlanningRows } from './planning.queries.ts'
import type { ScheduleInput, ScheduleOutcome } from './schedule.compute.ts'
import { insertSchedule } from './schedules.queries.ts'
import type { NewSchedule } from './schedules.schema.ts'

const SEED_DEFAULT = 1
const TIME_LIMIT_DEFAULT_SECONDS = 60

/** Builds a schedule of a period: reads, solves in a worker thread, stores a new draft version. */
export const scheduleJob: JobHandler = async (context) => {
  const wish = context.input as NewSchedule
  const fromDate = wish.fromDate as LocalDate
  const { rows, instance } = await inCenter(context.db, context.scope, async (db) => {
    const planning = await readPlanningRows(db, fromDate)
    return { rows: planning, instance: await instanceOf(wish, planning, db) }
  })
  const seed = wish.seed ?? SEED_DEFAULT
  const timeLimitSeconds = wish.timeLimitSeconds ?? TIME_LIMIT_DEFAULT_SECONDS
  const outcome = await context.compute.run<ScheduleInput, ScheduleOutcome>({
    module: new URL('schedule.compute.ts', import.meta.url),
    name: 'computeSchedule',
    input: { instance, seed, timeLimitSeconds },
    signal: context.signal,
    onProgress: (share, stage) => context.report(share, stage),
  })
  if (outcome.kind === 'impossible') {
    throw new ProblemError('schedule-impossible', {
      values: { reason: outcome.reasons.join('; ') },
    })
  }
  context.report(1, 'store')
  const period = { fromDate, days: wish.days, timezone: rows.timezone }
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
        settings: { timeLimitSeconds },
        summary: outcome.summary,
        madeBy: context.scope.actorName,
      },
      toShiftRows(outcome.plan, rows, period),
    ),
  )
  return { scheduleId: stored.id, version: stored.version }
}

/** What the requirement asks for in the period, together with who there is to give it. */
export async function instanceOf(
  wish: Pick<NewSchedule, 'requirementId' | 'fromDate' | 'days'>,
  rows: PlanningRows,
  db: Parameters<typeof readDemand>[0],
): Promise<Instance> {
  const fromDate = wish.fromDate as LocalDate
  const demand = await readDemand(db, wish.requirementId, {
    fromMs: startOfLocalDay(fromDate, rows.timezone),
    toMs: startOfLocalDay(addDays(fromDate, wish.days), rows.timezone),
  })
  if (demand.length === 0) throw new ProblemError('forecast-misses-week')
  return buildInstance(rows, demand, { fromDate, days: wish.days, timezone: rows.timezone })
}

/** The same inputs give the same hash, so a stored schedule can be made again and compared. */
function hashOf(instance: Instance): string {
  return createHash('sha256').update(JSON.stringify(instance)).digest('hex').slice(0, 16)
}
