import { addDays, daysBetween, type LocalDate, localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs, OperatorId } from '#forecasting/kernel/units.ts'
import type { Instance, Operator } from '#forecasting/scheduling/instance.ts'

import { remoteSpanOn, type WorkPlace, workPlaceByRecord } from '../../operators/work-at-home.ts'
import type { Shift } from '../schedules.schema.ts'
import { ofOperator } from './of-operator.ts'
import type { PlanningRows } from './planning-rows.ts'

/** Days from a Monday on. */
interface Period {
  readonly fromDate: LocalDate
  readonly days: number
}

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
  { fromDate, days }: Period,
): RemoteDay[] {
  const own = ofOperator(remoteWork, operatorId)
  if (own.length === 0) return []
  return Array.from({ length: days }, (_, day) => addDays(fromDate, day))
    .filter((date) => remoteSpanOn(own, date) !== undefined)
    .map((date) => ({ date, byRecord: workPlaceByRecord(own, date) }))
}

/**
 * Days of a period whose shift somebody works at home: by the record, but for those whose shift has a place of
 * its own.
 */
export function homeDaysOf(
  operatorId: OperatorId,
  known: Known,
  period: Period,
  shifts: readonly Shift[] = [],
): number[] {
  const placed = shifts.filter((one) => one.operatorId === operatorId && one.workPlace !== null)
  const set = new Map(
    placed.map(({ startsAt, workPlace }) => [
      daysBetween(period.fromDate, localDateOf(Date.parse(startsAt) as EpochMs, known.timezone)),
      workPlace,
    ]),
  )
  const byRecord = remoteDaysOf(operatorId, known, period).flatMap(({ date, byRecord }) =>
    byRecord === 'home' ? [daysBetween(period.fromDate, date)] : [],
  )
  const byHand = [...set].flatMap(([day, place]) =>
    place === 'home' && day >= 0 && day < period.days ? [day] : [],
  )
  return [...new Set([...byRecord.filter((day) => set.get(day) !== 'office'), ...byHand])].toSorted(
    (a, b) => a - b,
  )
}

/**
 * The problem with the places that its shifts were given by hand: rules about places at the office go by them.
 *
 * @param shifts of the whole period, whatever the problem was made with
 */
export function withPlaces(
  instance: Instance,
  shifts: readonly Shift[],
  { rows, period }: { readonly rows: PlanningRows; readonly period: Period },
): Instance {
  const placed = shifts.filter(({ workPlace }) => workPlace !== null)
  const people = new Set(placed.map(({ operatorId }) => operatorId))
  const ids = new Map(rows.operators.map(({ id, personnelNumber }) => [personnelNumber, id]))
  return {
    ...instance,
    operators: instance.operators.map((operator) => {
      const id = ids.get(operator.id)
      if (id === undefined || (operator.homeDays === undefined && !people.has(id))) return operator
      const { homeDays: _before, ...rest } = operator
      return { ...rest, ...homeDaysIn(homeDaysOf(id, rows, period, placed)) }
    }),
  }
}

/** As an operator of a problem has them: none where there are none. */
export function homeDaysIn(homeDays: readonly number[]): Pick<Operator, 'homeDays'> {
  return homeDays.length === 0 ? {} : { homeDays }
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
