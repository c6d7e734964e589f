import { describe, expect, it } from 'vitest'

import {
  changeBetween,
  type PersonDraft,
} from '../../../../../client/features/people/person-draft.ts'

const BEFORE: PersonDraft = {
  personnelNumber: 'K-0001',
  fullName: 'Ахметова Айгуль',
  siteCode: 'A',
  teamCode: 'day',
  contractCode: 'FT40',
  hiredOn: '2026-01-12',
  position: '',
  kind: 'staff',
  workplace: 'office',
  takesContacts: true,
}

describe('changeBetween', () => {
  it('sends what was changed, so that the change of another tab stays', () => {
    const after: PersonDraft = { ...BEFORE, teamCode: '', takesContacts: false }
    expect(changeBetween(BEFORE, after)).toEqual({ teamCode: null, takesContacts: false })
    expect(changeBetween(after, BEFORE)).toEqual({ teamCode: 'day', takesContacts: true })
  })

  it('sends nothing of spaces around a name', () => {
    expect(changeBetween(BEFORE, { ...BEFORE, fullName: ' Ахметова Айгуль ' })).toEqual({})
  })
})
