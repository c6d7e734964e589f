import { EVERYBODY, type PeopleFilter } from './people-filter.ts'

/** The part of the address that says who is shown: what asks nothing is left out. */
export interface PeopleSearch {
  readonly search?: string
  readonly site?: string
  readonly team?: string
  readonly contract?: string
  readonly left?: true
}

export function readPeopleSearch(search: Readonly<Record<string, unknown>>): PeopleSearch {
  const texts = (['search', 'site', 'team', 'contract'] as const).flatMap((key) => {
    const value = search[key]
    const text = typeof value === 'number' ? String(value) : value
    return typeof text === 'string' && text !== '' ? [[key, text] as const] : []
  })
  return {
    ...(Object.fromEntries(texts) as PeopleSearch),
    ...(search['left'] === true ? { left: true } : {}),
  }
}

export function toFilter(search: PeopleSearch): PeopleFilter {
  return { ...EVERYBODY, ...search }
}
