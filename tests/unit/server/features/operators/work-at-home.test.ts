import { describe, expect, it } from 'vitest'

import { localDate } from '#forecasting/kernel/calendar.ts'
import { remoteSpanOn, workPlaceByRecord } from '#server/features/operators/work-at-home.ts'

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6]
const span = (fromDate: string, toDate: string | null, homeWeekdays = EVERY_DAY) => ({
  homeWeekdays,
  fromDate: localDate(fromDate),
  toDate: toDate === null ? null : localDate(toDate),
})

describe('workPlaceByRecord', () => {
  it.each([
    ['2026-11-30', 'office'],
    ['2026-12-01', 'home'],
    ['2026-12-31', 'home'],
    ['2027-01-01', 'office'],
  ])('of a term with both ends says of %s: %s', (date, place) => {
    expect(workPlaceByRecord([span('2026-12-01', '2026-12-31')], localDate(date))).toBe(place)
  })

  // 7 December 2026 is a Monday.
  it.each([
    ['2026-12-07', 'home'],
    ['2026-12-08', 'office'],
    ['2026-12-09', 'home'],
    ['2026-12-13', 'office'],
  ])('of Mondays and Wednesdays without an end says of %s: %s', (date, place) => {
    expect(workPlaceByRecord([span('2026-12-01', null, [0, 2])], localDate(date))).toBe(place)
  })

  it('goes by the one of several records that holds on the day', () => {
    const own = [span('2026-12-01', '2026-12-06'), span('2026-12-07', null, [6])]
    const places = ['2026-12-06', '2026-12-07', '2026-12-13'].map((date) =>
      workPlaceByRecord(own, localDate(date)),
    )
    expect(places).toEqual(['home', 'office', 'home'])
  })

  it('is the office for whoever has no record', () => {
    expect(workPlaceByRecord([], localDate('2026-12-07'))).toBe('office')
  })
})

describe('remoteSpanOn', () => {
  it('finds the record of a day that is worked at the office too', () => {
    const own = [span('2026-12-01', null, [0])]
    expect(remoteSpanOn(own, localDate('2026-12-08'))).toBe(own[0])
    expect(remoteSpanOn(own, localDate('2026-11-30'))).toBeUndefined()
  })
})
