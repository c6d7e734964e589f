import { useCallback, useMemo } from 'react'

import { api } from '../../lib/api.ts'
import { toLocalInput } from '../../lib/centre-time.ts'
import { useLocale, useTimeZone } from '../../lib/i18n/locale-context.tsx'
import { instantsOf } from '../../lib/planning-week.ts'
import { usePlanningSearch } from '../../lib/use-planning-search.ts'
import { usePlanningWeek } from '../../lib/use-planning-week.ts'
import { useQueues } from '../../lib/use-queues.ts'
import { calendarMarks } from './chart/calendar-marks.ts'
import { useForecastPoints } from './chart/use-forecast-points.ts'
import type { BandWidth, ForecastMark } from './forecast-model.ts'
import type { PickedSpan } from './override/span-picker.tsx'
import { useOverrides } from './override/use-overrides.ts'
import type { ForecastVersion } from './versions/use-forecast-versions.ts'

/** All that the view of one version shows, from the address and the server. */
export function useForecastView(shown: ForecastVersion, before: ForecastVersion | undefined) {
  const { queues, chosen: queue, error: queuesError } = useQueues()
  const { horizon, span, band, compared, ...address } = useAddress(shown, before)
  const overrides = useOverrides(shown.id)
  const order = { forecastId: shown.id, queueId: queue?.id, band }
  const found = useForecastPoints({ ...order, previousId: compared?.id, span })
  // An override may be about any part of the forecast, not only what is shown.
  const whole = useForecastPoints({ ...order, previousId: undefined, span: horizon })
  const totalOf = useCallback(
    ({ startMs, endMs }: PickedSpan): number =>
      (whole.points ?? [])
        .filter((point) => point.startMs >= startMs && point.startMs < endMs)
        .reduce((sum, { mean }) => sum + mean, 0),
    [whole.points],
  )
  return {
    queue,
    queueName: (id: string): string => queues.find((one) => one.id === id)?.name ?? '',
    span,
    /** What of the shown span the version covers; null when nothing. */
    covered: intersection(span, horizon),
    points: found.points,
    totalOf,
    marks: useMarks(shown, overrides.overrides, queue?.id, span),
    accuracy: shown.accuracy.find(({ queueId }) => queueId === queue?.id),
    outliers: shown.outliers[queue?.id ?? ''] ?? [],
    overrides,
    compared,
    error: found.error ?? queuesError ?? overrides.error,
    refetch: found.refetch,
    toolbar: { ...address, queues, queueCode: queue?.code, shown },
    picture: {
      view: address.search.view ?? ('interval' as const),
      band,
      version: shown.version,
      previousVersion: compared?.version,
    },
  }
}

/** What the address asks for: a week or the whole version, how wide a band, beside which version. */
function useAddress(shown: ForecastVersion, before: ForecastVersion | undefined) {
  const [search, onChange] = usePlanningSearch()
  const timeZone = useTimeZone()
  const { week, weeks } = usePlanningWeek(shown)
  const horizon = useMemo(() => instantsOf(shown, timeZone), [shown, timeZone])
  const span = search.view === 'horizon' ? horizon : week
  const band: BandWidth = search.band ?? 80
  const compared = search.compare === true ? before : undefined
  return { search, onChange, week, weeks, horizon, span, band, compared }
}

function intersection(a: PickedSpan | null, b: PickedSpan): PickedSpan | null {
  if (a === null) return null
  const startMs = Math.max(a.startMs, b.startMs)
  const endMs = Math.min(a.endMs, b.endMs)
  return startMs < endMs ? { startMs, endMs } : null
}

/** Holidays, events, outliers and overrides of the span. */
function useMarks(
  shown: ForecastVersion,
  overrides: ReturnType<typeof useOverrides>['overrides'],
  queueId: string | undefined,
  span: PickedSpan | null,
): readonly ForecastMark[] {
  const { locale, t } = useLocale()
  const timeZone = useTimeZone()
  const dateOf = (ms: number): string => toLocalInput(ms, timeZone).slice(0, 10)
  const query = { from: dateOf(span?.startMs ?? 0), to: dateOf(span?.endMs ?? 0) }
  const { data: calendar } = api.useQuery(
    'get',
    '/api/v1/calendar',
    { params: { query } },
    { enabled: span !== null },
  )
  return useMemo(() => {
    if (span === null || queueId === undefined) return []
    const outliers = shown.outliers[queueId] ?? []
    const sources = { calendar, outliers, overrides, queueId, timeZone, locale, t }
    return calendarMarks({ ...sources, ...span })
  }, [span, queueId, shown.outliers, calendar, overrides, timeZone, locale, t])
}
