import type { components } from '../../api/schema.d.ts'
import { api } from '../../lib/api.ts'
import { isOnlyOperator } from '../../lib/only-operator.ts'

type Role = components['schemas']['Me']['roles'][number]

/** `readers`: where not everybody may open it who may see people, as the server refuses others what is on it. */
const PLACES = [
  { to: '/people', label: 'hr.people' },
  { to: '/competences', label: 'hr.competences' },
  { to: '/assessments', label: 'hr.assessments' },
  { to: '/knowledge-tests', label: 'hr.tests' },
  { to: '/training', label: 'hr.training' },
  { to: '/due-dates', label: 'hr.dueDates', readers: ['hr', 'supervisor', 'head'] },
  { to: '/head-count', label: 'hr.headCount', readers: ['hr', 'planner', 'head'] },
  { to: '/surveys', label: 'hr.surveys', readers: ['hr', 'supervisor', 'head'] },
  { to: '/objections', label: 'hr.objections', readers: ['hr', 'planner', 'supervisor', 'head'] },
  { to: '/papers', label: 'hr.papers', readers: ['hr', 'head'] },
  { to: '/catalogue', label: 'hr.catalogue' },
  { to: '/notices', label: 'hr.notices' },
] as const

type PeoplePlace = Pick<(typeof PLACES)[number], 'to' | 'label'>

/** The pages about people that the reader may open; none for those who only work shifts. */
export function usePeoplePlaces(): readonly PeoplePlace[] {
  const roles = api.useQuery('get', '/api/v1/me').data?.roles ?? []
  if (isOnlyOperator(roles)) return []
  return PLACES.filter((place) => {
    const readers: readonly Role[] | null = 'readers' in place ? place.readers : null
    return (
      readers === null || roles.includes('admin') || readers.some((role) => roles.includes(role))
    )
  })
}
