import { describe, expect, it } from 'vitest'

import type { ForecastState } from '#server/features/forecasts/forecasts.service.ts'
import { type Staffed, staleReasons } from '#server/features/staffing/requirement-staleness.ts'

const settings = { voice: { shrinkagePlanned: 0.1, targets: { asaSeconds: 60 } } }

const made: Staffed = {
  forecastId: 'first',
  fromDate: '2026-06-01',
  toDate: '2026-06-29',
  overrideIds: ['a', 'b'],
  settings,
}

const first: ForecastState = {
  version: 1,
  fromDate: made.fromDate,
  toDate: made.toDate,
  stale: false,
  activeOverrideIds: ['b', 'a'],
}

const reasons = (state: Partial<ForecastState>, others: Record<string, ForecastState> = {}) =>
  staleReasons(
    made,
    new Map(Object.entries({ ...others, first: { ...first, ...state } })),
    settings,
  )

describe('staleReasons', () => {
  it('finds none while everything is as it was, in whatever order it is kept', () => {
    expect(reasons({})).toEqual([])
    const reordered = { voice: { targets: { asaSeconds: 60 }, shrinkagePlanned: 0.1 } }
    expect(staleReasons(made, new Map([['first', first]]), reordered)).toEqual([])
  })

  it.each([[['a']], [['a', 'b', 'c']], [['a', 'c']], [[]]])(
    'says that the overrides changed when %j are in force',
    (activeOverrideIds) => {
      expect(reasons({ activeOverrideIds })).toEqual(['overrides'])
    },
  )

  it('is overtaken by a later version only if that covers a part of its days', () => {
    const later = { ...first, version: 2 }
    expect(reasons({}, { later })).toEqual(['newer_forecast'])
    const elsewhere = { ...later, fromDate: made.toDate, toDate: '2026-07-06' }
    expect(reasons({}, { elsewhere })).toEqual([])
  })

  it('is overtaken when its forecast is no longer among the latest', () => {
    expect(staleReasons(made, new Map(), settings)).toEqual(['newer_forecast'])
  })

  it('names every reason at once', () => {
    const tightened = { voice: { ...settings.voice, targets: { asaSeconds: 40 } } }
    const forecasts = new Map([['first', { ...first, stale: true, activeOverrideIds: [] }]])
    expect(staleReasons(made, forecasts, tightened)).toEqual(['history', 'overrides', 'settings'])
  })
})
