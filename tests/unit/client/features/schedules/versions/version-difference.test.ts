import { describe, expect, it } from 'vitest'

import { versionDifference } from '../../../../../../client/features/schedules/versions/version-difference.ts'
import { madeGrid, madeShift } from '../made-grid.ts'

const monday = madeShift('a', '2026-12-07T09:00:00+05:00')
const tuesday = madeShift('b', '2026-12-08T09:00:00+05:00', { operatorId: 'o2' as never })

describe('versionDifference', () => {
  it('finds nothing between versions whose shifts differ in ids alone', () => {
    const other = madeGrid([monday, tuesday].map((shift) => ({ ...shift, id: `x${shift.id}` })))
    expect(versionDifference(madeGrid([monday, tuesday]), other).people).toEqual([])
  })

  it('names each person with what is gone and what has come', () => {
    const moved = madeShift('a', '2026-12-07T10:00:00+05:00')
    const here = madeGrid([moved])
    const { people } = versionDifference(here, madeGrid([monday, tuesday]))
    expect(people).toEqual([
      { id: 'o1', name: 'Айгерім', gone: [monday], come: [moved] },
      { id: 'o2', name: 'Данияр', gone: [tuesday], come: [] },
    ])
  })

  it('compares missing hours: two agents for half an hour are one', () => {
    const here = madeGrid([monday])
    const { shortHours } = versionDifference(here, {
      ...here,
      coverage: { ...here.coverage, shortage: [0, 0, 0, 0] },
    })
    expect(shortHours).toEqual({ here: 1, there: 0 })
  })

  it('compares paid hours of everybody together', () => {
    const here = madeGrid([monday])
    const longer = here.operators.map((one) => ({ ...one, paidMinutes: one.paidMinutes + 90 }))
    // Two people of eight hours each, and an hour and a half more for both.
    expect(versionDifference(here, { ...here, operators: longer }).paidHours).toEqual({
      here: 16,
      there: 19,
    })
  })
})
