import { describe, expect, it } from 'vitest'

import { functionCover, profileGaps } from '#server/features/competences/profile-gaps.ts'
import type { Profile } from '#server/features/competences/profiles.schema.ts'

const NEEDS = [
  { code: '20.1', minLevel: 4 },
  { code: '19.2', minLevel: 3 },
]

describe('what somebody lacks of a profile', () => {
  it.each([
    [[], ['20.1', '19.2']],
    [[['20.1', 4]], ['19.2']],
    [
      [
        ['20.1', 3],
        ['19.2', 3],
      ],
      ['20.1'],
    ],
    [
      [
        ['20.1', 5],
        ['19.2', 3],
      ],
      [],
    ],
  ] as const)('with levels %j is %j', (levels, lacking) => {
    const held = new Map<string, number>(levels.map(([code, level]) => [code, level]))
    expect(profileGaps(NEEDS, held).map(({ code }) => code)).toEqual(lacking)
  })
})

describe('the six functions', () => {
  const name = { kk: 'А', ru: 'Б', en: 'C' }
  const holder = (fullName: string, gaps: Profile['holders'][number]['gaps']) => ({
    operatorId: fullName,
    fullName,
    since: '2026-01-01',
    readVersion: null,
    readAt: null,
    gaps,
  })
  const profile = (code: string, holders: Profile['holders']): Profile => ({
    code,
    name,
    function: '17.5',
    duties: '',
    competences: NEEDS,
    version: 1,
    holders,
  })
  const gap = [{ code: '20.1', minLevel: 4, level: null }]
  const covered = (profiles: Profile[]) =>
    functionCover(profiles).flatMap((one) => (one.covered ? [one.function] : []))

  it('are all there, and uncovered while nobody competent holds them', () => {
    expect(functionCover([])).toHaveLength(6)
    expect(covered([profile('a', []), profile('b', [holder('А', gap)])])).toEqual([])
  })

  it('are covered by one competent holder of any profile', () => {
    const profiles = [profile('a', [holder('А', gap)]), profile('b', [holder('Б', [])])]
    expect(covered(profiles)).toEqual(['17.5'])
  })
})
