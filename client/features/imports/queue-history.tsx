import type { ReactElement } from 'react'

import { IntervalTable } from '../../components/interval-table/interval-table.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { fromLocalInput, toLocalDate } from '../../lib/centre-time.ts'
import { useFormat, useTimeZone, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { stretchText } from '../../lib/i18n/stretch-text.ts'
import { HistoryChart } from './history-chart.tsx'
import { historyColumns, type SummaryRow } from './history-columns.ts'
import { HistoryMarkList } from './history-mark-list.tsx'
import { marksWithin } from './history-marks.ts'
import type { HistorySearch } from './history-search.ts'
import { type HistorySpan, stepOf, wholeDays } from './history-view.ts'
import { HistoryZoomControl } from './history-zoom.tsx'
import { useHistoryMarks, useHistoryPoints } from './use-history.ts'

import styles from './imports.module.css'

interface QueueHistoryProps {
  /** Of a queue that has a history. */
  readonly summary: SummaryRow
  readonly search: HistorySearch
  /** Local dates, half-open; nothing for all of it. */
  readonly onShow: (span: Pick<HistorySearch, 'from' | 'to'>) => void
}

/** One queue's history on the time axis, as near as the reader wants it. */
export function QueueHistory(props: QueueHistoryProps): ReactElement {
  const { summary, search, onShow } = props
  const t = useTranslate()
  const format = useFormat()
  const timeZone = useTimeZone()
  const whole = wholeDays(
    Date.parse(summary.firstAt ?? ''),
    Date.parse(summary.lastAt ?? ''),
    timeZone,
  )
  const view = viewOf(search, timeZone) ?? whole
  const { points, error, intervalMinutes } = useHistoryPoints(summary.queueId, view)
  const marks = useHistoryMarks(summary, whole)
  const show = (next: HistorySpan): void =>
    onShow(
      next.startMs === whole.startMs && next.endMs === whole.endMs
        ? {}
        : { from: toLocalDate(next.startMs, timeZone), to: toLocalDate(next.endMs, timeZone) },
    )
  const unit =
    stepOf(view) === 'day'
      ? t('history.unit.day')
      : t('history.unit.interval', { minutes: intervalMinutes })
  return (
    <section>
      <HistoryZoomControl frame={{ view, whole, timeZone }} onChange={show} />
      {error !== null && <FailedState problem={error} />}
      <HistoryChart
        points={points}
        marks={marks}
        view={view}
        unit={unit}
        summary={`${summary.name}: ${stretchText(view.startMs, view.endMs, format)}`}
        onPick={(a, b) => show(wholeDays(a, b, timeZone))}
      />
      <HistoryMarkList
        marks={marksWithin(marks, view)}
        onShow={({ startMs, endMs }) => show(wholeDays(startMs, endMs, timeZone))}
      />
      <details className={styles['details']}>
        <summary>{t('history.table')}</summary>
        <IntervalTable
          label={summary.name}
          columns={historyColumns(t, format)}
          rows={points}
          rowKey={({ startMs }) => String(startMs)}
        />
      </details>
    </section>
  )
}

function viewOf({ from, to }: HistorySearch, timeZone: string): HistorySpan | null {
  if (from === undefined || to === undefined) return null
  const startMs = fromLocalInput(`${from}T00:00`, timeZone)
  const endMs = fromLocalInput(`${to}T00:00`, timeZone)
  return startMs === null || endMs === null ? null : { startMs, endMs }
}
