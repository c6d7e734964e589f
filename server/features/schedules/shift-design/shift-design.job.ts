import { SCHEDULING_ENGINE_VERSION } from '#forecasting/scheduling/solve.ts'
import { inCenter } from '#server/platform/db/scope.ts'
import { JobCancelledError, type JobHandler } from '#server/platform/jobs/jobs.ts'

import type { ShiftDesignInput } from './shift-design.compute.ts'
import { insertShiftDesign } from './shift-design.queries.ts'
import type { FoundDesign, NewShiftDesign } from './shift-design.schema.ts'
import { designHash, designProblem } from './shift-design.service.ts'

const TOLERANCE = 0.05
const MOST_KINDS = 30

/** Finds which kinds of shift are worth offering in a week, in a worker thread, and stores them. */
export const shiftDesignJob: JobHandler = async (context) => {
  const order = context.input as NewShiftDesign
  const { requirementId, fromDate, everyStart = false } = order
  const { tolerance = TOLERANCE, most = MOST_KINDS } = order
  const instance = await inCenter(context.db, context.scope, (db) => designProblem(db, order))
  const found = await context.compute.run<ShiftDesignInput, FoundDesign>({
    module: new URL('shift-design.compute.ts', import.meta.url),
    name: 'computeShiftDesign',
    input: { instance, everyStart, tolerance, most },
    signal: context.signal,
    onProgress: (share, stage) => context.report(share, stage),
  })
  if (context.signal.aborted) throw new JobCancelledError()
  context.report(1, 'store')
  const shiftDesignId = await inCenter(context.db, context.scope, (db) =>
    insertShiftDesign(db, {
      centerId: context.scope.centerId,
      requirementId,
      fromDate,
      everyStart,
      tolerance,
      most,
      found,
      engineVersion: SCHEDULING_ENGINE_VERSION,
      dataHash: designHash(instance),
      madeBy: context.scope.actorName,
    }),
  )
  return { shiftDesignId, fromDate }
}
