import { score } from '#forecasting/scheduling/score.ts'
import { SCHEDULING_ENGINE_VERSION } from '#forecasting/scheduling/solve.ts'
import { inCenter } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'
import { JobCancelledError, type JobHandler } from '#server/platform/jobs/jobs.ts'
import type { LinearSolution } from '#server/platform/linear-solver.ts'

import { loadSchedule } from '../load-schedule.ts'
import { insertBound } from './bound.queries.ts'
import { boundHash, boundProblem } from './bound.service.ts'

/** Which schedule is to be held against the best possible. */
export interface BoundOrder {
  readonly scheduleId: string
}

/** Proves how near a schedule is to the best possible, in a worker thread, and stores the proof. */
export const boundJob: JobHandler = async (context) => {
  const { scheduleId } = context.input as BoundOrder
  const { row, instance, plan } = await inCenter(context.db, context.scope, async (db) =>
    boundProblem(await loadSchedule(db, scheduleId)),
  )
  const proven = await context.compute.run<{ instance: typeof instance }, LinearSolution>({
    module: new URL('bound.compute.ts', import.meta.url),
    name: 'computeBound',
    input: { instance },
    signal: context.signal,
    onProgress: (share, stage) => context.report(share, stage),
  })
  if (context.signal.aborted) throw new JobCancelledError()
  if (proven.kind === 'unsolved') {
    throw new ProblemError('bound-not-proven', { values: { status: proven.status } })
  }
  context.report(1, 'store')
  const boundId = await inCenter(context.db, context.scope, (db) =>
    insertBound(db, {
      centerId: context.scope.centerId,
      scheduleId,
      revision: row.revision,
      bound: proven.objective,
      core: score(instance, plan).core,
      engineVersion: SCHEDULING_ENGINE_VERSION,
      dataHash: boundHash(instance),
      madeBy: context.scope.actorName,
    }),
  )
  return { boundId, scheduleId }
}
