import { describe, expect, it } from 'vitest'

import type { EpochMs } from '#forecasting/kernel/units.ts'
import { contactsInHand } from '#forecasting/staffing/contacts-in-hand.ts'

const at = (t: number, contacts: number, isOpen = true) => ({
  startMs: (t * 900_000) as EpochMs,
  contacts,
  handleSeconds: 600,
  isOpen,
})
/** 60 contacts of 600 s in 900 s. */
const LEVEL = 40
/** Mean of 1 − e^(−t/600) over the first 900 s. */
const FILLING = 1 - (1 - Math.exp(-1.5)) / 1.5

describe('contactsInHand', () => {
  it('is level from the start where the first interval was as those before it', () => {
    for (const load of contactsInHand([at(0, 60), at(1, 60), at(2, 60)], 900)) {
      expect(load).toBeCloseTo(LEVEL, 2)
    }
  })

  it('fills from nothing at an opening, closed by the clock or by a gap', () => {
    const byClock = contactsInHand([at(0, 60, false), at(1, 60), at(2, 0)], 900)
    expect(byClock[1]).toBeCloseTo(LEVEL * FILLING, 9)
    expect(byClock[2]).toBeGreaterThan(0)
    const byGap = contactsInHand([at(0, 60), at(40, 60)], 900)
    expect(byGap[1]).toBeCloseTo(LEVEL * FILLING, 2)
  })

  it('is nothing where nobody calls', () => {
    expect(contactsInHand([{ ...at(0, 0), handleSeconds: null }], 900)).toEqual([0])
    expect(contactsInHand([], 900)).toEqual([])
  })
})
