import { describe, expect, it } from 'vitest'

import type { OperatorId, QueueId } from '#forecasting/kernel/units.ts'
import type { RuleInForce } from '#server/features/planner-rules/planner-rules.service.ts'
import { plannerRulesOf } from '#server/features/schedules/problem/engine-rules.ts'

const person = (
  id: string,
  contractCode: string,
  { contract = contractCode, siteCode = 'A' } = {},
) => ({
  operator: { id: id as OperatorId, personnelNumber: `K-${id}`, contractCode, siteCode },
  contract: { code: contract },
  shapes: contract === contractCode ? [] : [{ id: 'F8 +30' }],
})
const people = [
  person('a', 'full'),
  person('b', 'full', { contract: 'full ≤36/8' }),
  person('c', 'half', { siteCode: 'B' }),
]
const queues = [
  {
    id: 'q' as QueueId,
    code: 'voice-kk',
    name: { kk: 'Қоңырау', ru: 'Звонок', en: 'Call' },
    channel: 'voice',
  },
]
const rule = (definition: RuleInForce['definition'], weight: number | null = null) => ({
  ruleId: 'r',
  version: 1,
  name: 'Rule',
  definition,
  weight,
})
const made = (one: RuleInForce) => plannerRulesOf({ plannerRules: [one], queues }, people)

describe('plannerRulesOf', () => {
  it('leaves a problem as it was without rules', () => {
    expect(plannerRulesOf({ plannerRules: [], queues }, people)).toEqual({})
  })

  it('names people, queues and contracts as the engine does, limited contracts too', () => {
    const scope = {
      operatorIds: ['a' as OperatorId],
      queueIds: ['q' as QueueId],
      contracts: ['full'],
    }
    expect(made(rule({ kind: 'weekends_worked', for: scope, max: 1 }, 4))).toEqual({
      plannerRules: [
        {
          id: 'r',
          kind: 'weekends_worked',
          max: 1,
          weight: 4,
          for: { operators: ['K-a'], skills: ['voice-kk'], contracts: ['full', 'full ≤36/8'] },
        },
      ],
    })
  })

  it('means a shape in every form in which people work it', () => {
    const next = rule({ kind: 'forbidden_succession', for: {}, first: ['F8'], next: ['F9', 'F8'] })
    expect(made(next).plannerRules).toMatchObject([
      { first: ['F8', 'F8 +30'], next: ['F9', 'F8', 'F8 +30'] },
    ])
    const turns = rule({ kind: 'rotation', for: {}, cycle: [['F8'], ['F9']], offsetWeeks: 0 })
    expect(made(turns).plannerRules).toMatchObject([{ cycle: [['F8', 'F8 +30'], ['F9']] }])
    const kinds = rule({ kind: 'shifts_of_kind', for: {}, shapes: ['F8'], per: 'week', max: 2 })
    expect(made(kinds).plannerRules).toMatchObject([{ shapes: ['F8', 'F8 +30'] }])
  })

  it('means the people of a site, and of them those that it names', () => {
    const seats = (scope: RuleInForce['definition']['for']) =>
      rule({
        kind: 'people_on_shift',
        for: scope,
        fromMin: 0,
        toMin: 1440,
        minOverlapMin: 15,
        place: 'office',
        max: 2,
      })
    expect(made(seats({ sites: ['A'] })).plannerRules).toMatchObject([
      { place: 'office', for: { operators: ['K-a', 'K-b'] } },
    ])
    const some = { sites: ['A'], operatorIds: ['b' as OperatorId, 'c' as OperatorId] }
    expect(made(seats(some)).plannerRules).toMatchObject([{ for: { operators: ['K-b'] } }])
    expect(made(seats({ sites: ['gone'] })).plannerRules).toMatchObject([
      { for: { operators: [] } },
    ])
  })

  it('has no weight where the rule must be kept', () => {
    const [one] = made(rule({ kind: 'days_off_in_a_row', for: {}, min: 2 })).plannerRules ?? []
    expect(one).toEqual({ id: 'r', kind: 'days_off_in_a_row', for: {}, min: 2 })
  })

  it('asks for nothing of a pair whose other one is not planned', () => {
    const buddy = (otherId: string) =>
      rule({ kind: 'works_with', for: {}, otherId: otherId as OperatorId, minOverlapMin: 240 })
    expect(made(buddy('c')).plannerRules).toMatchObject([{ kind: 'works_with', other: 'K-c' }])
    expect(made(buddy('gone'))).toEqual({})
  })
})
