import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'

const FRESH_MS = 30_000
const UNAUTHORISED = 401

/**
 * The cache of what the server said.
 *
 * @param onSessionLost called when the server no longer knows who is asking
 */
export function createQueryClient(onSessionLost: () => void): QueryClient {
  const onError = (error: unknown): void => {
    if (statusOf(error) === UNAUTHORISED) onSessionLost()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        // What was refused once will be refused again; a lost connection may come back.
        retry: (failures, error) => failures < 1 && (statusOf(error) ?? 500) >= 500,
      },
    },
  })
}

/** Problems come as they are, or within an error that carries one. */
function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  if ('status' in error && typeof error.status === 'number') return error.status
  return 'problem' in error ? statusOf(error.problem) : undefined
}
