import { useMemo } from 'react'

import type { components } from '../../api/schema.d.ts'
import { api } from '../../lib/api.ts'
import { addLocalDays, toLocalDate } from '../../lib/centre-time.ts'
import { useLocale, useTimeZone } from '../../lib/i18n/locale-context.tsx'
import { type HistoryMark, historyMarks } from './history-marks.ts'
import { dayPoints, type HistoryPoint, intervalPoints } from './history-points.ts'
import { type HistorySpan, stepOf } from './history-view.ts'

/** Stands in until the centre has been read. */
const USUAL_INTERVAL_MINUTES = 30

export type QueueHistorySummary = components['schemas']['HistorySummary']['queues'][number]

/** How much history each queue has, and how whole it is; undefined until it is known. */
export function useQueueHistories() {
  const { locale } = useLocale()
  const summary = api.useQuery('get', '/api/v1/history/summary')
  const queues = api.useQuery('get', '/api/v1/queues')
  const nameOf = (id: string): string =>
    queues.data?.queues.find((queue) => queue.id === id)?.name[locale] ?? ''
  return {
    rows:
      queues.data === undefined
        ? undefined
        : summary.data?.queues.map((row) => ({ ...row, name: nameOf(row.queueId) })),
    error: summary.error ?? queues.error,
  }
}

/** One queue's figures in view: by day, or by interval where those can be told apart. */
export function useHistoryPoints(queueId: string, view: HistorySpan) {
  const timeZone = useTimeZone()
  const center = api.useQuery('get', '/api/v1/center')
  const intervalMinutes = center.data?.intervalMinutes ?? USUAL_INTERVAL_MINUTES
  const step = stepOf(view)
  const [from, to] = [view.startMs, view.endMs].map((ms) => new Date(ms).toISOString())
  const query = { queueId, from: from ?? '', to: to ?? '', step }
  const { data, error } = api.useQuery('get', '/api/v1/history', { params: { query } })
  const points = useMemo((): readonly HistoryPoint[] => {
    const rows = data?.points ?? []
    return step === 'day' ? dayPoints(rows, timeZone) : intervalPoints(rows, intervalMinutes)
  }, [data, step, timeZone, intervalMinutes])
  return { points, error, intervalMinutes }
}

/** What is known of the days of a queue's history. */
export function useHistoryMarks(
  summary: QueueHistorySummary,
  whole: HistorySpan,
): readonly HistoryMark[] {
  const { locale } = useLocale()
  const timeZone = useTimeZone()
  const query = {
    from: toLocalDate(whole.startMs, timeZone),
    to: toLocalDate(addLocalDays(whole.endMs, 1, timeZone), timeZone),
  }
  const { data } = api.useQuery('get', '/api/v1/calendar', { params: { query } })
  return useMemo(
    () =>
      historyMarks(
        { gaps: summary.gapSpans, events: data?.events ?? [], days: data?.days ?? [] },
        { queueId: summary.queueId, locale, timeZone },
      ),
    [data, summary, locale, timeZone],
  )
}
