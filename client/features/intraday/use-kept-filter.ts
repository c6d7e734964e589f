import { useQueryClient } from '@tanstack/react-query'

import { api } from '../../lib/api.ts'
import type { KeptFilter } from './board-search.ts'
import type { BoardFilter } from './board.ts'

const PATH = '/api/v1/today/filter'
/** A wall follows what its user chooses at the desk. */
const REFRESH_MS = 30_000

/** What the reader looked at last, on whichever screen; undefined until it is known. */
export function useKeptFilter(): {
  readonly kept: KeptFilter | undefined
  readonly keep: (filter: BoardFilter) => void
} {
  const queries = useQueryClient()
  const { queryKey } = api.queryOptions('get', PATH)
  const { data, error } = api.useQuery('get', PATH, {}, { refetchInterval: REFRESH_MS })
  const { mutate } = api.useMutation('put', PATH, {
    onSuccess: (kept) => queries.setQueryData(queryKey, kept),
  })
  return {
    // The board is worth more than the filter: without an answer everybody is shown.
    kept: data ?? (error === null ? undefined : EVERYBODY),
    keep: ({ standings, team }) => mutate({ body: { standings: [...standings], team } }),
  }
}

const EVERYBODY: KeptFilter = { standings: [], team: null }
