import { describe, expect, it } from 'vitest'

import { rulesOf } from '#server/features/schedules/problem/rule-figures.ts'
import {
  paidMinutesOf,
  shiftShapeFaults,
} from '#server/features/working-time/shift-shape-faults.ts'
import type { ShapeChange } from '#server/features/working-time/working-time.schema.ts'

const SHAPE: ShapeChange = {
  spanMinutes: 540,
  startFromMinutes: 360,
  startToMinutes: 720,
  startStepMinutes: 30,
  breaks: [
    { kind: 'rest', lengthMinutes: 15, fromMinutes: 75, toMinutes: 135 },
    { kind: 'meal', lengthMinutes: 60, fromMinutes: 180, toMinutes: 240 },
  ],
}
const meal = (part: Partial<ShapeChange['breaks'][number]>): ShapeChange['breaks'] => [
  { kind: 'meal', lengthMinutes: 60, fromMinutes: 180, toMinutes: 240, ...part },
]
const faults = (part: Partial<ShapeChange>): string[] =>
  shiftShapeFaults({ ...SHAPE, ...part }, rulesOf({ rules: [] }), 720).map(
    ({ field, code }) => `${field} ${code}`,
  )

it('pays the span without its meals', () => {
  expect(paidMinutesOf(SHAPE)).toBe(480)
})

describe('shiftShapeFaults', () => {
  it('finds none in a day of eight hours, a night that begins at one time, and a short shift without a meal', () => {
    expect(faults({})).toEqual([])
    expect(faults({ startFromMinutes: 1200, startToMinutes: 1200, startStepMinutes: 720 })).toEqual(
      [],
    )
    expect(faults({ spanMinutes: 345, breaks: [] })).toEqual([])
  })

  it.each([
    [{ startToMinutes: 345 }, 'startToMinutes starts_disordered'],
    [{ startToMinutes: 705 }, 'startStepMinutes starts_off_step'],
    [{ spanMinutes: 735 }, 'spanMinutes span_above_law'],
    [{ breaks: meal({ fromMinutes: 255 }) }, 'breaks window_disordered'],
    [{ breaks: [] }, 'breaks meal_missing'],
    [{ breaks: meal({ fromMinutes: 300, toMinutes: 360 }) }, 'breaks meal_outside_law'],
    [{ breaks: meal({ lengthMinutes: 25 }) }, 'breaks meal_length_outside_law'],
    [
      {
        breaks: [
          ...meal({ fromMinutes: 180, toMinutes: 180 }),
          { kind: 'rest', lengthMinutes: 15, fromMinutes: 195, toMinutes: 210 },
        ],
      },
      'breaks breaks_do_not_fit',
    ],
  ] satisfies readonly (readonly [Partial<ShapeChange>, string])[])('refuses %o', (part, fault) => {
    expect(faults(part)).toEqual([fault])
  })
})
