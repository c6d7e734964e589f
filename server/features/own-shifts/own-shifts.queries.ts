import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { OwnWishes, Span } from './own-shifts.schema.ts'

interface Sight {
  readonly shifts: readonly Span[]
  readonly seenAt: Date
}

export async function findSight(db: Db, operatorId: OperatorId): Promise<Sight | undefined> {
  const row = await db
    .selectFrom('own_shift_sight')
    .selectAll()
    .where('operator_id', '=', operatorId)
    .executeTakeFirst()
  return row === undefined
    ? undefined
    : { shifts: row.shifts as readonly Span[], seenAt: row.seen_at }
}

export async function keepSight(
  db: Db,
  own: { readonly centerId: CenterId; readonly operatorId: OperatorId },
  shifts: readonly Span[],
): Promise<void> {
  const seen = { shifts: JSON.stringify(shifts), seen_at: new Date() }
  await db
    .insertInto('own_shift_sight')
    .values({ center_id: own.centerId, operator_id: own.operatorId, ...seen })
    .onConflict((on) => on.columns(['center_id', 'operator_id']).doUpdateSet(seen))
    .execute()
}

export async function listOwnAbsences(db: Db, operatorId: OperatorId, fromDate: string) {
  const rows = await db
    .selectFrom('absence')
    .select(['kind', 'from_date', 'to_date'])
    .where('operator_id', '=', operatorId)
    .where('to_date', '>=', fromDate)
    .orderBy('from_date')
    .execute()
  return rows.map((row) => ({ kind: row.kind, fromDate: row.from_date, toDate: row.to_date }))
}

export async function readWishes(db: Db, operatorId: OperatorId): Promise<OwnWishes> {
  const rows = await db
    .selectFrom('preference')
    .selectAll()
    .where('operator_id', '=', operatorId)
    .execute()
  const start = rows.find(({ kind }) => kind === 'start')
  return {
    daysOff: rows
      .flatMap(({ kind, weekday }) => (kind === 'day_off' && weekday !== null ? [weekday] : []))
      .toSorted((a, b) => a - b),
    start:
      start === undefined
        ? null
        : { fromMinutes: start.from_minutes ?? 0, toMinutes: start.to_minutes ?? 0 },
  }
}

/** In hours of pay: what the generator gives up for a wish. */
const WEIGHTS = { dayOff: 2, start: 0.5 }

/** Takes the place of what was wished before. */
export async function replaceWishes(
  db: Db,
  own: { readonly centerId: CenterId; readonly operatorId: OperatorId },
  { daysOff, start }: OwnWishes,
): Promise<void> {
  const ids = { center_id: own.centerId, operator_id: own.operatorId }
  const wishes = [
    ...daysOff.map((weekday) => ({
      ...ids,
      kind: 'day_off' as const,
      weekday,
      from_minutes: null,
      to_minutes: null,
      weight: WEIGHTS.dayOff,
    })),
    ...(start === null
      ? []
      : [
          {
            ...ids,
            kind: 'start' as const,
            weekday: null,
            from_minutes: start.fromMinutes,
            to_minutes: start.toMinutes,
            weight: WEIGHTS.start,
          },
        ]),
  ]
  await db.deleteFrom('preference').where('operator_id', '=', own.operatorId).execute()
  if (wishes.length > 0) await db.insertInto('preference').values(wishes).execute()
}
