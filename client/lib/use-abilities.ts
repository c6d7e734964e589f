import { api } from './api.ts'

/** What the server lets the reader do. Until it has said so, the page offers nothing. */
export function useAbilities(): {
  readonly isKnown: boolean
  readonly canPlan: boolean
  readonly canSupervise: boolean
  /** Ask why a schedule is as it is. */
  readonly canExplain: boolean
} {
  const { data } = api.useQuery('get', '/api/v1/me')
  return {
    isKnown: data !== undefined,
    canPlan: data?.abilities.plan ?? false,
    canSupervise: data?.abilities.supervise ?? false,
    canExplain: data?.abilities.explain ?? false,
  }
}
