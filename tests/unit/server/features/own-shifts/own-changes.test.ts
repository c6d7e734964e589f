import { describe, expect, it } from 'vitest'

import { localDate } from '#forecasting/kernel/calendar.ts'
import { ownChanges } from '#server/features/own-shifts/own-changes.ts'

/** Nine hours from an hour of Almaty, which is five ahead of UTC. */
const shift = (date: string, hour: number) => {
  const startMs = Date.parse(`${date}T00:00:00+05:00`) + hour * 3_600_000
  return {
    startsAt: new Date(startMs).toISOString(),
    endsAt: new Date(startMs + 9 * 3_600_000).toISOString(),
  }
}
const at = { from: localDate('2026-12-08'), zone: 'Asia/Almaty' }
const seen = [shift('2026-12-07', 9), shift('2026-12-08', 9), shift('2026-12-09', 9)]

describe('ownChanges', () => {
  it('has none while nothing is another', () => {
    expect(ownChanges(seen, seen, at)).toEqual([])
  })

  it('tells a shift that is new, another, or gone, in the order of days', () => {
    const now = [shift('2026-12-08', 12), shift('2026-12-10', 9)]
    expect(ownChanges(seen, now, at)).toEqual([
      { before: seen[1], after: now[0] },
      { before: seen[2], after: null },
      { before: null, after: now[1] },
    ])
  })

  it('forgets days that are over', () => {
    expect(ownChanges(seen, seen.slice(1), at)).toEqual([])
  })

  it("counts a day on the centre's clock", () => {
    // 23:00 in Almaty is still the same day, and 18:00 in UTC.
    const late = shift('2026-12-08', 23)
    const [change] = ownChanges(seen, [late, ...seen.slice(2)], at)
    expect(change).toEqual({ before: seen[1], after: late })
  })
})
