import { describe, expect, it } from 'vitest'

import {
  type Exception,
  groupExceptions,
  spanOf,
} from '../../../../../client/features/adherence/exceptions.ts'

const TEAM = { kk: 'Солтүстік', ru: 'Север', en: 'North' }
const one = (id: string, change: Partial<Exception> = {}): Exception => ({
  id,
  operatorId: id,
  operatorName: id,
  team: TEAM,
  from: '2026-11-25T04:00:00.000Z',
  to: '2026-11-25T05:00:00.000Z',
  kind: 'meeting',
  note: '',
  status: 'approved',
  requestedBy: 'Supervisor',
  requestedAt: '2026-11-25T03:00:00.000Z',
  decidedBy: 'Supervisor',
  decidedAt: '2026-11-25T03:00:00.000Z',
  reply: '',
  ...change,
})

describe('explanations in a list', () => {
  it('show what a team was told once as one line', () => {
    const later = { requestedAt: '2026-11-25T03:10:00.000Z' }
    const groups = groupExceptions([one('a'), one('b'), one('c', later), one('d', { team: null })])
    expect(groups.map(({ ids }) => ids)).toEqual([['a', 'b'], ['c'], ['d']])
  })

  it('part a member whose explanation was taken back from the rest of the team', () => {
    const groups = groupExceptions([one('a'), one('b', { status: 'withdrawn' })])
    expect(groups.map(({ ids }) => ids)).toEqual([['a'], ['b']])
  })
})

describe('an explanation as it is typed', () => {
  const draft = { kind: 'meeting', note: ' a word ', from: '1', to: '2' } as const
  const instantOf = (text: string): number | null => (text === '' ? null : Number(text) * 1000)

  it('is a span with its note trimmed', () => {
    expect(spanOf(draft, instantOf)).toEqual({
      from: '1970-01-01T00:00:01.000Z',
      to: '1970-01-01T00:00:02.000Z',
      kind: 'meeting',
      note: 'a word',
    })
  })

  it.each([
    ['ends as it begins', { to: '1' }],
    ['ends before', { to: '0' }],
    ['has no beginning', { from: '' }],
  ])('is none while it %s', (_, change) => {
    expect(spanOf({ ...draft, ...change }, instantOf)).toBeUndefined()
  })
})
