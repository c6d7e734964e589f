import fc from 'fast-check'
import { IANAZone } from 'luxon'
import { describe, expect, it } from 'vitest'

import { zoneClock } from '#forecasting/kernel/zone-clock.ts'

describe('zoneClock', () => {
  // Law: from 2024-03-01 00:00 the clocks of Almaty stand at UTC+5 and no longer at UTC+6.
  it('knows the hour that Almaty lived twice', () => {
    const clock = zoneClock('Asia/Almaty')
    const change = Date.UTC(2024, 1, 29, 18)
    expect(clock.offsetMs(change - 1)).toBe(6 * 3_600_000)
    expect(clock.offsetMs(change)).toBe(5 * 3_600_000)
  })

  it('agrees with the zones of the host at any instant', () => {
    const clock = zoneClock('Europe/Paris')
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2010, 0, 1), max: Date.UTC(2030, 0, 1) }),
        (instantMs) => {
          const expected = IANAZone.create('Europe/Paris').offset(instantMs) * 60_000
          expect(clock.offsetMs(instantMs)).toBe(expected)
        },
      ),
    )
  })
})
