import { localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { readCenterSettings } from '../../centers/centers.service.ts'
import { readRemoteSpans } from '../../operators/remote-work.service.ts'
import { remoteSpanOn } from '../../operators/work-at-home.ts'
import type { Shift } from '../schedules.schema.ts'

/**
 * Home is a work place by agreement or by an act of the employer alone (Labour Code, art. 138).
 *
 * @throws {ProblemError} `remote-work-not-agreed` where no record covers the day
 */
export async function refuseHomeWithoutRecord(
  db: Db,
  { operatorId, startsAt }: Pick<Shift, 'operatorId' | 'startsAt'>,
): Promise<void> {
  const { timezone } = await readCenterSettings(db)
  const date = localDateOf(Date.parse(startsAt) as EpochMs, timezone)
  if (remoteSpanOn(await readRemoteSpans(db, date, operatorId), date) === undefined) {
    throw new ProblemError('remote-work-not-agreed', { values: { date } })
  }
}
