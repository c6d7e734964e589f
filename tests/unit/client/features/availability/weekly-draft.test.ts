import { expect, it } from 'vitest'

import {
  EMPTY_WEEKLY,
  readWeekly,
} from '../../../../../client/features/availability/weekly-draft.ts'

it('gives one time for each weekday, to the end of the day where midnight is named', () => {
  expect(readWeekly({ ...EMPTY_WEEKLY, weekdays: [3, 1], from: '13:00' })).toEqual([
    { weekday: 1, fromMinutes: 780, toMinutes: 1440, fromDate: null, toDate: null },
    { weekday: 3, fromMinutes: 780, toMinutes: 1440, fromDate: null, toDate: null },
  ])
})

it('takes a term that has a beginning, an end, or both', () => {
  const draft = { ...EMPTY_WEEKLY, weekdays: [0], to: '12:00', fromDate: '2026-09-01' }
  expect(readWeekly(draft)).toMatchObject([{ fromDate: '2026-09-01', toDate: null }])
  expect(readWeekly({ ...draft, toDate: '2026-08-31' })).toBeNull()
})

it('reads nothing without a day, without hours, or backwards', () => {
  expect(readWeekly(EMPTY_WEEKLY)).toBeNull()
  expect(readWeekly({ ...EMPTY_WEEKLY, weekdays: [0], from: '' })).toBeNull()
  expect(readWeekly({ ...EMPTY_WEEKLY, weekdays: [0], from: '13:00', to: '12:00' })).toBeNull()
})
