import { useState } from 'react'

import { api } from '../../../lib/api.ts'
import type { ProblemView } from '../../../lib/problem.ts'
import { type FollowedJob, useJob } from '../../../lib/use-job.ts'
import { usePlanningSearch } from '../../../lib/use-planning-search.ts'
import type { PartOrder, Reoptimisation } from './part-form.ts'

/** The way from "this part could be better" to a new plan of it: ordered, searched, looked at, kept. */
export interface ReoptimisationDesk {
  readonly isOpen: boolean
  readonly isOrdering: boolean
  readonly problem: ProblemView | null
  readonly job: FollowedJob
  /** The latest that still fits the schedule. */
  readonly found: Reoptimisation | null
  /** What of it the week shows. */
  readonly shown: Reoptimisation | null
  readonly open: () => void
  readonly close: () => void
  readonly order: (order: PartOrder) => void
  readonly show: (isShown: boolean) => void
  /** Throws the proposal away, kept or not. */
  readonly drop: () => void
}

const ROUTE = '/api/v1/schedules/{scheduleId}/reoptimisation'

/** @param canPlan whether the reader may order one: others have nothing to wait for */
export function useReoptimisation(scheduleId: string, canPlan: boolean): ReoptimisationDesk {
  const [isOpen, setOpen] = useState(false)
  const [isShown, show] = useState(false)
  const [search, changeSearch] = usePlanningSearch()
  const isLinked = canPlan && search.remake !== undefined
  const close = (): void => {
    setOpen(false)
    if (isLinked) changeSearch({ remake: undefined })
  }
  const params = { path: { scheduleId } }
  const latest = api.useQuery('get', ROUTE, { params }, { enabled: canPlan })
  const job = useJob('reoptimisation', (result) => {
    if (result['scheduleId'] === scheduleId) show(true)
  })
  const ordering = api.useMutation('post', ROUTE, {
    onSuccess: ({ id }) => {
      close()
      show(false)
      job.follow(id)
    },
  })
  const dropping = api.useMutation('delete', `${ROUTE}/{reoptimisationId}`, {
    onSettled: () => void latest.refetch(),
  })
  const { reoptimisation = null } = latest.data ?? {}
  const found = reoptimisation === null || reoptimisation.isStale ? null : reoptimisation
  return {
    isOpen: isOpen || isLinked,
    isOrdering: ordering.isPending,
    problem: ordering.error,
    job,
    found,
    shown: isShown && found !== null && found.proposal.changes.length > 0 ? found : null,
    open: () => {
      ordering.reset()
      setOpen(true)
    },
    close,
    order: (body) => ordering.mutate({ params, body }),
    show,
    drop: () => {
      show(false)
      if (found === null) return
      dropping.mutate({ params: { path: { scheduleId, reoptimisationId: found.id } } })
    },
  }
}
