import type { ReactElement, ReactNode } from 'react'

import { CHART_GUTTER_PX } from '../../components/time-axis/chart-gutter.ts'
import { useFittingScale } from '../../components/time-axis/use-fitting-scale.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { HoursChart } from './hours-chart.tsx'
import { type HourQueue, type Hours, usedSpan } from './hours-model.ts'
import { HoursSummary } from './hours-summary.tsx'
import { HoursTable } from './hours-table.tsx'

import styles from './hours.module.css'

const HOUR_PX_MIN = 36

interface HoursViewProps {
  readonly hours: Hours
  readonly nowMs: number
  readonly nameOf: (queueId: string) => string
  readonly chosen: string | undefined
  readonly onChoose: (queueId: string) => void
  /** What can be done about it: below the summary. */
  readonly children?: ReactNode
}

/** Every queue in a line, and the chosen one's intervals on the day's axis. */
export function HoursView(props: HoursViewProps): ReactElement {
  const { hours, nameOf, chosen } = props
  const t = useTranslate()
  const queue = hours.queues.find(({ queueId }) => queueId === chosen) ?? hours.queues[0]
  const uncounted = hours.queues.filter(({ isCounted }) => !isCounted)
  return (
    <>
      {hours.missing > 0 && (
        <p className={styles['note']}>{t('hours.missing', { count: hours.missing })}</p>
      )}
      {hours.unknownQueues.length > 0 && (
        <p className={styles['note']}>
          {t('hours.unknown', { names: hours.unknownQueues.map(({ name }) => name).join(', ') })}
        </p>
      )}
      {uncounted.length > 0 && (
        <p className={styles['note']}>
          {t('hours.uncounted', {
            queues: uncounted.map(({ queueId }) => nameOf(queueId)).join(', '),
          })}
        </p>
      )}
      <HoursSummary {...props} chosen={queue?.queueId} />
      {props.children}
      {queue !== undefined && <QueueHours {...props} queue={queue} />}
      <p className={styles['note']}>{t('hours.how')}</p>
    </>
  )
}

function QueueHours(props: HoursViewProps & { readonly queue: HourQueue }): ReactElement | null {
  const { hours, queue, nowMs, nameOf } = props
  const t = useTranslate()
  const span = usedSpan(hours.queues)
  const { ref, scale } = useFittingScale({
    startMs: span?.startMs ?? nowMs,
    endMs: span?.endMs ?? nowMs + 3_600_000,
    besidePx: CHART_GUTTER_PX,
    minHourWidthPx: HOUR_PX_MIN,
  })
  if (span === undefined) return null
  return (
    <section ref={ref} aria-label={nameOf(queue.queueId)}>
      <HoursChart
        scale={scale}
        intervals={queue.intervals}
        nowMs={nowMs}
        label={t('hours.chart', { queue: nameOf(queue.queueId) })}
      />
      <details open>
        <summary>{t('today.coverage.numbers')}</summary>
        <HoursTable queue={queue} dayEndsAt={hours.dayEndsAt} />
      </details>
    </section>
  )
}
