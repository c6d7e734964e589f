import { addDays, startOfLocalDay } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import { MINUTES_PER_DAY } from '#forecasting/scheduling/instance.ts'

import { fromPlanMinutes, type PlanningPeriod } from './build-instance.ts'

const MINUTE_MS = 60_000

/** The instants at which the plan's intervals begin; days without a change of the clock by plain sums. */
export function intervalStarts(period: PlanningPeriod, intervalMinutes: number): EpochMs[] {
  const perDay = MINUTES_PER_DAY / intervalMinutes
  const midnights = Array.from({ length: period.days + 1 }, (_, day) =>
    startOfLocalDay(addDays(period.fromDate, day), period.timezone),
  )
  return midnights.slice(0, -1).flatMap((midnightMs, day) => {
    const isPlain = (midnights[day + 1] ?? 0) - midnightMs === MINUTES_PER_DAY * MINUTE_MS
    return Array.from({ length: perDay }, (_, at): EpochMs => {
      const minutes = at * intervalMinutes
      return isPlain
        ? ((midnightMs + minutes * MINUTE_MS) as EpochMs)
        : fromPlanMinutes(day * MINUTES_PER_DAY + minutes, period)
    })
  })
}
