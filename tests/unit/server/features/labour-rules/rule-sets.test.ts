import { describe, expect, it } from 'vitest'

import { ruleSetOn, ruleSetsAhead } from '#server/features/labour-rules/rule-sets.ts'

const one = (code: string, version: number, validFrom: string | null) => ({
  code,
  version,
  valid_from: validFrom,
})
const VERSIONS = [
  one('a', 1, null),
  one('a', 2, '2027-01-04'),
  one('a', 3, '2026-12-07'),
  one('b', 1, '2026-12-21'),
]
const on = (date: string): string[] =>
  ruleSetOn(VERSIONS, date).map(({ code, version }) => `${code}${version}`)

describe('ruleSetOn', () => {
  it.each([
    ['2026-12-06', ['a1']],
    ['2026-12-07', ['a3']],
    ['2026-12-21', ['a3', 'b1']],
    // The later word holds, though it begins before the one before it.
    ['2027-01-04', ['a3', 'b1']],
  ])('of the versions valid by %s takes the highest', (date, expected) => {
    expect(on(date)).toEqual(expected)
  })
})

describe('ruleSetsAhead', () => {
  it('gives the set of the day, and one for each later day on which a version begins', () => {
    expect(
      ruleSetsAhead(VERSIONS, '2026-12-10').map((set) => set.map((rule) => rule.version)),
    ).toEqual([[3], [3, 1], [3, 1]])
  })
})
