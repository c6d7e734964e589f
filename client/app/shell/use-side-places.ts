import { api } from '../../lib/api.ts'
import type { MessageKey } from '../../lib/i18n/catalogue.ts'
import { isOnlyOperator } from '../../lib/only-operator.ts'

/** A page beside the flow of the work. */
export interface SidePlace {
  readonly to:
    | '/settings'
    | '/schedule/requests'
    | '/schedule/shift-design'
    | '/my/shifts'
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
  if (me === undefined || isOnlyOperator(me.roles)) {
    return [{ to: '/account', label: 'page.account' }]
  }
  const { abilities } = me
  const worksShifts = me.roles.includes('operator')
  const places: readonly (SidePlace & { readonly isOpen: boolean })[] = [
    { to: '/settings', label: 'page.settings', isOpen: true },
    {
      to: '/schedule/requests',
      label: 'page.requests',
      isOpen: abilities.plan || abilities.supervise,
    },
    { to: '/schedule/shift-design', label: 'page.shiftDesign', isOpen: abilities.explain },
    { to: '/my/shifts', label: 'page.ownShifts', isOpen: worksShifts },
    { to: '/my/competence', label: 'page.ownCompetence', isOpen: true },
    { to: '/my/survey', label: 'page.ownSurvey', isOpen: true },
    { to: '/my/adherence', label: 'page.myAdherence', isOpen: worksShifts },
    { to: '/users', label: 'page.users', isOpen: abilities.administer },
    { to: '/audit', label: 'page.audit', isOpen: abilities.readAudit },
    { to: '/account', label: 'page.account', isOpen: true },
  ]
  return places.filter(({ isOpen }) => isOpen)
}
