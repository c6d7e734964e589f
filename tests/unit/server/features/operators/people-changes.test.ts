import { describe, expect, it } from 'vitest'

import { localDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'
import { type KnownPerson, peopleChanges } from '#server/features/operators/people-changes.ts'
import type { PersonRow } from '#server/features/operators/read-people.ts'

const TODAY = localDate('2026-11-25')
const ROW: PersonRow = {
  row: 2,
  personnelNumber: '1',
  fullName: 'Ахметова',
  siteCode: 'A',
  contractCode: 'FT40',
  hiredOn: localDate('2024-03-01'),
}
const KNOWN: KnownPerson = {
  id: 'x' as OperatorId,
  personnelNumber: '1',
  fullName: 'Ахметова',
  siteCode: 'A',
  contractCode: 'FT40',
  hiredOn: localDate('2024-03-01'),
  leftOn: null,
  teamCode: null,
  kind: 'staff',
  takesContacts: true,
  position: null,
  workplace: 'office',
  secondJobMinutes: null,
}
const changes = (row: Partial<PersonRow>, known: Partial<KnownPerson> = {}) =>
  peopleChanges([{ ...ROW, ...row }], new Map([['1', { ...KNOWN, ...known }]]), TODAY)

describe('what a file of people changes', () => {
  it('adds those who are not known', () => {
    const { added, contracts } = peopleChanges([ROW], new Map(), TODAY)
    expect(added).toEqual([ROW])
    expect(contracts).toEqual([])
  })

  it('is nothing for those who are as it says', () => {
    expect(changes({})).toMatchObject({ added: [], changed: [], unchanged: 1 })
  })

  it.each([
    [undefined, '2026-11-25'],
    [localDate('2027-01-01'), '2027-01-01'],
  ])('begins another contract from %s on', (contractFrom, fromDate) => {
    const part = contractFrom === undefined ? {} : { contractFrom }
    const { contracts, changed } = changes({ contractCode: 'PT20', ...part })
    expect(contracts).toEqual([{ personnelNumber: '1', contractCode: 'PT20', fromDate }])
    expect(changed).toHaveLength(1)
  })

  it('keeps the span before when somebody is hired again', () => {
    const { ended, changed } = changes(
      { hiredOn: localDate('2026-11-01') },
      { leftOn: localDate('2026-05-31') },
    )
    expect(ended).toEqual([{ operatorId: 'x', hiredOn: '2024-03-01', leftOn: '2026-05-31' }])
    expect(changed[0]?.leftOn).toBeNull()
  })
})
