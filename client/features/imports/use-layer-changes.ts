import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'

import { api } from '../../lib/api.ts'

/** All that is shown rests on the history, and so do the states of the stages after it. */
export function useHistoryRefresh(): () => void {
  const queries = useQueryClient()
  const router = useRouter()
  return () => {
    void queries.invalidateQueries()
    void router.invalidate()
  }
}

/** Takes a layer out of the history, or puts it back. */
export function useLayerChanges() {
  const onSettled = useHistoryRefresh()
  const withdraw = api.useMutation('post', '/api/v1/imports/{importId}/withdraw', { onSettled })
  const restore = api.useMutation('post', '/api/v1/imports/{importId}/restore', { onSettled })
  const at = (importId: string) => ({ params: { path: { importId } } })
  return {
    problem: withdraw.error ?? restore.error,
    withdraw: (id: string) => withdraw.mutate(at(id)),
    restore: (id: string) => restore.mutate(at(id)),
  }
}
