import { describe, expect, it } from 'vitest'

import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { PlanningRows } from '#server/features/schedules/problem/planning-rows.ts'
import { weekNorms } from '#server/features/schedules/problem/week-norms.ts'

/** Two weeks from Monday, 14 December 2026; Independence Day is Wednesday the 16th. */
const PERIOD = { fromDate: '2026-12-14' as LocalDate, days: 14 }
const day = (
  date: string,
  kind: PlanningRows['calendar'][number]['kind'] = 'holiday',
  effect: 'off' | 'working' = 'off',
) => ({ date: date as LocalDate, kind, fiveDayWeek: effect, sixDayWeek: effect })
const HOLIDAY = day('2026-12-16')
const norms = (
  regime: string,
  away: readonly number[] = [],
  days: PlanningRows['calendar'] = [],
  barred: readonly string[] = [],
) =>
  weekNorms({ regime, weekTargetPaidMinutes: 2400 }, away, PERIOD, {
    days,
    barredDates: barred as LocalDate[],
  })

describe('weekNorms', () => {
  it('owes the hours of the contract in a week without holidays and leave', () => {
    expect(norms('five_day')).toEqual([2400, 2400])
    expect(norms('summarised')).toEqual([2400, 2400])
  })

  it('lowers them by working days under a fixed week, by calendar days under shifts', () => {
    expect(norms('five_day', [0, 1, 5, 6])).toEqual([1440, 2400])
    expect(norms('six_day', [5])).toEqual([2000, 2400])
    expect(norms('shift', [0, 1, 5, 6])).toEqual([Math.round((2400 * 3) / 7), 2400])
  })

  it('takes a holiday for a working day only of those who may work on it', () => {
    expect(norms('five_day', [], [HOLIDAY], ['2026-12-16'])).toEqual([1920, 2400])
    expect(norms('five_day', [], [HOLIDAY])).toEqual([2400, 2400])
    expect(norms('summarised', [], [HOLIDAY], ['2026-12-16'])).toEqual([2400, 2400])
  })

  it('follows rest days that are moved, and owes no more than the contract', () => {
    const moved = [day('2026-12-18', 'moved_in'), day('2026-12-26', 'moved_out', 'working')]
    expect(norms('five_day', [], moved)).toEqual([1920, 2400])
    // Leave on Monday, work on Saturday instead: five working days are left of six.
    expect(norms('five_day', [7], moved)).toEqual([1920, 2400])
  })
})
