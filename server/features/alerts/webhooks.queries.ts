import { sql } from 'kysely'

import type { CenterId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { AlertWebhook } from './alerts.schema.ts'

export async function listWebhooks(db: Db): Promise<readonly AlertWebhook[]> {
  const rows = await db
    .selectFrom('alert_webhook as hook')
    .leftJoin('alert_delivery as delivery', (join) =>
      join
        .onRef('delivery.center_id', '=', 'hook.center_id')
        .onRef('delivery.webhook_id', '=', 'hook.id'),
    )
    .select([
      'hook.id',
      'hook.url',
      sql<number>`(count(delivery.next_at))::int`.as('pending'),
      sql<Date | null>`max(delivery.delivered_at)`.as('delivered'),
      sql<string | null>`max(delivery.last_error) filter (where delivery.delivered_at is null)`.as(
        'error',
      ),
    ])
    .where('hook.archived_at', 'is', null)
    .groupBy(['hook.id', 'hook.url', 'hook.made_at'])
    .orderBy('hook.made_at')
    .execute()
  return rows.map(({ id, url, pending, delivered, error }) => ({
    id,
    url,
    pending,
    lastDeliveredAt: delivered?.toISOString() ?? null,
    lastError: error,
  }))
}

export async function insertWebhook(
  db: Db,
  hook: {
    readonly centerId: CenterId
    readonly url: string
    readonly secret: string
    readonly madeBy: string
  },
): Promise<string> {
  const { id } = await db
    .insertInto('alert_webhook')
    .values({ center_id: hook.centerId, url: hook.url, secret: hook.secret, made_by: hook.madeBy })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** @returns false if the centre has no such webhook in use */
export async function archiveWebhook(db: Db, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('alert_webhook')
    .set({ archived_at: new Date() })
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await db
    .updateTable('alert_delivery')
    .set({ next_at: null })
    .where('webhook_id', '=', id)
    .execute()
  return true
}
