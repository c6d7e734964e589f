import { describe, expect, it } from 'vitest'

import { localDate, startOfLocalDay } from '#forecasting/kernel/calendar.ts'
import { addDays } from '#forecasting/kernel/calendar.ts'
import { dayPlan, planInForce, type PlanVersion } from '#server/features/adherence/plan-in-force.ts'

const HOUR_MS = 3_600_000
const at = (hours: number): number => hours * HOUR_MS
const shift = (from: number, to: number, meal?: readonly [number, number]) => ({
  startMs: at(from),
  endMs: at(to),
  workPlace: null,
  breaks:
    meal === undefined ? [] : [{ startMs: at(meal[0]), endMs: at(meal[1]), activity: 'meal' }],
})
const version = (publishedHour: number, shifts: PlanVersion['shifts']): PlanVersion => ({
  publishedAtMs: at(publishedHour),
  days: { startMs: 0, endMs: at(24) },
  shifts,
})

describe('planInForce', () => {
  it('splits a shift into work and its breaks', () => {
    expect(planInForce([version(-10, [shift(9, 17, [13, 14])])])).toEqual([
      {
        startMs: at(9),
        endMs: at(17),
        shiftStartMs: at(9),
        workPlace: null,
        planned: [
          { startMs: at(9), endMs: at(13), activity: 'work' },
          { startMs: at(13), endMs: at(14), activity: 'meal' },
          { startMs: at(14), endMs: at(17), activity: 'work' },
        ],
      },
    ])
  })

  it('changes what comes after a publication in the middle of a shift, and nothing before', () => {
    const plan = planInForce([
      version(12, [shift(9, 18, [15, 16])]),
      version(-10, [shift(9, 17, [11, 13])]),
    ])
    expect(plan.flatMap(({ planned }) => planned)).toEqual([
      { startMs: at(9), endMs: at(11), activity: 'work' },
      { startMs: at(11), endMs: at(12), activity: 'meal' },
      { startMs: at(12), endMs: at(15), activity: 'work' },
      { startMs: at(15), endMs: at(16), activity: 'meal' },
      { startMs: at(16), endMs: at(18), activity: 'work' },
    ])
  })

  it('ends a shift that a later version takes away', () => {
    expect(planInForce([version(-10, [shift(9, 17)]), version(12, [])])).toMatchObject([
      { startMs: at(9), endMs: at(12) },
    ])
  })

  it('leaves a shift alone when the later version is for other days', () => {
    const other = { ...version(12, []), days: { startMs: at(24), endMs: at(48) } }
    expect(planInForce([version(-10, [shift(22, 30)]), other])).toMatchObject([
      { startMs: at(22), endMs: at(30) },
    ])
  })
})

describe('dayPlan', () => {
  const night = planInForce([version(-10, [shift(22, 30)])])

  it('counts a shift across midnight on the day it starts', () => {
    const today = dayPlan(night, { startMs: 0, endMs: at(24) })
    expect([today.startMs, today.endMs, today.planned.length]).toEqual([0, at(30), 1])
    const tomorrow = dayPlan(night, { startMs: at(24), endMs: at(48) })
    expect([tomorrow.startMs, tomorrow.endMs, tomorrow.planned.length]).toEqual([at(30), at(48), 0])
  })

  it('counts the second part of a shift changed after midnight on the day the shift started', () => {
    const changed = planInForce([version(-10, [shift(22, 30)]), version(26, [shift(22, 32)])])
    const today = dayPlan(changed, { startMs: 0, endMs: at(24) })
    expect(today.planned.at(-1)).toEqual({ startMs: at(26), endMs: at(32), activity: 'work' })
  })

  // Almaty's 29 February 2024 has 25 hours: the zone moved from UTC+6 to UTC+5 at its end.
  it('loses and doubles no hour on the night when the zone moved', () => {
    const date = localDate('2024-02-29')
    const day = {
      startMs: startOfLocalDay(date, 'Asia/Almaty'),
      endMs: startOfLocalDay(addDays(date, 1), 'Asia/Almaty'),
    }
    const { startMs, endMs } = dayPlan([], day)
    expect((endMs - startMs) / HOUR_MS).toBe(25)
  })
})
