import { type LocalDate, localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import type { Instance } from '#forecasting/scheduling/instance.ts'
import type { Language } from '#server/platform/db/column-types.ts'
import { inCenter } from '#server/platform/db/scope.ts'
import type { JobHandler } from '#server/platform/jobs/jobs.ts'

import { presentProposal } from '../changes/present-proposal.ts'
import { type LoadedSchedule, loadSchedule } from '../load-schedule.ts'
import { hashOf } from '../problem/instance-hash.ts'
import { withSessionDemand } from '../problem/session-pauses.ts'
import { solvablePlan } from '../problem/solvable-plan.ts'
import { withSpareHours } from '../problem/spare-hours.ts'
import { partScope } from './part-scope.ts'
import type { ReoptimisationInput, ReoptimisationOutcome } from './reoptimisation.compute.ts'
import { insertReoptimisation } from './reoptimisation.queries.ts'
import type { NewReoptimisation } from './reoptimisation.schema.ts'

const SEED_DEFAULT = 1
const TIME_LIMIT_DEFAULT_SECONDS = 20

/** An order to make a part anew, and the language of whoever gave it: refusals are kept in it. */
export interface ReoptimisationOrder extends NewReoptimisation {
  readonly scheduleId: string
  readonly language: Language
}

/**
 * Makes a part of a schedule anew in a worker thread and stores it as a proposal: the schedule itself
 * stays as it is. A cancel keeps the best so far.
 */
export const reoptimisationJob: JobHandler = async (context) => {
  const order = context.input as ReoptimisationOrder
  const { scheduleId, part, seed = SEED_DEFAULT } = order
  const read = await inCenter(context.db, context.scope, (db) => loadSchedule(db, scheduleId))
  const loaded = { ...read, instance: orderedInstance(read, order) }
  const today: LocalDate = localDateOf(Date.now() as EpochMs, loaded.rows.timezone)
  const scope = partScope(part, loaded, today)
  const { instance, plan } = solvablePlan(loaded, order.language)
  const outcome = await context.compute.run<ReoptimisationInput, ReoptimisationOutcome>({
    module: new URL('reoptimisation.compute.ts', import.meta.url),
    name: 'computeReoptimisation',
    input: {
      instance,
      plan,
      scope,
      queues: loaded.rows.queues,
      seed,
      timeLimitSeconds: order.timeLimitSeconds ?? TIME_LIMIT_DEFAULT_SECONDS,
    },
    signal: context.signal,
    onProgress: (share, stage, soFar) => context.report(share, stage, soFar),
  })
  context.report(1, 'store')
  const reoptimisationId = await inCenter(context.db, context.scope, (db) =>
    insertReoptimisation(db, {
      centerId: context.scope.centerId,
      scheduleId,
      revision: loaded.row.revision,
      part,
      seed,
      engineVersion: outcome.engineVersion,
      dataHash: hashOf({ instance, plan, scope }),
      cost: outcome.cost,
      proposal: presentProposal(outcome.proposed, loaded),
      madeBy: context.scope.actorName,
    }),
  )
  return { reoptimisationId, scheduleId, cancelled: context.signal.aborted }
}

/** The problem as the schedule was made for it, unless the order says otherwise. */
function orderedInstance(
  loaded: LoadedSchedule,
  { leaveSpareHours }: Pick<NewReoptimisation, 'leaveSpareHours'>,
): Instance {
  const instance = withSessionDemand(loaded)
  return leaveSpareHours === undefined
    ? instance
    : withSpareHours(instance, loaded.rows, leaveSpareHours)
}
