import { api } from '../../lib/api.ts'
import type { MessageKey } from '../../lib/i18n/catalogue.ts'

/** A page beside the flow of the work. */
export interface SidePlace {
  readonly to: '/settings' | '/account' | '/users' | '/audit'
  readonly label: MessageKey
}

/** The pages beside the flow that this reader may open, most used first. */
export function useSidePlaces(): readonly SidePlace[] {
  const abilities = api.useQuery('get', '/api/v1/me').data?.abilities
  return [
    { to: '/settings', label: 'page.settings' },
    ...(abilities?.administer === true ? ([{ to: '/users', label: 'page.users' }] as const) : []),
    ...(abilities?.readAudit === true ? ([{ to: '/audit', label: 'page.audit' }] as const) : []),
    { to: '/account', label: 'page.account' },
  ]
}
