import { describe, expect, it } from 'vitest'

import {
  EVERYBODY,
  filterPeople,
  type Person,
} from '../../../../../client/features/people/people-filter.ts'
import { peopleAnswer } from '../../../../../client/features/people/people-headline.ts'
import { readPeopleSearch, toFilter } from '../../../../../client/features/people/people-search.ts'
import { translatorOf } from '../../../../../client/lib/i18n/translate.ts'

const TODAY = '2026-11-25'
const person = (part: Partial<Person>): Person => ({
  id: '1',
  personnelNumber: 'K-1',
  fullName: 'Ахметова Айгүл',
  kind: 'staff',
  takesContacts: true,
  position: null,
  siteCode: 'A',
  teamCode: null,
  workplace: 'office',
  hiredOn: '2024-01-01',
  contractCode: 'FT40',
  leftOn: null,
  languages: [],
  ...part,
})
const PEOPLE = [
  person({}),
  person({ id: '2', fullName: 'Ким Олег', siteCode: 'B', leftOn: TODAY }),
  person({ id: '3', fullName: 'Цой Анна', leftOn: '2026-11-24', takesContacts: false }),
]
const ids = (part: object) =>
  filterPeople(PEOPLE, { ...EVERYBODY, ...part }, TODAY).map(({ id }) => id)

describe('the filter of people', () => {
  it('shows those who work, to the end of their last day', () => {
    expect(ids({})).toEqual(['1', '2'])
    expect(ids({ left: true })).toEqual(['1', '2', '3'])
  })

  it.each([
    [{ search: 'айгүл ахм' }, ['1']],
    [{ search: 'k-1 ким' }, ['2']],
    [{ site: 'B' }, ['2']],
    [{ team: 'first' }, []],
    [{ contract: 'FT40', site: 'A' }, ['1']],
  ])('narrows down by %j', (part, found) => {
    expect(ids(part)).toEqual(found)
  })

  it('lives in the address, without what asks nothing', () => {
    const search = readPeopleSearch({ search: 7, site: '', left: true, other: 'x' })
    expect(search).toEqual({ search: '7', left: true })
    expect(toFilter(search)).toEqual({ ...EVERYBODY, search: '7', left: true })
  })

  it('is answered by who works, who is rostered and who leaves', () => {
    const t = translatorOf('ru')
    expect(peopleAnswer(PEOPLE, TODAY, t).text).toBe(
      '2 человека, в график ставятся 2. Увольняются: 1.',
    )
    expect(peopleAnswer([], TODAY, t).tone).toBe('unknown')
  })
})
