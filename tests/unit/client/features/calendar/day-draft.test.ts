import { describe, expect, it } from 'vitest'

import { type DayDraft, readDay } from '../../../../../client/features/calendar/day-draft.ts'

const MOVE: DayDraft = {
  change: 'moved',
  from: '2027-03-20',
  date: '2027-03-24',
  name: { kk: '', ru: '', en: '' },
  sixDayWeek: false,
  source: ' Приказ № 1 ',
}

describe('a day by a new order, as it was typed', () => {
  it('is a rest day that moves', () => {
    expect(readDay(MOVE)).toEqual({
      kind: 'moved',
      move: { from: '2027-03-20', to: '2027-03-24', sixDayWeek: false, source: 'Приказ № 1' },
    })
  })

  it('is a holiday, named in one language for all', () => {
    const name = { kk: '', ru: 'День города', en: '' }
    expect(readDay({ ...MOVE, change: 'holiday', name, sixDayWeek: true })).toEqual({
      kind: 'holiday',
      day: {
        date: '2027-03-24',
        kind: 'holiday',
        key: null,
        name: { kk: 'День города', ru: 'День города', en: 'День города' },
        fiveDayWeek: 'off',
        sixDayWeek: 'off',
        source: 'Приказ № 1',
      },
    })
  })

  it('tells every field that is missing, and a move that moves nothing', () => {
    const empty = { ...MOVE, from: '', date: '', source: ' ' }
    expect(readDay(empty)).toEqual({ kind: 'refused', faults: ['from', 'date', 'source'] })
    expect(readDay({ ...MOVE, from: MOVE.date })).toEqual({ kind: 'refused', faults: ['from'] })
    expect(readDay({ ...MOVE, change: 'holiday' })).toEqual({ kind: 'refused', faults: ['name'] })
  })
})
