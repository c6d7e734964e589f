import { describe, expect, it } from 'vitest'

import { daysAhead } from '#server/features/intraday/hours/days-ahead.ts'

const HALF_HOUR_MS = 1_800_000
/** Days ahead with their ends as a clock in UTC shows them. */
const at = (now: string, zone: string) =>
  daysAhead(Date.parse(now), zone, HALF_HOUR_MS).map(({ date, startMs, endMs }) => [
    date,
    new Date(startMs).toISOString(),
    new Date(endMs).toISOString(),
  ])

describe('daysAhead', () => {
  it('is today alone while the next eight hours lie in it', () => {
    // Four in the afternoon of Almaty, five hours ahead of Greenwich.
    expect(at('2026-11-25T11:00:00Z', 'Asia/Almaty')).toEqual([
      ['2026-11-25', '2026-11-24T19:00:00.000Z', '2026-11-25T19:00:00.000Z'],
    ])
  })

  it('sees half past seven of tomorrow at half past eleven of tonight', () => {
    expect(at('2026-11-25T18:30:00Z', 'Asia/Almaty')[1]).toEqual([
      '2026-11-26',
      '2026-11-25T19:00:00.000Z',
      '2026-11-26T02:30:00.000Z',
    ])
  })

  it('takes the interval in which the eight hours end whole', () => {
    expect(at('2026-11-25T18:31:00Z', 'Asia/Almaty')[1]?.[2]).toBe('2026-11-26T03:00:00.000Z')
  })

  it('looks eight hours ahead of a night that loses an hour, and of one that has one twice', () => {
    // 23:30 of 28 March in Berlin; eight hours later its clocks show 08:30.
    expect(at('2026-03-28T22:30:00Z', 'Europe/Berlin')[1]).toEqual([
      '2026-03-29',
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T06:30:00.000Z',
    ])
    // 23:30 of 24 October; eight hours later they show 06:30.
    expect(at('2026-10-24T21:30:00Z', 'Europe/Berlin')[1]).toEqual([
      '2026-10-25',
      '2026-10-24T22:00:00.000Z',
      '2026-10-25T05:30:00.000Z',
    ])
  })

  it('ends a day of 25 hours where its clock shows midnight', () => {
    // 18:00 of the long day: its midnight is six hours off.
    expect(at('2026-10-25T17:00:00Z', 'Europe/Berlin')).toEqual([
      ['2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
      ['2026-10-26', '2026-10-25T23:00:00.000Z', '2026-10-26T01:00:00.000Z'],
    ])
  })
})
