import { describe, expect, it } from 'vitest'

import { forbiddenSuccession } from '#forecasting/scheduling/planner-rules/forbidden-succession.ts'

import { SHAPES, reported, row } from './row.ts'

describe('forbiddenSuccession', () => {
  const rule = {
    kind: 'forbidden_succession',
    id: 'r',
    for: {},
    first: ['L', 'N'],
    next: ['E'],
  } as const
  const found = (letters: string) =>
    reported((report) => forbiddenSuccession(row(letters), rule, SHAPES, report))

  it('is content with shifts that go forward', () => {
    expect(found('EELLN..')).toEqual([])
  })

  it('is content when a day off lies between', () => {
    expect(found('L.E.N.E')).toEqual([])
  })

  it('finds each early shift on the day after a late one', () => {
    expect(found('LE..NEE')).toEqual([
      [1, 1],
      [5, 1],
    ])
  })
})
