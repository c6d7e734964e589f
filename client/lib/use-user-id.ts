import { api } from './api.ts'

/** Whose session it is; empty until it is known. */
export function useUserId(): string {
  return api.useQuery('get', '/api/v1/me').data?.id ?? ''
}
