import { Button, Progress } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'

import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { JobView } from '../../lib/job-view.ts'
import { problemText } from '../../lib/problem.ts'

import styles from './job-progress.module.css'

interface JobProgressProps {
  /** What the work is: `Составление графика`. */
  readonly title: string
  readonly job: JobView
  readonly onCancel: () => void
  /** What it has so far, in words; absent while it tells nothing. */
  readonly soFar?: string
  /** Leads to what came of it; shown when it is done. */
  readonly result?: ReactNode
}

/** Long work never blocks: it shows how far it is, how long it will take, and can be stopped. */
export function JobProgress(props: JobProgressProps): ReactElement {
  const { title, job, onCancel, soFar, result } = props
  const t = useTranslate()
  const isGoing = job.status === 'queued' || job.status === 'running'
  return (
    <section className={styles['job']} aria-label={title}>
      <div className={styles['line']}>
        <strong>{title}</strong>
        <output className={styles['state']}>
          <JobState job={job} />
        </output>
        {job.status === 'running' && soFar !== undefined && (
          <span className={styles['state']}>{soFar}</span>
        )}
        {isGoing && (
          <Button
            variant="default"
            onClick={onCancel}
            disabled={job.status === 'running' && job.isCancelling}
          >
            {t('job.cancel')}
          </Button>
        )}
        {job.status === 'done' && result}
      </div>
      {isGoing && (
        <Progress
          value={job.status === 'running' ? job.progress * 100 : 0}
          aria-label={title}
          size={6}
          radius={0}
        />
      )}
    </section>
  )
}

function JobState({ job }: { readonly job: JobView }): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  if (job.status === 'failed') {
    const { text, nextStep } = problemText(job.problem, t)
    return (
      <span className={styles['failed']}>
        {text}. {nextStep}
      </span>
    )
  }
  if (job.status !== 'running') return <>{t(`job.${job.status}`)}</>
  if (job.isCancelling) return <>{t('job.cancelling')}</>
  const remaining =
    job.remainingSeconds === null
      ? null
      : t('job.remaining', { time: remainingTime(job.remainingSeconds) })
  return (
    <>
      {[format.percent(job.progress), job.stage, remaining].filter((s) => s !== null).join(' · ')}
    </>
  )

  function remainingTime(seconds: number): string {
    return seconds < 90 ? format.seconds(seconds) : format.duration(seconds)
  }
}
