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

// Art. 72: 8:00 to 12:00 and 16:00 to 20:00.
const SPLIT: ShapeChange = {
  spanMinutes: 720,
  startFromMinutes: 480,
  startToMinutes: 480,
  startStepMinutes: 15,
  breaks: [{ kind: 'gap', lengthMinutes: 240, fromMinutes: 240, toMinutes: 240 }],
}

describe('a shift in two parts', () => {
  const gap = (part: Partial<ShapeChange['breaks'][number]>): Partial<ShapeChange> => ({
    ...SPLIT,
    breaks: SPLIT.breaks.map((one) => ({ ...one, ...part })),
  })

  it('is paid for its parts alone', () => {
    expect(paidMinutesOf(SPLIT)).toBe(480)
  })

  it('needs no meal in parts under six hours, and may span more than a shift in one part', () => {
    expect(faults(SPLIT)).toEqual([])
    expect(faults({ ...gap({ lengthMinutes: 360 }), spanMinutes: 840 })).toEqual([])
    expect(faults({ ...gap({ lengthMinutes: 120 }), spanMinutes: 600 })).toEqual([])
  })

  it.each([
    ['that is short', gap({ lengthMinutes: 105 }), 'breaks gap_unfit'],
    ['that moves', gap({ toMinutes: 255 }), 'breaks gap_unfit'],
    ['that is a rest', gap({ kind: 'rest' }), 'breaks break_too_long'],
    [
      'without a meal in a part of six hours',
      { ...SPLIT, spanMinutes: 840 },
      'breaks meal_missing',
    ],
  ] as const)('has no gap %s', (_, part, fault) => {
    // A rest of four hours is too long by a quarter of an hour, and leaves a span that needs a meal.
    const longer = fault.endsWith('too_long')
      ? { ...part, breaks: gap({ kind: 'rest', lengthMinutes: 255 }).breaks ?? [] }
      : part
    expect(faults(longer)).toContain(fault)
  })

  it('has one gap', () => {
    const [first] = SPLIT.breaks
    const second = { ...first, fromMinutes: 540, toMinutes: 540, lengthMinutes: 120 }
    const breaks = [first, second] as ShapeChange['breaks']
    expect(faults({ ...SPLIT, breaks })).toContain('breaks gap_unfit')
  })
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
