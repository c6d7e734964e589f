import { useMemo } from 'react'

import { api } from '../../../lib/api.ts'
import type { BandWidth, ForecastPoint } from '../forecast-model.ts'
import { toPoints } from './to-points.ts'

interface PointsOrder {
  readonly forecastId: string | undefined
  /** Shown beside it; undefined for none. */
  readonly previousId: string | undefined
  readonly queueId: string | undefined
  /** Half-open; null while it is not known. */
  readonly span: { readonly startMs: number; readonly endMs: number } | null
  readonly band: BandWidth
}

/** Points of one queue over a span, with another version's beside them if one is compared. */
export function useForecastPoints({ forecastId, previousId, queueId, span, band }: PointsOrder) {
  const query = {
    queueId: queueId ?? '',
    from: new Date(span?.startMs ?? 0).toISOString(),
    to: new Date(span?.endMs ?? 0).toISOString(),
  }
  const isKnown = queueId !== undefined && span !== null
  const own = usePoints(forecastId, query, isKnown)
  const previous = usePoints(previousId, query, isKnown)
  const points = useMemo(
    (): readonly ForecastPoint[] | undefined =>
      own.data === undefined ? undefined : toPoints(own.data, band, previous.data),
    [own.data, previous.data, band],
  )
  return { points, error: own.error ?? previous.error, refetch: own.refetch }
}

function usePoints(
  forecastId: string | undefined,
  query: { readonly queueId: string; readonly from: string; readonly to: string },
  isKnown: boolean,
) {
  return api.useQuery(
    'get',
    '/api/v1/forecasts/{forecastId}/points',
    { params: { path: { forecastId: forecastId ?? '' }, query } },
    { enabled: isKnown && forecastId !== undefined },
  )
}
