import { describe, expect, it } from 'vitest'

import {
  type OverrideDraft,
  readOverride,
} from '../../../../../../client/features/forecasts/override/override.ts'

const draft: OverrideDraft = {
  kind: 'scale',
  from: '2026-06-17T09:00',
  to: '2026-06-17T17:00',
  value: 20,
  reason: ' рассылка ',
}

describe('readOverride', () => {
  it("reads the span on the centre's clock and a change in per cent as a ratio", () => {
    // 09:00 in Almaty, UTC+5, is 04:00 UTC; 20 % more is 1.2 times.
    expect(readOverride(draft, 'Asia/Almaty')).toEqual({
      kind: 'ready',
      override: {
        kind: 'scale',
        value: 1.2,
        startMs: Date.UTC(2026, 5, 17, 4),
        endMs: Date.UTC(2026, 5, 17, 12),
        reason: 'рассылка',
      },
    })
  })

  it('lets contacts be taken away, but never below none', () => {
    const faultsOf = (part: Partial<OverrideDraft>) => readOverride({ ...draft, ...part }, 'UTC')
    expect(faultsOf({ kind: 'add', value: -30 })).toMatchObject({ kind: 'ready' })
    expect(faultsOf({ kind: 'scale', value: -100 })).toMatchObject({ override: { value: 0 } })
    expect(faultsOf({ kind: 'scale', value: -101 })).toEqual({ kind: 'refused', faults: ['value'] })
    expect(faultsOf({ kind: 'set', value: -1 })).toEqual({ kind: 'refused', faults: ['value'] })
  })

  it('names everything that is missing at once', () => {
    const empty = { ...draft, to: draft.from, value: '', reason: '  ' }
    expect(readOverride(empty, 'UTC')).toEqual({
      kind: 'refused',
      faults: ['span', 'value', 'reason'],
    })
  })
})
