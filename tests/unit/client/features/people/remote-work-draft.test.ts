import { describe, expect, it } from 'vitest'

import {
  EMPTY_REMOTE_WORK,
  readRemoteWork,
} from '../../../../../client/features/people/remote-work-draft.ts'

const draft = { ...EMPTY_REMOTE_WORK, from: '2026-12-01' }

describe('readRemoteWork', () => {
  it('reads work from afar on every day, without an end', () => {
    expect(readRemoteWork(draft)).toEqual({
      basis: 'agreement',
      homeWeekdays: [0, 1, 2, 3, 4, 5, 6],
      fromDate: '2026-12-01',
      toDate: null,
    })
  })

  it('reads the days of combined work in the order of the week', () => {
    const combined = { ...draft, isWhole: false, weekdays: [4, 0] }
    expect(readRemoteWork(combined)?.homeWeekdays).toEqual([0, 4])
  })

  it.each([
    ['a first day', { ...draft, from: '' }],
    ['a day of combined work', { ...draft, isWhole: false }],
    ['the last day of an act of the employer', { ...draft, basis: 'employer_act' as const }],
  ])('waits for %s', (_what, incomplete) => {
    expect(readRemoteWork(incomplete)).toBeNull()
  })

  it('takes an act of the employer with its term', () => {
    const act = { ...draft, basis: 'employer_act' as const, to: '2026-12-31' }
    expect(readRemoteWork(act)?.toDate).toBe('2026-12-31')
  })
})
