import type { RelaxationPrices } from '#forecasting/scheduling/relaxations/price-relaxations.ts'
import { SCHEDULING_ENGINE_VERSION } from '#forecasting/scheduling/solve.ts'
import type { Language } from '#server/platform/db/column-types.ts'
import { inCenter } from '#server/platform/db/scope.ts'
import { JobCancelledError, type JobHandler } from '#server/platform/jobs/jobs.ts'

import { loadSchedule } from '../load-schedule.ts'
import { withSessionDemand } from '../problem/session-pauses.ts'
import { solvablePlan } from '../problem/solvable-plan.ts'
import type { RulePricesInput } from './rule-prices.compute.ts'
import { insertRulePrices } from './rule-prices.queries.ts'
import { rulePricesHash } from './rule-prices.service.ts'

const SEED = 1

/** Whose rules are to be priced, and the language of whoever asked: refusals are kept in it. */
export interface RulePricesOrder {
  readonly scheduleId: string
  readonly language: Language
}

/** Finds what each rule relaxed by one unit would bring to a schedule, in a worker thread. */
export const rulePricesJob: JobHandler = async (context) => {
  const { scheduleId, language } = context.input as RulePricesOrder
  const loaded = await inCenter(context.db, context.scope, (db) => loadSchedule(db, scheduleId))
  const taught = { ...loaded, instance: withSessionDemand(loaded) }
  const { instance, plan } = solvablePlan(taught, language)
  const found = await context.compute.run<RulePricesInput, RelaxationPrices>({
    module: new URL('rule-prices.compute.ts', import.meta.url),
    name: 'computeRulePrices',
    input: { instance, plan, contracts: loaded.rows.contracts.map(({ code }) => code), seed: SEED },
    signal: context.signal,
    onProgress: (share, stage) => context.report(share, stage),
  })
  if (context.signal.aborted && found.prices.length === 0) throw new JobCancelledError()
  context.report(1, 'store')
  const rulePricesId = await inCenter(context.db, context.scope, (db) =>
    insertRulePrices(db, {
      centerId: context.scope.centerId,
      scheduleId,
      revision: loaded.row.revision,
      found,
      seed: SEED,
      engineVersion: SCHEDULING_ENGINE_VERSION,
      dataHash: rulePricesHash(loaded),
      madeBy: context.scope.actorName,
    }),
  )
  return { rulePricesId, scheduleId, cancelled: context.signal.aborted }
}
