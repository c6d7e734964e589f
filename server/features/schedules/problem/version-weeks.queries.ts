import { sql } from 'kysely'

import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

/** What the shifts of one person come to in a week of one version. */
export interface VersionWeek {
  readonly operatorId: OperatorId
  readonly monday: LocalDate
  /** Day of the week of each shift, from Monday, 0. */
  readonly days: readonly number[]
  /** Paid minutes of each of these shifts. */
  readonly minutes: readonly number[]
  readonly paidMinutes: number
  /** Paid minutes of the longest of them. */
  readonly longestMinutes: number
}

/** Of a large centre that publishes week by week for a year, and changes each of them some times. */
const VERSIONS_REMEMBERED = 400

/** By version and zone, the one asked for last at the end. */
const remembered = new Map<string, readonly VersionWeek[]>()

/**
 * The weeks of published versions, version by version. Shifts of a published version never change, nor do the
 * paid minutes of a shape that is in use: each version is summed up once in a process, and a look at a schedule
 * costs the same in December as in January.
 *
 * @param scheduleIds versions that are or were published
 */
export async function readVersionWeeks(
  db: Db,
  scheduleIds: readonly string[],
  timezone: string,
): Promise<readonly (readonly VersionWeek[])[]> {
  const keyOf = (id: string): string => `${id} ${timezone}`
  const unknown = scheduleIds.filter((id) => !remembered.has(keyOf(id)))
  if (unknown.length > 0) {
    const read = await sumUp(db, unknown, timezone)
    for (const id of unknown) remembered.set(keyOf(id), read.get(id) ?? [])
  }
  const weeks = scheduleIds.map((id) => {
    const known = remembered.get(keyOf(id)) ?? []
    remembered.delete(keyOf(id))
    remembered.set(keyOf(id), known)
    return known
  })
  for (const key of remembered.keys()) {
    if (remembered.size <= VERSIONS_REMEMBERED) break
    remembered.delete(key)
  }
  return weeks
}

type WeekValues = readonly [
  operatorId: OperatorId,
  monday: LocalDate,
  days: readonly number[],
  minutes: readonly number[],
]

/** The weeks of each version; they come as one value each: see `readShifts`. */
async function sumUp(
  db: Db,
  scheduleIds: readonly string[],
  timezone: string,
): Promise<ReadonlyMap<string, readonly VersionWeek[]>> {
  const shifts = db
    .selectFrom('shift')
    .innerJoin('shift_shape', (join) =>
      join
        .onRef('shift_shape.center_id', '=', 'shift.center_id')
        .onRef('shift_shape.id', '=', 'shift.shape_id'),
    )
    .select([
      'shift.schedule_id',
      'shift.operator_id',
      'shift_shape.paid_minutes as paid',
      sql<Date>`shift.starts_at at time zone ${timezone}`.as('starts'),
    ])
    .where('shift.schedule_id', 'in', scheduleIds)
  const weeks = db
    .selectFrom(shifts.as('shift'))
    .select([
      'shift.schedule_id',
      'shift.operator_id',
      sql<LocalDate>`date_trunc('week', shift.starts)::date`.as('monday'),
      sql<number[]>`array_agg(extract(isodow from shift.starts) - 1 order by shift.starts)`.as(
        'days',
      ),
      sql<number[]>`array_agg(shift.paid order by shift.starts)`.as('minutes'),
    ])
    .groupBy(['shift.schedule_id', 'shift.operator_id', sql`date_trunc('week', shift.starts)`])
  const rows = await db
    .selectFrom(weeks.as('week'))
    .select([
      'week.schedule_id',
      sql<readonly WeekValues[]>`json_agg(json_build_array(operator_id, monday, days, minutes)
        order by operator_id, monday)`.as('list'),
    ])
    .groupBy('week.schedule_id')
    .execute()
  return new Map(rows.map(({ schedule_id: id, list }) => [id, list.map(toWeek)]))
}

function toWeek([operatorId, monday, days, minutes]: WeekValues): VersionWeek {
  return {
    operatorId,
    monday,
    days,
    minutes,
    paidMinutes: minutes.reduce((sum, paid) => sum + paid, 0),
    longestMinutes: Math.max(...minutes),
  }
}
