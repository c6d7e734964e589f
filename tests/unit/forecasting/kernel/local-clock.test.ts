import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'

import { localClock } from '#forecasting/kernel/local-clock.ts'

const HOUR_MS = 3_600_000
const ZONES = ['Asia/Almaty', 'Asia/Qyzylorda', 'Europe/Berlin', 'America/Denver', 'Asia/Kolkata']

describe('localClock', () => {
  it('gives the hour that Almaty had twice both of its instants', () => {
    // tzdata: UTC+6 until 2024-03-01 00:00 local, UTC+5 after.
    const clock = localClock('Asia/Almaty')

    expect(clock.instantsAt(Date.UTC(2024, 1, 29, 23, 30))).toEqual([
      Date.UTC(2024, 1, 29, 17, 30),
      Date.UTC(2024, 1, 29, 18, 30),
    ])
    expect(clock.instantsAt(Date.UTC(2024, 1, 29, 22, 45))).toEqual([Date.UTC(2024, 1, 29, 16, 45)])
    expect(clock.instantsAt(Date.UTC(2024, 2, 1))).toEqual([Date.UTC(2024, 1, 29, 19)])
  })

  it('gives an hour that the clock skipped no instant', () => {
    // The European Union's rule: clocks go forward at 01:00 UTC on the last Sunday of March.
    const clock = localClock('Europe/Berlin')

    expect(clock.instantsAt(Date.UTC(2026, 2, 29, 2, 30))).toEqual([])
    expect(clock.instantsAt(Date.UTC(2026, 2, 29, 3))).toEqual([Date.UTC(2026, 2, 29, 1)])
  })

  it('knows when the offset changes', () => {
    const clock = localClock('Asia/Almaty')
    const from = Date.UTC(2020, 0, 1)

    expect(clock.changesBetween(from, Date.UTC(2026, 0, 1))).toEqual([
      { atMs: Date.UTC(2024, 1, 29, 18), beforeMinutes: 360, afterMinutes: 300 },
    ])
    expect(clock.changesBetween(from, Date.UTC(2024, 1, 29, 18))).toEqual([])
  })

  it('agrees with the calendar at any instant, and finds it again from its reading', () => {
    const instant = fc
      .integer({ min: Date.UTC(1991, 0, 1) / HOUR_MS, max: Date.UTC(2030, 0, 1) / HOUR_MS })
      .chain((hour) =>
        fc.integer({ min: 0, max: 59 }).map((minute) => hour * HOUR_MS + minute * 60_000),
      )
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), instant, (zone, instantMs) => {
        const clock = localClock(zone)
        const offset = clock.offsetMinutesAt(instantMs)

        expect(offset).toBe(DateTime.fromMillis(instantMs, { zone }).offset)
        expect(clock.instantsAt(instantMs + offset * 60_000)).toContain(instantMs)
      }),
    )
  })
})
