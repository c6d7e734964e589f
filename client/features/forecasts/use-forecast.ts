import { useMemo } from 'react'

import { api } from '../../lib/api.ts'
import type { ForecastPoint } from './forecast-model.ts'

/** The latest forecast version, and its points of one queue over a span. */
export function useForecast(
  queueId: string | undefined,
  span: { readonly from: string; readonly to: string } | undefined,
) {
  const list = api.useQuery('get', '/api/v1/forecasts')
  const forecast = list.data?.forecasts[0]
  const points = api.useQuery(
    'get',
    '/api/v1/forecasts/{forecastId}/points',
    {
      params: {
        path: { forecastId: forecast?.id ?? '' },
        query: { queueId: queueId ?? '', from: span?.from ?? '', to: span?.to ?? '' },
      },
    },
    { enabled: forecast !== undefined && queueId !== undefined && span !== undefined },
  )
  const shown = useMemo((): readonly ForecastPoint[] => {
    const { data } = points
    if (data === undefined) return []
    return data.points.map((point) => {
      const startMs = Date.parse(point.startsAt)
      return {
        startMs,
        endMs: startMs + data.intervalMinutes * 60_000,
        mean: point.adjusted,
        low: point.low,
        high: point.high,
        actual: point.actual,
        handleSeconds: point.ahtSeconds,
      }
    })
  }, [points])
  return { forecast, points: shown, isPending: list.isPending, error: list.error ?? points.error }
}
