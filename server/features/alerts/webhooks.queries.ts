import { sql } from 'kysely'

import type { CenterId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { AlertWebhook } from './alerts.schema.ts'

/** A delivery that is due, with all that it needs. */
export interface DueDelivery {
  readonly id: string
  readonly alertId: string
  readonly event: 'raised' | 'ended'
  readonly attempts: number
  readonly url: string
  readonly secret: string
}

/** While somebody delivers, nobody else tries; a process that dies leaves it to be tried again then. */
const CLAIM_SECONDS = 60
const DUE_MAX = 20

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

/** Something is to be said of alerts to every webhook. */
export async function queueDeliveries(
  db: Db,
  alertIds: readonly string[],
  event: DueDelivery['event'],
): Promise<void> {
  if (alertIds.length === 0) return
  await sql`
    insert into alert_delivery (center_id, alert_id, webhook_id, event, next_at)
    select hook.center_id, alert.id, hook.id, ${event}, clock_timestamp()
      from alert_webhook as hook
     cross join unnest(${alertIds}::uuid[]) as alert (id)
     where hook.archived_at is null`.execute(db)
}

/** Takes what is due; until it is settled, or the claim runs out, nobody else gets it. */
export async function claimDeliveries(db: Db): Promise<readonly DueDelivery[]> {
  const { rows } = await sql<DueDelivery>`
    update alert_delivery as delivery
       set attempts = delivery.attempts + 1,
           next_at = clock_timestamp() + make_interval(secs => ${CLAIM_SECONDS})
      from alert_webhook as hook
     where (delivery.center_id, delivery.id) in (
             select center_id, id from alert_delivery
              where next_at <= clock_timestamp()
              order by next_at limit ${DUE_MAX} for update skip locked)
       and hook.center_id = delivery.center_id and hook.id = delivery.webhook_id
    returning delivery.id, delivery.alert_id as "alertId", delivery.event, delivery.attempts,
              hook.url, hook.secret`.execute(db)
  return rows
}

/** @param retrySeconds null when it is not tried again */
export async function settleDelivery(
  db: Db,
  id: string,
  outcome:
    | { readonly isDelivered: true }
    | { readonly isDelivered: false; readonly error: string; readonly retrySeconds: number | null },
): Promise<void> {
  await db
    .updateTable('alert_delivery')
    .set(
      outcome.isDelivered
        ? { delivered_at: sql<Date>`clock_timestamp()`, next_at: null, last_error: null }
        : {
            last_error: outcome.error,
            next_at:
              outcome.retrySeconds === null
                ? null
                : sql<Date>`clock_timestamp() + make_interval(secs => ${outcome.retrySeconds})`,
          },
    )
    .where('id', '=', id)
    .execute()
}
