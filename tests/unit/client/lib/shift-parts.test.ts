import { expect, it } from 'vitest'

import { shiftParts } from '../../../../client/lib/shift-parts.ts'

const whole = { startMs: 8, endMs: 19 }
const gap = { kind: 'gap', startMs: 13, endMs: 16 }

it('is one part without a gap, whatever other breaks there are', () => {
  expect(shiftParts(whole, [{ kind: 'meal', startMs: 11, endMs: 12 }])).toEqual([whole])
})

it('is two parts with a gap between them', () => {
  expect(shiftParts(whole, [gap])).toEqual([
    { startMs: 8, endMs: 13 },
    { startMs: 16, endMs: 19 },
  ])
})
