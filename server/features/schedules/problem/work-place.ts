import { addDays, type LocalDate, localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs, OperatorId } from '#forecasting/kernel/units.ts'

import { remoteSpanOn, type WorkPlace, workPlaceByRecord } from '../../operators/work-at-home.ts'
import type { Shift } from '../schedules.schema.ts'
import type { PlanningPeriod } from './build-instance.ts'
import { ofOperator } from './of-operator.ts'
import type { PlanningRows } from './planning-rows.ts'

type Known = Pick<PlanningRows, 'remoteWork' | 'timezone'>

/** A day that a record of remote work covers, and where the record has its person. */
export interface RemoteDay {
  readonly date: LocalDate
  readonly byRecord: WorkPlace
}

/** Days of a period on which somebody may work at home, by a record (Labour Code, art. 138). */
export function remoteDaysOf(
  operatorId: OperatorId,
  { remoteWork }: Pick<Known, 'remoteWork'>,
  { fromDate, days }: Pick<PlanningPeriod, 'fromDate' | 'days'>,
): RemoteDay[] {
  const own = ofOperator(remoteWork, operatorId)
  if (own.length === 0) return []
  return Array.from({ length: days }, (_, day) => addDays(fromDate, day))
    .filter((date) => remoteSpanOn(own, date) !== undefined)
    .map((date) => ({ date, byRecord: workPlaceByRecord(own, date) }))
}

/** Where a shift is worked: as somebody has set it, else by the record of the day on which it starts. */
export function workPlaceOf(
  { operatorId, startsAt, workPlace }: Pick<Shift, 'operatorId' | 'startsAt' | 'workPlace'>,
  { remoteWork, timezone }: Known,
): WorkPlace {
  if (workPlace !== null) return workPlace
  const date = localDateOf(Date.parse(startsAt) as EpochMs, timezone)
  return workPlaceByRecord(ofOperator(remoteWork, operatorId), date)
}
