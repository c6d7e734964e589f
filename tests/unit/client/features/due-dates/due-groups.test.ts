import { describe, expect, it } from 'vitest'

import { type DueEntry, dueDays } from '../../../../../client/features/due-dates/due-groups.ts'

const entry = (part: Partial<DueEntry>): DueEntry => ({
  kind: 'assessment',
  date: '2026-12-01',
  startsAt: null,
  endsAt: null,
  operatorId: 'a',
  fullName: 'А',
  personnelNumber: '1',
  teamCode: null,
  about: '',
  overdue: false,
  ...part,
})

describe('dueDays', () => {
  it('puts the people of one session into one line, and of two sessions into two', () => {
    const session = { kind: 'session' as const, startsAt: 's', endsAt: 'e', about: 'Курс' }
    const [day] = dueDays([
      entry(session),
      entry({ ...session, operatorId: 'b' }),
      entry({ ...session, startsAt: 'later' }),
    ])
    expect(day?.groups.map(({ entries }) => entries.length)).toEqual([2, 1])
    expect(day?.groups[0]?.about).toBe('Курс')
  })

  it('says what a group is about only where all of it is about the same', () => {
    const certificates = [
      entry({ kind: 'certificate', about: '1' }),
      entry({ kind: 'certificate', about: '2' }),
    ]
    expect(dueDays(certificates)[0]?.groups).toMatchObject([{ about: '', entries: certificates }])
  })

  it('keeps days apart', () => {
    expect(dueDays([entry({}), entry({ date: '2026-12-02' })])).toHaveLength(2)
  })
})
