import { addDays } from '#forecasting/kernel/calendar.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { judgePeople } from '../../adherence/adherence.service.ts'
import { readCenterSettings } from '../../centers/centers.service.ts'
import { readRequired } from './coverage.queries.ts'
import { coverageOf, type CoverageOfInterval } from './coverage.ts'
import { daysAhead } from './days-ahead.ts'

const MINUTE_MS = 60_000

/** Intervals of today and of the hours ahead; none of a day for which no schedule is published. */
export async function readCoverage(db: Db, nowMs: number): Promise<readonly CoverageOfInterval[]> {
  const { timezone, intervalMinutes } = await readCenterSettings(db)
  const days = daysAhead(nowMs, timezone, intervalMinutes * MINUTE_MS)
  const required = []
  for (const day of days) required.push(...(await readRequired(db, day)))
  if (required.length === 0) return []
  const [{ date: today }] = days
  // Last night's shifts count on yesterday, and work into this morning.
  const people = await judgePeople(db, {
    from: addDays(today, -1),
    to: addDays(today, days.length),
    nowMs,
  })
  const judged = people.flatMap((one) => one.days)
  return coverageOf(
    required,
    {
      planned: judged.flatMap(({ planned }) =>
        planned.filter(({ activity }) => activity === 'work'),
      ),
      working: judged.flatMap(({ adherence }) =>
        adherence.judged.filter(({ isProductive }) => isProductive),
      ),
    },
    nowMs,
  )
}
