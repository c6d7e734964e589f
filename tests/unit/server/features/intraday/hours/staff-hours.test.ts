import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { QueueId } from '#forecasting/kernel/units.ts'
import { staffHours, type StaffPerson } from '#server/features/intraday/hours/staff-hours.ts'

const [KAZAKH, RUSSIAN] = ['kk', 'ru'] as QueueId[] as [QueueId, QueueId]
const MINUTE_MS = 60_000
const at = (minute: number, end: number) => ({
  startMs: minute * MINUTE_MS,
  endMs: end * MINUTE_MS,
})
const INTERVALS = [at(0, 30), at(30, 60), at(60, 90)]
const needs = (kazakh: number, russian: number) => () => [
  { queueId: KAZAKH, agents: kazakh, isDeferred: false },
  { queueId: RUSSIAN, agents: russian, isDeferred: false },
]

describe('staffHours', () => {
  it('tells who was planned and who was there, by queue, over what has passed', () => {
    const people: StaffPerson[] = [
      { queueIds: [KAZAKH], planned: [at(0, 90)], working: [at(15, 50)] },
      { queueIds: [RUSSIAN], planned: [at(30, 90)], working: [] },
    ]
    const staff = staffHours(INTERVALS, needs(1, 1), people, 45 * MINUTE_MS)
    const told = (id: QueueId, minute: number) => {
      const one = staff.get(id)?.get(minute * MINUTE_MS)
      return [one?.required, one?.scheduled, one?.working].map((value) =>
        typeof value === 'number' ? Number(value.toFixed(9)) : value,
      )
    }
    expect(told(KAZAKH, 0)).toEqual([1, 1, 0.5])
    // Fifteen minutes of the second interval have passed, and she was there in all of them.
    expect(told(KAZAKH, 30)).toEqual([1, 1, 1])
    expect(told(KAZAKH, 60)).toEqual([1, 1, null])
    expect(told(RUSSIAN, 0)).toEqual([1, 0, 0])
    expect(told(RUSSIAN, 30)).toEqual([1, 1, 0])
  })

  it('shares whoever may take both by what is asked', () => {
    const both = { queueIds: [KAZAKH, RUSSIAN], planned: [at(0, 30)], working: [] }
    const staff = staffHours(INTERVALS, needs(2, 1), [both, both, both], 0)
    expect(staff.get(KAZAKH)?.get(0)?.scheduled).toBeCloseTo(2, 9)
    expect(staff.get(RUSSIAN)?.get(0)?.scheduled).toBeCloseTo(1, 9)
  })

  it('says nothing where nothing was asked', () => {
    expect(staffHours(INTERVALS, () => [], [], 0).size).toBe(0)
  })

  it('never tells of more people than there were', () => {
    const span = fc
      .tuple(fc.integer({ min: 0, max: 89 }), fc.integer({ min: 1, max: 90 }))
      .map(([start, length]) => [at(start, Math.min(90, start + length))])
    const person = fc.record({
      queueIds: fc.subarray([KAZAKH, RUSSIAN]),
      planned: span,
      working: span,
    })
    fc.assert(
      fc.property(
        fc.array(person, { maxLength: 12 }),
        fc.integer({ min: 0, max: 10 }),
        fc.integer({ min: 0, max: 10 }),
        fc.integer({ min: 0, max: 120 }),
        (people, kazakh, russian, minute) => {
          const staff = staffHours(INTERVALS, needs(kazakh, russian), people, minute * MINUTE_MS)
          for (const { startMs } of INTERVALS) {
            const told = [KAZAKH, RUSSIAN].map((id) => staff.get(id)?.get(startMs))
            const sum = (of: 'scheduled' | 'working'): number =>
              told.reduce((total, one) => total + (one?.[of] ?? 0), 0)
            expect(sum('scheduled')).toBeLessThanOrEqual(people.length + 1e-9)
            expect(sum('working')).toBeLessThanOrEqual(people.length + 1e-9)
          }
        },
      ),
    )
  })
})
