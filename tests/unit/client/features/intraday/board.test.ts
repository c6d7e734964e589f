import { beforeEach, describe, expect, it } from 'vitest'

import {
  filterOf,
  keepFilter,
  readBoardSearch,
} from '../../../../../client/features/intraday/board-search.ts'
import {
  type Board,
  type BoardRow,
  changedBoard,
  clockText,
  countRows,
  filterRows,
} from '../../../../../client/features/intraday/board.ts'

const ROW: BoardRow = {
  operatorId: 'a',
  name: 'Иванов Иван',
  personnelNumber: '1001',
  activity: 'work',
  activityUntil: null,
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

describe('the filter of an address', () => {
  beforeEach(() => localStorage.clear())

  it('is kept for the next time, and an address that says something wins', () => {
    expect(filterOf({}, 'a')).toEqual({ standings: [], text: '' })
    const kept = keepFilter({ standings: ['out', 'unknown'], text: '' }, 'a')
    expect(readBoardSearch({ ...kept, wall: 'yes', other: 1 })).toEqual({ show: 'out,unknown' })
    expect(filterOf({}, 'a').standings).toEqual(['out', 'unknown'])
    expect(filterOf({}, 'b').standings).toEqual([])
    expect(filterOf({ show: 'in' }, 'a').standings).toEqual(['in'])
    expect(filterOf({ show: 'nonsense' }, 'a').standings).toEqual([])
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
