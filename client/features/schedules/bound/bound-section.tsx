import { Button } from '@mantine/core'
import { type ReactElement, useEffect } from 'react'

import type { components } from '../../../api/schema.d.ts'
import { JobProgress } from '../../../components/job-progress/job-progress.tsx'
import { FailedState } from '../../../components/states/failed-state.tsx'
import { NoticeBar } from '../../../components/states/notice-bar.tsx'
import { api } from '../../../lib/api.ts'
import { useFormat, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import { useAbilities } from '../../../lib/use-abilities.ts'
import { useJob } from '../../../lib/use-job.ts'

import styles from './bound-section.module.css'

type Bound = components['schemas']['ScheduleBound']

interface BoundSectionProps {
  readonly scheduleId: string
  /** The proof stands, but the schedule's own price follows every change. */
  readonly revision: number
}

const ROUTE = '/api/v1/schedules/{scheduleId}/bound'

/** How near is the schedule to the best possible? Proven on demand. */
export function BoundSection(props: BoundSectionProps): ReactElement {
  const t = useTranslate()
  const { canPlan } = useAbilities()
  const { bound, isUnasked, job, isOrdering, order, problem } = useBound(props)
  const isGoing = job.view?.status === 'queued' || job.view?.status === 'running'
  return (
    <section aria-label={t('bound.title')} className={styles['section']}>
      <div className={styles['head']}>
        <h2 className={styles['title']}>{t('bound.title')}</h2>
        {canPlan && (
          <Button variant="default" loading={isOrdering} disabled={isGoing} onClick={order}>
            {t(bound === null ? 'bound.ask' : 'bound.again')}
          </Button>
        )}
      </div>
      {problem !== null && <FailedState problem={problem} />}
      {job.view !== null && job.view.status !== 'done' && (
        <JobProgress title={t('bound.job')} job={job.view} onCancel={job.cancel} />
      )}
      {bound !== null && <Proven bound={bound} />}
      {isUnasked && !isGoing && <p className={styles['how']}>{t('bound.empty')}</p>}
    </section>
  )
}

function useBound({ scheduleId, revision }: BoundSectionProps) {
  const params = { path: { scheduleId } }
  const { data, error, refetch } = api.useQuery('get', ROUTE, { params })
  useEffect(() => void refetch(), [revision, refetch])
  const job = useJob('schedule_bound')
  const ordering = api.useMutation('post', ROUTE, { onSuccess: ({ id }) => job.follow(id) })
  return {
    bound: data?.bound ?? null,
    isUnasked: data !== undefined && data.bound === null,
    job,
    isOrdering: ordering.isPending,
    order: () => ordering.mutate({ params }),
    problem: error ?? ordering.error,
  }
}

function Proven({ bound }: { readonly bound: Bound }): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const gap = bound.gap === null ? '—' : format.percent(Math.max(0, bound.gap))
  return (
    <>
      {bound.isStale && <NoticeBar kind="stale" text={t('bound.stale')} />}
      <output className={styles['answer']}>
        {bound.breaksRules
          ? t('bound.answer.broken', { gap: format.percent(bound.gap ?? 0) })
          : t('bound.answer', { gap })}
      </output>
      <p className={styles['how']}>
        {t('bound.how', {
          bound: format.number(bound.bound, 1),
          core: format.number(bound.core, 1),
          by: bound.madeBy,
          at: format.dateTime(Date.parse(bound.madeAt)),
        })}
      </p>
    </>
  )
}
