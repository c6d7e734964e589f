import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { requiredAgents } from '#forecasting/staffing/required-agents.ts'
import { InputError } from '#server/commands/command.ts'
import { checkedItem, loadOf, targetsOf } from '#server/commands/staff-item.ts'

const ITEM = {
  id: 'monday 9:00',
  contacts: 100,
  interval_seconds: 1800,
  aht_seconds: 180,
  model: 'erlang_c',
  targets: { asa_seconds: 60 },
}

describe('checkedItem', () => {
  it('accepts every field, and turns it into what the engine asks for', () => {
    const item = checkedItem(
      {
        ...ITEM,
        model: 'erlang_a',
        patience_seconds: 120,
        targets: {
          asa_seconds: 60,
          service_level: { share: 0.8, within_seconds: 20, definition: 'of_offered' },
          abandon_share: 0.1,
          max_occupancy: 0.85,
        },
        shrinkage: 0.3,
        agents: 14,
      },
      0,
    )
    // 100 contacts of 180 s in half an hour are 10 Erlangs.
    expect(loadOf(item)).toEqual({ offeredErlangs: 10, handleSeconds: 180, patienceSeconds: 120 })
    expect(targetsOf(item)).toEqual({
      asaSeconds: 60,
      serviceLevel: { share: 0.8, withinSeconds: 20, definition: 'ofOffered' },
      abandonShare: 0.1,
      maxOccupancy: 0.85,
    })
  })

  it.each([
    ['targets.asa_second: no such field', { targets: { asa_second: 60 } }],
    ['AHT: no such field', { AHT: 180 }],
    ['contacts: is required', { contacts: undefined }],
    ['contacts: must be >= 0', { contacts: -1 }],
    ['contacts: must be <= 1000000000', { contacts: 1e10 }],
    ['interval_seconds: must be >= 0.1', { interval_seconds: 0 }],
    ['interval_seconds: must be <= 31622400', { interval_seconds: 4e7 }],
    ['aht_seconds: must be number', { aht_seconds: '180' }],
    ['patience_seconds: must be <= 10000000', { model: 'erlang_a', patience_seconds: 2e7 }],
    ['patience_seconds: is required with erlang_a', { model: 'erlang_a' }],
    ['model: must be one of erlang_c, erlang_a', { model: 'erlang_b' }],
    ['id: must be string or number', { id: true }],
    ['targets: must be object', { targets: 60 }],
    [
      'targets.service_level.definition: must be one of excluding_short_abandons',
      { targets: { service_level: { share: 0.8, within_seconds: 20, definition: 'all' } } },
    ],
    [
      'targets.service_level.share: must be <= 1',
      { targets: { service_level: { share: 80, within_seconds: 20 } } },
    ],
    ['targets.max_occupancy: must be >= 0.01', { targets: { max_occupancy: 0 } }],
    ['shrinkage: must be <= 0.99', { shrinkage: 30 }],
    ['agents: must be integer', { agents: 1.5 }],
    ['agents: must be <= 1000000000', { agents: 2e9 }],
    ['must be <= 10000000 Erlangs, is 100000000', { contacts: 1e9, interval_seconds: 1800 }],
  ])('refuses with "%s"', (rule, change) => {
    const check = () => checkedItem(withoutUndefined({ ...ITEM, ...change }), 0)
    expect(check).toThrow(InputError)
    expect(check).toThrow(rule)
  })

  it('names the item by its id, or by its place', () => {
    expect(() => checkedItem({ ...ITEM, id: 7, x: 1 }, 0)).toThrow('item 7: ')
    expect(() => checkedItem({ ...ITEM, x: 1 }, 0)).toThrow('item "monday 9:00": ')
    expect(() => checkedItem(null, 4)).toThrow('item number 5: ')
  })

  it('lets nothing through that the engine would throw at', () => {
    const wild = fc.record({
      id: fc.constant(1),
      contacts: fc.constantFrom(0, 1e-9, 1, 1000, 1e6),
      interval_seconds: fc.constantFrom(0.1, 60, 1800, 31_622_400),
      aht_seconds: fc.constantFrom(0.1, 1, 300, 1e7),
      patience_seconds: fc.constantFrom(0.1, 60, 1e7),
      model: fc.constantFrom('erlang_c', 'erlang_a'),
      targets: fc.record(
        {
          asa_seconds: fc.constantFrom(0, 1e-9, 60, 1e7),
          service_level: fc.record({
            share: fc.constantFrom(0, 0.8, 1),
            within_seconds: fc.constantFrom(0, 20, 1e7),
          }),
          abandon_share: fc.constantFrom(0, 0.1, 1),
          max_occupancy: fc.constantFrom(0.01, 0.85, 1),
        },
        { requiredKeys: [] },
      ),
    })
    fc.assert(
      fc.property(wild, (value) => {
        const load = (value.contacts * value.aht_seconds) / value.interval_seconds
        // The search is of the size of the load's root: the largest would slow the test down.
        fc.pre(load <= 1e5)
        const item = checkedItem(value, 0)
        const { agents } = requiredAgents(loadOf(item), targetsOf(item))
        expect(Number.isInteger(agents) && agents >= 0).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

/** A field that is left out, as it is in a file. */
function withoutUndefined(item: object): unknown {
  return JSON.parse(JSON.stringify(item))
}
