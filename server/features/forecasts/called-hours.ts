import { localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import { withinHours } from '#forecasting/volume/within-hours.ts'

import type { CentreCalendar } from '../calendar/calendar.service.ts'
import type { Queue } from '../centers/centers.schema.ts'
import { isOpenAt } from '../centers/open-hours.ts'
import type { AdjustedPoint } from './overrides/adjusted-point.ts'

/** Days off by the calendar of a five-day week: nobody is called then of the centre's own accord. */
export function restDatesOf({ days }: Pick<CentreCalendar, 'days'>): ReadonlySet<string> {
  return new Set(days.filter(({ fiveDayWeek }) => fiveDayWeek === 'off').map(({ date }) => date))
}

/**
 * The points of a queue that calls people, with what was expected at other hours than theirs moved into
 * them; those of every other queue as they are.
 *
 * @param points ascending, from the forecast's beginning: a weekend's calls are made on Monday
 */
export function inCalledHours(
  points: readonly AdjustedPoint[],
  queue: Pick<Queue, 'openingHours' | 'calledRegion'> | undefined,
  centre: { readonly timezone: string; readonly restDates: ReadonlySet<string> },
): readonly AdjustedPoint[] {
  if (queue === undefined || queue.calledRegion === null) return points
  const { timezone: zone } = queue.calledRegion
  const { intervals } = withinHours(
    points.map(({ startMs, adjusted, quantiles }) => ({
      mean: adjusted,
      quantiles,
      day: localDateOf(startMs as EpochMs, zone),
      isAllowed: isOpenAt(queue, startMs as EpochMs, centre.timezone, centre.restDates),
    })),
  )
  return points.map((point, i) => {
    const { mean, quantiles } = intervals[i] ?? { mean: 0, quantiles: [] }
    return { ...point, adjusted: mean, quantiles }
  })
}
