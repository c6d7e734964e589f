import type { CenterId } from '#forecasting/kernel/units.ts'
import type { Db, OpenDatabase } from '#server/platform/db/scope.ts'

import type { Center, CenterChange } from './centers.schema.ts'

export async function findCenter(db: Db): Promise<Center> {
  const row = await db.selectFrom('center').selectAll().executeTakeFirstOrThrow()
  const sites = await db.selectFrom('site').selectAll().orderBy('code').execute()
  const { count } = await db
    .selectFrom('operator')
    .select((column) => column.fn.countAll<number>().as('count'))
    .where('left_on', 'is', null)
    .executeTakeFirstOrThrow()
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    timezone: row.timezone,
    intervalMinutes: row.interval_minutes,
    isSample: row.is_sample,
    asaTargetSeconds: row.asa_target_seconds,
    asaLowerSeconds: row.asa_lower_seconds,
    maxOccupancy: row.max_occupancy,
    shrinkagePlanned: row.shrinkage_planned,
    shrinkageUnplanned: row.shrinkage_unplanned,
    sites: sites.map(({ code, name, workplaces }) => ({ code, name, workplaces })),
    operators: count,
  }
}

/** Every centre there is: for work that nobody asks for. Outside every fence, and hardly anything of each. */
export async function listEveryCenter(
  db: OpenDatabase,
): Promise<readonly { readonly id: CenterId; readonly timezone: string }[]> {
  const rows = await db.selectFrom('center').select(['id', 'timezone']).orderBy('id').execute()
  return rows.map(({ id, timezone }) => ({ id: id as CenterId, timezone }))
}

/** The column of each setting of a centre. */
const CENTER_COLUMNS = {
  timezone: 'timezone',
  asaTargetSeconds: 'asa_target_seconds',
  asaLowerSeconds: 'asa_lower_seconds',
  maxOccupancy: 'max_occupancy',
  shrinkagePlanned: 'shrinkage_planned',
  shrinkageUnplanned: 'shrinkage_unplanned',
} as const

export async function updateCenter(db: Db, change: CenterChange): Promise<void> {
  const { name, ...settings } = change
  const values = Object.fromEntries(
    Object.entries(settings).map(([setting, value]) => [
      CENTER_COLUMNS[setting as keyof typeof CENTER_COLUMNS],
      value,
    ]),
  )
  await db
    .updateTable('center')
    .set({ ...values, ...(name === undefined ? {} : { name: JSON.stringify(name) }) })
    .execute()
}
