import { type LocalDate, addDays, startOfLocalDay } from '#forecasting/kernel/calendar.ts'
import type { Instance } from '#forecasting/scheduling/instance.ts'
import type { Language } from '#server/platform/db/column-types.ts'
import { type Db, inCenter } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'
import { JobCancelledError, type JobHandler } from '#server/platform/jobs/jobs.ts'

import { type PermitSpan, readPermits } from '../trainees/permit-spans.service.ts'
import { readSessionSpans } from '../training/session-spans.service.ts'
import { impossible } from './explanations/impossible.ts'
import { buildInstance } from './problem/build-instance.ts'
import { readDemandSteps } from './problem/demand-steps.queries.ts'
import { withDemandSteps } from './problem/demand-steps.ts'
import { readDemand } from './problem/demand.queries.ts'
import { hashOf } from './problem/instance-hash.ts'
import { toLocks, toShiftRows } from './problem/plan-schedule.ts'
import type { PlanningRows } from './problem/planning-rows.ts'
import { readPlanningRows } from './problem/planning.queries.ts'
import { withSessionDemand } from './problem/session-pauses.ts'
import { withSpareHours } from './problem/spare-hours.ts'
import { permitsIn, withTrainees } from './problem/trainee-plans.ts'
import { readWaitOrder } from './problem/wait-order.ts'
import { withPlaces } from './problem/work-place.ts'
import type { ScheduleInput, ScheduleOutcome } from './schedule.compute.ts'
import { insertSchedule, readShifts } from './schedules.queries.ts'
import type { NewSchedule, Shift } from './schedules.schema.ts'

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
  const seed = wish.seed ?? SEED_DEFAULT
  const { rows, instance, wait, kept } = await inCenter(context.db, context.scope, (db) =>
    readOrdered(db, wish, seed),
  )
  const period = { fromDate, days: wish.days, timezone: rows.timezone }
  const timeLimitSeconds = wish.timeLimitSeconds ?? TIME_LIMIT_DEFAULT_SECONDS
  const outcome = await context.compute.run<ScheduleInput, ScheduleOutcome>({
    module: new URL('schedule.compute.ts', import.meta.url),
    name: 'computeSchedule',
    input: { instance, seed, timeLimitSeconds, ...(wait === undefined ? {} : { wait }) },
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
        dataHash: hashOf(wait === undefined ? instance : { instance, wait }),
        settings: {
          timeLimitSeconds,
          keepLockedOf: wish.keepLockedOf ?? null,
          leaveSpareHours: wish.leaveSpareHours ?? false,
          weights: instance.weights,
          plannerRules: rows.plannerRules.map(({ ruleId, version }) => ({ ruleId, version })),
          // Exceptions to п. 18 under which trainees were planned: the record of each says who allowed it.
          traineePermits: permitsIn(instance),
        },
        summary: outcome.summary,
        madeBy: context.scope.actorName,
      },
      toShiftRows(outcome.plan, rows, period, { locks: instance.locks, kept }),
      outcome.demandSteps,
    ),
  )
  return {
    scheduleId: stored.id,
    version: stored.version,
    fromDate,
    cancelled: context.signal.aborted,
  }
}

/** The order as a problem to solve. */
async function readOrdered(db: Db, wish: ScheduleOrder, seed: number) {
  const fromDate = wish.fromDate as LocalDate
  const rows = await readPlanningRows(db, fromDate)
  const { timezone } = rows
  const sessions = await readSessionSpans(db, sessionSpan(wish, rows))
  const instance = await instanceOf(wish, rows, db)
  const laid = { instance, rows, period: { fromDate, days: wish.days, timezone }, sessions }
  return {
    rows,
    kept: await readKept(db, wish),
    instance: withSessionDemand(laid),
    wait: await readWaitOrder(db, wish.requirementId, laid, seed),
  }
}

/**
 * What is asked for in the period, together with who there is to give it: by the requirement, or by what a
 * schedule was made for instead.
 */
export async function instanceOf(
  wish: Pick<
    NewSchedule,
    'requirementId' | 'fromDate' | 'days' | 'keepLockedOf' | 'leaveSpareHours'
  > & {
    /** The schedule whose own demand counts, if it has any. */
    readonly demandOf?: string
    /** Exceptions to п. 18 of its days and any others, where the caller has read them. */
    readonly permits?: readonly PermitSpan[]
  },
  rows: PlanningRows,
  db: Db,
): Promise<Instance> {
  const fromDate = wish.fromDate as LocalDate
  const demand = await readDemand(db, wish.requirementId, {
    fromMs: startOfLocalDay(fromDate, rows.timezone),
    toMs: startOfLocalDay(addDays(fromDate, wish.days), rows.timezone),
  })
  if (demand.length === 0) throw new ProblemError('forecast-misses-week')
  const period = { fromDate, days: wish.days, timezone: rows.timezone }
  const kept = await readKept(db, wish)
  const built = withPlaces(
    buildInstance(rows, demand, period, toLocks(kept, rows, period)),
    kept.filter(({ locked }) => locked),
    { rows, period },
  )
  const instance = withSpareHours(built, rows, wish.leaveSpareHours ?? false)
  const steps = wish.demandOf === undefined ? [] : await readDemandSteps(db, wish.demandOf)
  const asked = withDemandSteps(instance, steps)
  const toDate = addDays(fromDate, wish.days - 1)
  const known = wish.permits ?? (await readPermits(db, { fromDate, toDate }))
  const permits = known.filter((permit) => permit.fromDate <= toDate)
  // Every look at a schedule passes here, and few centres have a trainee: sessions are read for them alone.
  if (permits.length === 0) return asked
  const sessions = await readSessionSpans(db, sessionSpan(wish, rows))
  return withTrainees(asked, { rows, period, permits, sessions })
}

/** Shifts of which the locked ones stay. */
async function readKept(
  db: Db,
  { keepLockedOf }: Pick<NewSchedule, 'keepLockedOf'>,
): Promise<readonly Shift[]> {
  return keepLockedOf === undefined ? [] : readShifts(db, keepLockedOf)
}

function sessionSpan(
  { fromDate, days }: Pick<NewSchedule, 'fromDate' | 'days'>,
  { timezone }: Pick<PlanningRows, 'timezone'>,
) {
  const from = fromDate as LocalDate
  return {
    startMs: startOfLocalDay(from, timezone),
    endMs: startOfLocalDay(addDays(from, days), timezone),
  }
}
