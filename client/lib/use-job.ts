import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { api } from './api.ts'
import { useTranslate } from './i18n/locale-context.tsx'
import { isOpen, type Job, type JobSight, type JobView, toJobView } from './job-view.ts'
import { useServerEvents } from './use-server-events.ts'
import { useStable } from './use-stable.ts'

type JobKind =
  | 'forecast'
  | 'requirement'
  | 'schedule'
  | 'schedule_bound'
  | 'schedule_rule_prices'
  | 'reoptimisation'
  | 'shift_design'
  | 'simulation'
  | 'group_sizing'

/** Long work of one kind, followed until it ends. */
export interface FollowedJob {
  /** Null when nothing of the kind has run since the page was opened. */
  readonly view: JobView | null
  readonly follow: (jobId: string) => void
  readonly cancel: () => void
}

interface Heard {
  readonly job: Job
  readonly first: JobSight
  readonly latest: JobSight
}

/**
 * Follows the work of one kind by server-sent events: one that is under way when the page opens, one
 * that somebody else starts meanwhile, or one that the page starts itself and hands to `follow`.
 * When it is done, everything that was read before is read again.
 *
 * @param onDone gets what the job made, for example the id of the new schedule
 */
export function useJob(
  kind: JobKind,
  onDone?: (result: Readonly<Record<string, unknown>>) => void,
): FollowedJob {
  const t = useTranslate()
  const queries = useQueryClient()
  const listOptions = api.queryOptions('get', '/api/v1/jobs')
  const [heard, setHeard] = useState<Heard | null>(null)
  const [cancelledId, setCancelledId] = useState<string | null>(null)
  const over = heard === null || isOpen(heard.job) ? null : heard.job.id
  const [followedId, follow] = useFollowedId(kind, over)
  const known = heard?.job.id === followedId ? heard : null
  const isFollowing = followedId !== null && (known === null || isOpen(known.job))

  const hear = useStable((job: Job) => {
    const sight = { atMs: Date.now(), progress: job.progress }
    const isNew = heard?.job.id !== job.id || heard.job.status !== job.status
    if (!isNew && !isOpen(job)) return
    setHeard({ job, first: isNew ? sight : heard.first, latest: sight })
    queries.setQueryData<{ jobs: Job[] }>(listOptions.queryKey, (old) => ({
      jobs: [job, ...(old?.jobs ?? []).filter(({ id }) => id !== job.id)],
    }))
    if (isOpen(job)) return
    void queries.invalidateQueries()
    if (job.status === 'done') onDone?.(job.result ?? {})
  })
  useServerEvents(isFollowing ? `/api/v1/jobs/${followedId}/events` : null, {
    job: (data) => hear(data as Job),
  })

  const stop = api.useMutation('post', '/api/v1/jobs/{jobId}/cancel', {
    onSuccess: (job) => {
      if (!isOpen(job)) hear(job)
    },
    // Nothing left to stop, or no answer: the job goes on, and its events tell how it ends.
    onError: () => setCancelledId(null),
  })
  return {
    view: viewOf(),
    follow,
    cancel: () => {
      if (followedId === null) return
      setCancelledId(followedId)
      stop.mutate({ params: { path: { jobId: followedId } } })
    },
  }

  function viewOf(): JobView | null {
    if (followedId === null) return null
    if (known === null) return { status: 'queued' }
    return toJobView(known.job, { ...known, isCancelling: cancelledId === followedId }, t)
  }
}

/**
 * Which job is followed: the one that was handed over, else an open one of the list.
 *
 * @param overId the job that was followed and has ended: a list that is a little old may not know
 */
function useFollowedId(
  kind: JobKind,
  overId: string | null,
): readonly [string | null, (jobId: string) => void] {
  const list = api.useQuery('get', '/api/v1/jobs')
  const [followedId, follow] = useState<string | null>(null)
  const open = list.data?.jobs.find((job) => job.kind === kind && isOpen(job) && job.id !== overId)
  const isFree = followedId === null || followedId === overId
  if (open !== undefined && isFree) follow(open.id)
  return [followedId, follow]
}
