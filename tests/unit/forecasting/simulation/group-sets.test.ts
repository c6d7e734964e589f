import fc from 'fast-check'
import { expect, it } from 'vitest'

import { GroupSets } from '#forecasting/simulation/group-sets.ts'

it('finds the first group that two sets share, across words of 32 too', () => {
  const members = fc.uniqueArray(fc.integer({ min: 0, max: 99 }))
  fc.assert(
    fc.property(members, members, (some, others) => {
      const sets = new GroupSets(2, 100)
      for (const group of some) sets.set(0, group, true)
      for (const group of others) sets.set(1, group, true)
      const shared = some.filter((group) => others.includes(group))
      expect(sets.firstOfBoth(0, 1)).toBe(shared.length === 0 ? -1 : Math.min(...shared))
      for (const group of shared) sets.set(0, group, false)
      expect(sets.firstOfBoth(0, 1)).toBe(-1)
    }),
  )
})
