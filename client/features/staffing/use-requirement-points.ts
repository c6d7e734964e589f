import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'

import { api } from '../../lib/api.ts'
import type { RequirementPoint } from './requirement-model.ts'
import { toRequirementPoints } from './to-requirement-points.ts'

interface PointsOrder {
  readonly requirementId: string
  readonly queueIds: readonly string[]
  /** Half-open; null while it is not known. */
  readonly span: { readonly startMs: number; readonly endMs: number } | null
}

/** Points of some queues over a span, by queue id; undefined until all of them are here. */
export function useRequirementPoints({ requirementId, queueIds, span }: PointsOrder) {
  const from = new Date(span?.startMs ?? 0).toISOString()
  const to = new Date(span?.endMs ?? 0).toISOString()
  const answers = useQueries({
    queries: queueIds.map((queueId) =>
      api.queryOptions(
        'get',
        '/api/v1/requirements/{requirementId}/points',
        { params: { path: { requirementId }, query: { queueId, from, to } } },
        { enabled: span !== null },
      ),
    ),
    combine: (results) => ({
      served: results.map(({ data }) => data),
      error: results.find(({ error }) => error !== null)?.error ?? null,
      refetch: () => results.map(async (result) => result.refetch()),
    }),
  })
  const { served, error, refetch } = answers
  const points = useMemo((): ReadonlyMap<string, readonly RequirementPoint[]> | undefined => {
    const known = served.flatMap((data, i) => {
      const queueId = queueIds[i]
      return data === undefined || queueId === undefined
        ? []
        : [[queueId, toRequirementPoints(data)] as const]
    })
    return known.length === queueIds.length && known.length > 0 ? new Map(known) : undefined
  }, [served, queueIds])
  return { points, error, refetch }
}
