import { api } from './api.ts'

/** Whether the reader may publish notices, and so sees who has read them: HR, supervisors and heads. */
export function useCanPublish(): boolean {
  const me = api.useQuery('get', '/api/v1/me').data
  if (me === undefined) return false
  const { abilities, roles } = me
  return abilities.managePeople || roles.includes('supervisor') || roles.includes('head')
}
