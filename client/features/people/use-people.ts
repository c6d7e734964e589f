import { useQueryClient } from '@tanstack/react-query'

import { api } from '../../lib/api.ts'
import type { Locale } from '../../lib/i18n/catalogue.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'

/** What people can be put into, with names in the reader's language. */
export function usePlaces() {
  const { locale } = useLocale()
  const sites = api.useQuery('get', '/api/v1/sites').data?.sites ?? []
  const teams = api.useQuery('get', '/api/v1/teams').data?.teams ?? []
  const contracts = api.useQuery('get', '/api/v1/contracts').data?.contracts ?? []
  const options = (all: readonly Coded[]): PlaceOption[] =>
    all.map(({ code, name }) => ({ value: code, label: name[locale] }))
  return { sites: options(sites), teams: options(teams), contracts: options(contracts) }
}

interface Coded {
  readonly code: string
  readonly name: Readonly<Record<Locale, string>>
}

export interface PlaceOption {
  readonly value: string
  readonly label: string
}

/** The name of a code; the code itself while the names are on their way. */
export function nameOf(options: readonly PlaceOption[], code: string | null): string {
  if (code === null) return '—'
  return options.find(({ value }) => value === code)?.label ?? code
}

/** A change of a person touches lists, cards and plans: all of it is asked for again. */
export function usePeopleRefresh(): () => void {
  const queries = useQueryClient()
  return () => void queries.invalidateQueries()
}

const PLACE_ROLES: ReadonlySet<string> = new Set(['hr', 'planner', 'supervisor', 'admin'])
const HOURS_ROLES: ReadonlySet<string> = new Set(['hr', 'planner'])
const RECORD_ROLES: ReadonlySet<string> = new Set(['hr', 'supervisor', 'head', 'admin'])

/** What this reader may do with people. */
export function usePeopleAbilities() {
  const me = api.useQuery('get', '/api/v1/me').data
  const abilities = me?.abilities
  return {
    canManage: abilities?.managePeople === true,
    canReadPersonal: abilities?.readPersonalRecords === true,
    /** Who works from afar, and when. */
    canSeeRemoteWork: me?.roles.some((role) => PLACE_ROLES.has(role)) === true,
    /** Hours of one person against the law. */
    canSeeHours: me?.roles.some((role) => HOURS_ROLES.has(role)) === true,
    /** Assessments and certificates of everybody. */
    canSeeRecord: me?.roles.some((role) => RECORD_ROLES.has(role)) === true,
  }
}
