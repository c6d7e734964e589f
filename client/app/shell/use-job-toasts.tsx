import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

import { api } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { isOpen, type Job, problemOf } from '../../lib/job-view.ts'
import { problemText } from '../../lib/problem.ts'
import { useStable } from '../../lib/use-stable.ts'
import { finishedJobs } from './finished-jobs.ts'
import { FLOW_STAGES } from './flow.ts'

const ASK_EVERY_MS = { busy: 3000, idle: 30_000 }
/** A failure stays until it is read. */
const SHOWN_MS = 12_000

/**
 * Says when long work has ended, with the way to what came of it, wherever the reader is meanwhile.
 * On the page of that work itself, the page says it.
 */
export function useJobToasts(): void {
  const queries = useQueryClient()
  const t = useTranslate()
  const navigate = useNavigate()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const { data } = api.useQuery('get', '/api/v1/jobs', undefined, {
    refetchInterval: ({ state }) =>
      state.data?.jobs.some(isOpen) === true ? ASK_EVERY_MS.busy : ASK_EVERY_MS.idle,
  })
  const before = useRef<readonly Job[] | undefined>(undefined)
  const tell = useStable((job: Job) => {
    const stage = FLOW_STAGES.find((one) => one.stage === job.kind)
    if (stage === undefined || stage.to === path) return
    void queries.invalidateQueries()
    if (job.status === 'cancelled') return
    const isDone = job.status === 'done'
    notifications.show({
      id: job.id,
      title: t(isDone ? 'toast.done' : 'toast.failed', { what: t(stage.label) }),
      message: (
        <>
          {!isDone && <div>{problemText(problemOf(job), t).text}</div>}
          {/* Not a link of the router: toasts are drawn outside it, and one would take the page down. */}
          <Button
            variant="default"
            onClick={() => {
              notifications.hide(job.id)
              void navigate({ to: stage.to })
            }}
          >
            {t('toast.open')}
          </Button>
        </>
      ),
      autoClose: isDone ? SHOWN_MS : false,
    })
  })
  useEffect(() => {
    if (data === undefined) return
    finishedJobs(before.current, data.jobs).forEach(tell)
    before.current = data.jobs
  }, [data, tell])
}
