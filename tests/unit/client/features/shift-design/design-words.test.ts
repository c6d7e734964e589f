import { expect, it } from 'vitest'

import { stepRows } from '../../../../../client/features/shift-design/design-steps.tsx'
import { kindSpan } from '../../../../../client/features/shift-design/kind-words.ts'

it('tells what each kind saved beside those before it', () => {
  const rows = stepRows([
    { kinds: 1, cost: 900, shape: 'F8', startMinutes: 480 },
    { kinds: 2, cost: 640, shape: 'P4', startMinutes: 1080 },
  ])
  expect(rows).toEqual([
    { kinds: 1, added: 'F8 08:00', cost: 900, saved: null },
    { kinds: 2, added: 'P4 18:00', cost: 640, saved: 260 },
  ])
})

it('says when a shift over midnight ends', () => {
  const night = { shape: 'N8', startMinutes: 1320, spanMinutes: 510 }
  expect(kindSpan(night)).toBe('N8 22:00–06:30')
})
