import { describe, expect, it } from 'vitest'

import {
  filterOf,
  readBoardSearch,
  searchOf,
} from '../../../../../client/features/intraday/board-search.ts'
import {
  type Board,
  type BoardRow,
  changedBoard,
  clockText,
  countRows,
  filterRows,
  rowsOfTeam,
} from '../../../../../client/features/intraday/board.ts'

const ROW: BoardRow = {
  operatorId: 'a',
  name: 'Иванов Иван',
  personnelNumber: '1001',
  team: 'a',
  canSignIn: true,
  activity: 'work',
  activityUntil: null,
  workPlace: null,
  next: null,
  state: 'ready',
  reason: null,
  since: '2026-11-25T06:00:00.000Z',
  verdict: 'in',
  cause: 'table',
  outSince: null,
  excusedUntil: null,
  severity: 5,
}
const OUT: BoardRow = {
  ...ROW,
  operatorId: 'b',
  name: 'Петрова Анна',
  personnelNumber: '1002',
  team: null,
  verdict: 'out',
  severity: 0,
  outSince: '2026-11-25T06:10:00.000Z',
}
const BOARD: Board = {
  at: '2026-11-25T06:20:00.000Z',
  policyVersion: 0,
  published: true,
  feeds: [],
  rows: [OUT, ROW],
}
const idsOf = ({ rows }: Board): string[] => rows.map(({ operatorId }) => operatorId)

describe('changedBoard', () => {
  it('puts whoever has been missing for longest first', () => {
    const longer = {
      ...ROW,
      severity: 0,
      verdict: 'out' as const,
      outSince: '2026-11-25T06:05:00.000Z',
    }
    expect(idsOf(changedBoard(BOARD, { ...BOARD, rows: [longer], gone: [] }))).toEqual(['a', 'b'])
  })

  it('takes out who left, and takes over what the feeds say', () => {
    const feeds = [{ code: 'pbx', silent: true, lastHeardAt: null, missingBatches: 0 }]
    const after = changedBoard(BOARD, { ...BOARD, feeds, rows: [], gone: ['b'] })
    expect(idsOf(after)).toEqual(['a'])
    expect(after.feeds).toEqual(feeds)
  })
})

describe('countRows', () => {
  it('counts by standing, and who is missing from work apart from who is elsewhere', () => {
    const atMeal = { ...OUT, operatorId: 'c', activity: 'meal', severity: 1 }
    const away = { ...ROW, operatorId: 'd', activity: null, verdict: 'neutral' as const }
    expect(countRows([ROW, OUT, atMeal, away])).toEqual({
      byStanding: { out: 2, unknown: 0, neutral: 0, in: 1, off: 1 },
      planned: 2,
      working: 1,
      missing: 1,
    })
  })
})

describe('filterRows', () => {
  it.each([
    [[], '', ['b', 'a']],
    [['out'], '', ['b']],
    [[], 'петр', ['b']],
    [[], '1001', ['a']],
    [['out'], '1001', []],
  ] as const)('shows by standing %j and text %j', (standings, text, ids) => {
    const rows = filterRows(BOARD.rows, { standings, text })
    expect(rows.map(({ operatorId }) => operatorId)).toEqual(ids)
  })
})

describe('rowsOfTeam', () => {
  it('leaves out other teams and whoever has none', () => {
    expect(rowsOfTeam(BOARD.rows, 'a').map(({ operatorId }) => operatorId)).toEqual(['a'])
    expect(rowsOfTeam(BOARD.rows, null)).toHaveLength(2)
  })
})

describe('the filter of an address', () => {
  const kept = { standings: ['in' as const], team: 'a' }

  it('is what was looked at last where the address says nothing', () => {
    expect(filterOf({}, kept)).toEqual({ ...kept, text: '' })
    expect(filterOf({ find: 'петр' }, kept)).toEqual({ ...kept, text: 'петр' })
  })

  it('is the address alone where it says something', () => {
    expect(filterOf({ show: 'out' }, kept)).toEqual({ standings: ['out'], team: null, text: '' })
    expect(filterOf({ show: 'nonsense' }, kept).standings).toEqual([])
    expect(filterOf({ team: 'b' }, kept)).toEqual({ standings: [], team: 'b', text: '' })
  })

  it.each([
    { standings: [], team: null, text: '' },
    { standings: ['out', 'unknown'] as const, team: 'a', text: '1001' },
  ])('comes back from the address that it makes: %j', (filter) => {
    const search = readBoardSearch({ ...searchOf(filter), wall: 'yes', other: 1 })
    expect(filterOf(search, kept)).toEqual(filter)
  })
})

describe('clockText', () => {
  it.each([
    [-5000, '0:00'],
    [7999, '0:07'],
    [750_000, '12:30'],
    [3_725_000, '1:02:05'],
  ])('writes %i ms as %s', (ms, text) => {
    expect(clockText(ms)).toBe(text)
  })
})
