import { api } from '../../lib/api.ts'
import type { MessageKey } from '../../lib/i18n/catalogue.ts'
import { isOnlyOperator } from './flow.ts'

/** A page beside the flow of the work. */
export interface SidePlace {
  readonly to:
    | '/settings'
    | '/my/competence'
    | '/my/survey'
    | '/my/adherence'
    | '/account'
    | '/users'
    | '/audit'
  readonly label: MessageKey
}

/** The pages beside the flow that this reader may open, most used first. */
export function useSidePlaces(): readonly SidePlace[] {
  const me = api.useQuery('get', '/api/v1/me').data
  const abilities = me?.abilities
  if (me !== undefined && isOnlyOperator(me.roles))
    return [{ to: '/account', label: 'page.account' }]
  return [
    { to: '/settings', label: 'page.settings' },
    { to: '/my/competence', label: 'page.ownCompetence' },
    { to: '/my/survey', label: 'page.ownSurvey' },
    ...(me?.roles.includes('operator') === true
      ? ([{ to: '/my/adherence', label: 'page.myAdherence' }] as const)
      : []),
    ...(abilities?.administer === true ? ([{ to: '/users', label: 'page.users' }] as const) : []),
    ...(abilities?.readAudit === true ? ([{ to: '/audit', label: 'page.audit' }] as const) : []),
    { to: '/account', label: 'page.account' },
  ]
}
