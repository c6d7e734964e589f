import type { components } from '../../api/schema.d.ts'

export type Person = components['schemas']['Operator']

/** What is looked for; an empty text asks nothing. */
export interface PeopleFilter {
  readonly search: string
  readonly site: string
  readonly team: string
  readonly contract: string
  /** True: those who work here no more, too. */
  readonly left: boolean
}

export const EVERYBODY: PeopleFilter = {
  search: '',
  site: '',
  team: '',
  contract: '',
  left: false,
}

/** People whom a filter leaves: every word must occur in the name, the number or the position. */
export function filterPeople(
  people: readonly Person[],
  filter: PeopleFilter,
  today: string,
): Person[] {
  const words = filter.search
    .toLocaleLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '')
  return people.filter((one) => {
    const text = [one.fullName, one.personnelNumber, one.position ?? '']
      .join(' ')
      .toLocaleLowerCase()
    return (
      (filter.left || !hasLeft(one, today)) &&
      (filter.site === '' || one.siteCode === filter.site) &&
      (filter.team === '' || one.teamCode === filter.team) &&
      (filter.contract === '' || one.contractCode === filter.contract) &&
      words.every((word) => text.includes(word))
    )
  })
}

/** `leftOn` is the last day of work. */
export function hasLeft({ leftOn }: Pick<Person, 'leftOn'>, today: string): boolean {
  return leftOn !== null && leftOn < today
}
