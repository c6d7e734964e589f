import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { api } from '../../lib/api.ts'

/** One's own shifts; the first look is kept at once, so that later ones can tell what changed. */
export function useOwnShifts() {
  const queries = useQueryClient()
  const { data, error } = api.useQuery('get', '/api/v1/my/shifts')
  const { mutate, isPending } = api.useMutation('post', '/api/v1/my/shifts/seen', {
    onSuccess: (own) =>
      queries.setQueryData(api.queryOptions('get', '/api/v1/my/shifts').queryKey, own),
  })
  const isFirstLook = data !== undefined && data.seenAt === null
  useEffect(() => {
    if (isFirstLook) mutate({})
  }, [isFirstLook, mutate])
  return { own: data, error, isMarking: isPending, markSeen: () => mutate({}) }
}

/** What was asked for, and everything that asks. */
export function useOwnRequests() {
  const queries = useQueryClient()
  const settled = { onSuccess: () => queries.invalidateQueries() }
  const { data, error } = api.useQuery('get', '/api/v1/my/shift-requests')
  const asking = api.useMutation('post', '/api/v1/my/shift-requests', settled)
  const answering = api.useMutation('post', '/api/v1/my/shift-requests/{requestId}/answer', settled)
  const withdrawing = api.useMutation(
    'post',
    '/api/v1/my/shift-requests/{requestId}/withdrawal',
    settled,
  )
  return {
    requests: data?.requests ?? [],
    error: error ?? answering.error ?? withdrawing.error,
    asking,
    answer: (requestId: string, agrees: boolean) =>
      answering.mutate({ params: { path: { requestId } }, body: { agrees } }),
    withdraw: (requestId: string) => withdrawing.mutate({ params: { path: { requestId } } }),
    isBusy: answering.isPending || withdrawing.isPending,
  }
}

export type RequestDesk = ReturnType<typeof useOwnRequests>
