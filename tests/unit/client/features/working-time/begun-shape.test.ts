import { describe, expect, it } from 'vitest'

import { begunDraft } from '../../../../../client/features/working-time/begun-shape.ts'
import type { ShiftShape } from '../../../../../client/features/working-time/use-working-time.ts'

const F8: ShiftShape = {
  code: 'F8',
  spanMinutes: 540,
  paidMinutes: 480,
  startFromMinutes: 360,
  startToMinutes: 720,
  startStepMinutes: 30,
  breaks: [{ kind: 'meal', lengthMinutes: 60, fromMinutes: 180, toMinutes: 240 }],
  contracts: ['FT40'],
  isUsed: true,
}

describe('a kind of shift begun from another', () => {
  it('has its length and breaks, and one start', () => {
    expect(begunDraft({ shape: 'F8', at: '07:30' }, [F8])).toMatchObject({
      kind: 'draft',
      draft: {
        code: 'F8-0730',
        hours: 9,
        from: '07:30',
        to: '07:30',
        breaks: [{ kind: 'meal', length: 60, from: 3, to: 4 }],
      },
    })
  })

  it('has a code of at most 20 signs', () => {
    const long = { ...F8, code: 'A'.repeat(20) }
    expect(begunDraft({ shape: long.code, at: '07:30' }, [long])).toMatchObject({
      draft: { code: `${'A'.repeat(15)}-0730` },
    })
  })

  it('says when there is nothing to be like, or it is there already', () => {
    expect(begunDraft({ shape: 'X', at: '07:30' }, [F8])).toEqual({ kind: 'unknown', code: 'X' })
    const added = { ...F8, code: 'F8-0730' }
    expect(begunDraft({ shape: 'F8', at: '07:30' }, [F8, added])).toEqual({
      kind: 'added',
      code: 'F8-0730',
    })
  })
})
