import { describe, expect, it } from 'vitest'

import type { Instance } from '#forecasting/scheduling/instance.ts'
import { InputError } from '#server/commands/command.ts'
import { forecastItems } from '#server/commands/forecast-items.ts'
import { withStaffedDemand } from '#server/commands/staffed-demand.ts'

const point = (start: string, mean: number, ahtSeconds: number | null) => ({
  start,
  volume: { mean, quantiles: {} },
  aht_seconds: { mean: ahtSeconds },
})
const FORECAST = {
  series: [
    { queue: 'voice', interval_minutes: 30, points: [point('2026-11-23T09:00:00+05:00', 40, 180)] },
    { queue: 'chat', interval_minutes: 30, points: [point('2026-11-23T09:00:00+05:00', 6, null)] },
  ],
}

describe('forecastItems', () => {
  it('joins each interval with the settings of its queue', () => {
    const settings = {
      voice: { patience_seconds: 120, targets: { asa_seconds: 60 }, shrinkage: 0.2 },
      '*': { aht_seconds: 300, targets: { max_occupancy: 0.85 } },
    }
    expect(forecastItems(FORECAST, settings)).toMatchObject([
      {
        queue: 'voice',
        item: { contacts: 40, interval_seconds: 1800, aht_seconds: 180, model: 'erlang_a' },
      },
      { queue: 'chat', item: { contacts: 6, aht_seconds: 300, model: 'erlang_c' } },
    ])
  })

  it('says which queue has no settings', () => {
    expect(() => forecastItems(FORECAST, { voice: { targets: {} } })).toThrow(
      new InputError('the settings: chat: is required (or "*" for every other queue)'),
    )
  })

  it('says which interval has no handle time', () => {
    const settings = { '*': { targets: { asa_seconds: 60 } } }
    expect(() => forecastItems(FORECAST, settings)).toThrow(
      'item "chat 2026-11-23T09:00:00+05:00": aht_seconds: is required',
    )
  })

  it('refuses a misspelt setting', () => {
    expect(() => forecastItems(FORECAST, { '*': { targets: {}, shrinkge: 0.2 } })).toThrow(
      /shrinkge: no such field/,
    )
  })
})

describe('withStaffedDemand', () => {
  // Only what the function reads: the rest of a problem stays as it is.
  const instance = { intervalMin: 15, days: 7, skills: [{ id: 'voice', underWeight: 1 }] }
  const problem = instance as unknown as Instance
  const staffed = (start: string, rostered: number) => ({ queue: 'voice', start, rostered })

  it('begins on the first Monday, and repeats half-hours in quarters', () => {
    const { demand } = withStaffedDemand(problem, [
      staffed('2026-11-22T23:30:00+05:00', 9),
      staffed('2026-11-23T00:00:00+05:00', 2),
      staffed('2026-11-23T00:30:00+05:00', 3),
      staffed('2026-11-29T23:30:00+05:00', 4),
      staffed('2026-11-30T00:00:00+05:00', 9),
    ])
    expect(demand['voice']).toHaveLength(7 * 96)
    expect(demand['voice']?.slice(0, 5)).toEqual([2, 2, 3, 3, 0])
    expect(demand['voice']?.slice(-3)).toEqual([0, 4, 4])
  })

  // Paris, 25 October 2026: 02:30 comes twice.
  it('plans an hour that the clock shows twice once, for its larger load', () => {
    const { demand } = withStaffedDemand(problem, [
      staffed('2026-10-19T00:00:00+02:00', 1),
      staffed('2026-10-19T00:30:00+02:00', 1),
      staffed('2026-10-25T02:30:00+02:00', 5),
      staffed('2026-10-25T02:30:00+01:00', 4),
    ])
    const at = 6 * 96 + 10
    expect(demand['voice']?.slice(at - 1, at + 3)).toEqual([0, 5, 5, 0])
  })

  it('refuses a file without a Monday, and one without a queue of the problem', () => {
    expect(() => withStaffedDemand(problem, [staffed('2026-11-24T00:00:00+05:00', 2)])).toThrow(
      /has no Monday/,
    )
    const chat = { ...staffed('2026-11-23T00:00:00+05:00', 2), queue: 'chat' }
    expect(() => withStaffedDemand(problem, [chat])).toThrow(/has no queue voice/)
  })
})
