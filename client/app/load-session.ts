import type { QueryClient } from '@tanstack/react-query'

import type { components } from '../api/schema.d.ts'
import { api } from '../lib/api.ts'
import { beginSession } from '../lib/session-end.ts'

/** Who is signed in, and where: what must be known before any page is drawn. */
export interface Session {
  readonly me: components['schemas']['Me']
  readonly center: components['schemas']['Center']
}

/**
 * Reads the session into the cache, from where pages follow its changes.
 *
 * @returns null when nobody is signed in
 */
export async function loadSession(queries: QueryClient): Promise<Session | null> {
  try {
    const [me, center] = await Promise.all([
      queries.ensureQueryData(api.queryOptions('get', '/api/v1/me')),
      queries.ensureQueryData(api.queryOptions('get', '/api/v1/center')),
    ])
    beginSession()
    return { me, center }
  } catch (error) {
    if (isUnauthorised(error)) return null
    throw error
  }
}

function isUnauthorised(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'status' in error && error.status === 401
}
