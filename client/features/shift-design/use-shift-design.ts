import type { components } from '../../api/schema.d.ts'
import { api } from '../../lib/api.ts'
import { useJob } from '../../lib/use-job.ts'

export type ShiftDesign = components['schemas']['ShiftDesign']
export type DesignedKind = ShiftDesign['kinds'][number]

/** A week and the requirement that is to be met in it. */
export interface DesignedWeek {
  /** Of its Monday. */
  readonly fromDate: string
  readonly requirementId: string
}

/** Among which starts, and by which share the week may cost more than with all of them. */
export interface DesignWish {
  readonly everyStart: boolean
  readonly tolerance: number
}

/** What was last found for a week, and the work that finds it anew. */
export function useShiftDesign({ fromDate, requirementId }: DesignedWeek) {
  const found = api.useQuery('get', '/api/v1/shift-designs', {
    params: { query: { fromDate, requirementId } },
  })
  const job = useJob('shift_design')
  const ordering = api.useMutation('post', '/api/v1/shift-designs', {
    onSuccess: ({ id }) => job.follow(id),
  })
  const status = job.view?.status
  // Asked for twice, or by somebody else meanwhile: the work that is shown is the answer.
  const isUnderWay = ordering.error?.type === '/problems/job-running' && job.view !== null
  return {
    design: found.data?.design ?? null,
    isPending: found.isPending,
    job,
    isGoing: status === 'queued' || status === 'running',
    isOrdering: ordering.isPending,
    order: (wish: DesignWish) => ordering.mutate({ body: { fromDate, requirementId, ...wish } }),
    problem: found.error ?? (isUnderWay ? null : ordering.error),
  }
}
