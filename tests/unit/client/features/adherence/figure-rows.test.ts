import { describe, expect, it } from 'vitest'

import { REPORT as EXAMPLE } from '#server/features/adherence/adherence-examples.ts'

import {
  FIGURE_GROUPS,
  figureRows,
  type Report,
} from '../../../../../client/features/adherence/figure-rows.ts'

const { people: _people, formula: _formula, policyVersions: _versions, ...own } = EXAMPLE
/** The API's own example, with a second team that keeps its shifts worse and one that has none. */
const REPORT = {
  ...EXAMPLE,
  teams: [
    ...EXAMPLE.teams,
    { ...own, team: null, adherence: 0.5 },
    { ...own, team: 'idle', totals: { ...own.totals, scheduledSeconds: 0 } },
  ],
  days: [
    { ...own, date: '2026-11-24', adherence: 0.9 },
    { ...own, date: '2026-11-25', adherence: 0.2 },
  ],
} as Report
const NAMES = {
  team: (code: string | null) => code ?? 'none',
  day: (date: string) => date,
  week: (monday: string) => `from ${monday}`,
  activity: (activity: string) => activity,
}

describe('figureRows', () => {
  it('puts the team that needs a look first, and leaves out one without a shift', () => {
    expect(figureRows(REPORT, 'team', NAMES).map(({ name }) => name)).toEqual(['none', 'day-a'])
  })

  it('keeps days in their order, whatever their figures', () => {
    expect(figureRows(REPORT, 'day', NAMES).map(({ name }) => name)).toEqual([
      '2026-11-24',
      '2026-11-25',
    ])
  })

  it.each(FIGURE_GROUPS)('names every row by %s, each under a key of its own', (group) => {
    const rows = figureRows(REPORT, group, NAMES)
    expect(rows.length).toBeGreaterThan(0)
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
    expect(rows.every(({ name }) => name !== '')).toBe(true)
  })
})
