import type { ReactElement } from 'react'

import { useFormat, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import type { QueueName } from '../shift/shift-panel-props.ts'
import type { Schedule } from '../versions/schedule-versions.ts'

import styles from './promised-wait.module.css'

interface PromisedWaitProps {
  readonly wait: NonNullable<Schedule['wait']>
  readonly queues: readonly (QueueName & { readonly code: string })[]
}

/** What a schedule that was made by waiting promises over its weeks, and what it costs. */
export function PromisedWait({ wait, queues }: PromisedWaitProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const seconds = (value: number | null): string =>
    value === null ? t('promisedWait.nobody') : format.seconds(Math.round(value))
  return (
    <div className={styles['wait']} data-met={wait.isMet}>
      <p className={styles['words']}>
        {t(wait.isMet ? 'promisedWait.met' : 'promisedWait.missed', {
          wait: seconds(wait.asaSeconds),
          goal: format.seconds(wait.goal.asaSeconds),
          lost: format.percent(wait.lostShare),
          most: format.percent(wait.goal.lostShare),
        })}{' '}
        {t('promisedWait.hours', {
          paid: format.number(wait.paidHours, 0),
          owed: format.number(wait.owedHours, 0),
        })}
      </p>
      <p className={styles['how']}>
        {wait.queues
          .map(({ code, asaSeconds, lostShare }) =>
            t('promisedWait.queue', {
              queue: queues.find((queue) => queue.code === code)?.name ?? code,
              wait: seconds(asaSeconds),
              lost: format.percent(lostShare),
            }),
          )
          .join(' · ')}
        {'. '}
        {t(wait.isOutdated ? 'promisedWait.outdated' : 'promisedWait.how')}
      </p>
    </div>
  )
}
