import { useMemo } from 'react'

import { api } from '../../lib/api.ts'
import type { RequirementPoint } from './requirement-model.ts'

/** The latest requirement version, and its points of one queue over a span. */
export function useRequirement(
  queueId: string | undefined,
  span: { readonly from: string; readonly to: string } | undefined,
) {
  const list = api.useQuery('get', '/api/v1/requirements')
  const requirement = list.data?.requirements[0]
  const points = api.useQuery(
    'get',
    '/api/v1/requirements/{requirementId}/points',
    {
      params: {
        path: { requirementId: requirement?.id ?? '' },
        query: { queueId: queueId ?? '', from: span?.from ?? '', to: span?.to ?? '' },
      },
    },
    { enabled: requirement !== undefined && queueId !== undefined && span !== undefined },
  )
  const shown = useMemo((): readonly RequirementPoint[] => {
    const { data } = points
    if (data === undefined) return []
    return data.points.map((point) => {
      const startMs = Date.parse(point.startsAt)
      return {
        startMs,
        endMs: startMs + data.intervalMinutes * 60_000,
        contacts: point.contacts,
        handleSeconds: point.ahtSeconds,
        agents: point.agents,
        rostered: point.rostered,
        binding: point.binding,
        isUnavoidablyOver: point.band === 'below_band_unavoidable',
        asaSeconds: point.asaSeconds,
        serviceLevel: point.serviceLevel,
        abandonShare: point.abandonShare,
        occupancy: point.occupancy,
      }
    })
  }, [points])
  return {
    requirement,
    points: shown,
    isPending: list.isPending,
    error: list.error ?? points.error,
  }
}
