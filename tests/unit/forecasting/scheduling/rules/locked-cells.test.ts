import { describe, expect, it } from 'vitest'

import { lockedCells } from '#forecasting/scheduling/rules/locked-cells.ts'

import { HOUR, onePerson } from './one-person.ts'

describe('lockedCells', () => {
  it('is content with the agreed shift and the agreed day off', () => {
    expect(
      lockedCells.check(
        onePerson([9 * HOUR], {
          locks: [
            { op: 'a', day: 0, start: 9 * HOUR, shape: 'day' },
            { op: 'a', day: 1, off: true },
          ],
        }),
      ),
    ).toEqual([])
  })

  it('finds a shift half an hour later than agreed', () => {
    expect(
      lockedCells.check(
        onePerson([9 * HOUR + 30], { locks: [{ op: 'a', day: 0, start: 9 * HOUR, shape: 'day' }] }),
      ),
    ).toMatchObject([{ days: [0] }])
  })

  it('finds a shift on an agreed day off', () => {
    expect(
      lockedCells.check(onePerson([9 * HOUR], { locks: [{ op: 'a', day: 0, off: true }] })),
    ).toMatchObject([{ days: [0] }])
  })

  it('leaves the locks of others to them', () => {
    expect(
      lockedCells.check(onePerson([9 * HOUR], { locks: [{ op: 'b', day: 0, off: true }] })),
    ).toEqual([])
  })
})
