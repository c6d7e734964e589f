import { addDays, localDateOf, startOfLocalDay } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { judgePeople } from '../../adherence/adherence.service.ts'
import { readCenterSettings } from '../../centers/centers.service.ts'
import { readRequired } from './coverage.queries.ts'
import { coverageOf, type CoverageOfInterval } from './coverage.ts'

const MINUTE_MS = 60_000

/** Today's intervals; none while no schedule is published for today. */
export async function readCoverage(db: Db, nowMs: number): Promise<readonly CoverageOfInterval[]> {
  const { timezone, intervalMinutes } = await readCenterSettings(db)
  const date = localDateOf(nowMs as EpochMs, timezone)
  const required = await readRequired(db, {
    date,
    startMs: startOfLocalDay(date, timezone),
    endMs: startOfLocalDay(addDays(date, 1), timezone),
    intervalMs: intervalMinutes * MINUTE_MS,
  })
  if (required.length === 0) return []
  // Last night's shifts count on yesterday, and work into this morning.
  const people = await judgePeople(db, { from: addDays(date, -1), to: addDays(date, 1), nowMs })
  const days = people.flatMap((one) => one.days)
  return coverageOf(
    required,
    {
      planned: days.flatMap(({ planned }) => planned.filter(({ activity }) => activity === 'work')),
      working: days.flatMap(({ adherence }) =>
        adherence.judged.filter(({ isProductive }) => isProductive),
      ),
    },
    nowMs,
  )
}
