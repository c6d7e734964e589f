import { sql } from 'kysely'

import type { Language } from '#server/platform/db/column-types.ts'
import type { Db } from '#server/platform/db/scope.ts'
import type { Role } from '#server/platform/http/actor.ts'

/** A message that is due, with all that it needs. */
export interface DueDelivery {
  readonly id: string
  readonly alertId: string
  readonly event: 'raised' | 'ended'
  readonly attempts: number
  readonly address:
    | { readonly kind: 'webhook'; readonly url: string; readonly secret: string }
    | {
        readonly kind: 'mail'
        readonly name: string
        readonly address: string
        readonly language: Language
      }
}

/** Who may read alerts, and so be told of them. */
export const ALERT_READERS = ['supervisor', 'planner', 'head'] as const satisfies readonly Role[]

/** While somebody delivers, nobody else tries; a process that dies leaves it to be tried again then. */
const CLAIM_SECONDS = 60
const DUE_MAX = 20

/** Something is to be said of alerts to every webhook. */
export async function queueForWebhooks(
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

/** New alerts are to be mailed to the people whom their rules name. */
export async function queueMails(db: Db, alertIds: readonly string[]): Promise<void> {
  if (alertIds.length === 0) return
  await sql`
    insert into alert_delivery (center_id, alert_id, user_id, event, next_at)
    select alert.center_id, alert.id, users.id, 'raised', clock_timestamp()
      from alert
      join alert_rule as rule on rule.center_id = alert.center_id and rule.id = alert.rule_id
      join users on users.center_id = alert.center_id and users.id = any(rule.mail_to)
     where alert.id = any(${alertIds}::uuid[])
       and users.disabled_at is null
       and string_to_array(users.roles, ',') && ${[...ALERT_READERS]}::text[]`.execute(db)
}

/** What has ended by itself needs nobody's attention: a mail that is still waiting is not sent. */
export async function dropMails(db: Db, alertIds: readonly string[]): Promise<void> {
  if (alertIds.length === 0) return
  await db
    .updateTable('alert_delivery')
    .set({ next_at: null })
    .where('user_id', 'is not', null)
    .where('alert_id', 'in', alertIds)
    .execute()
}

/**
 * Takes what is due; until it is settled, or the claim runs out, nobody else gets it.
 *
 * @param mails false where this process cannot send mails
 */
export async function claimDeliveries(
  db: Db,
  { mails }: { readonly mails: boolean },
): Promise<readonly DueDelivery[]> {
  const { rows } = await sql<Omit<DueDelivery, 'address'> & ClaimedAddress>`
    with due as (
      select delivery.center_id, delivery.id, hook.url, hook.secret,
             users.name, users.email, users.language
        from alert_delivery as delivery
        left join alert_webhook as hook
          on hook.center_id = delivery.center_id and hook.id = delivery.webhook_id
        left join users
          on users.center_id = delivery.center_id and users.id = delivery.user_id
       where delivery.next_at <= clock_timestamp() and (delivery.user_id is null or ${mails})
       order by delivery.next_at limit ${DUE_MAX} for update of delivery skip locked)
    update alert_delivery as delivery
       set attempts = delivery.attempts + 1,
           next_at = clock_timestamp() + make_interval(secs => ${CLAIM_SECONDS})
      from due
     where delivery.center_id = due.center_id and delivery.id = due.id
    returning delivery.id, delivery.alert_id as "alertId", delivery.event, delivery.attempts,
              due.url, due.secret, due.name, due.email, due.language`.execute(db)
  return rows.map(({ id, alertId, event, attempts, ...claimed }) => ({
    id,
    alertId,
    event,
    attempts,
    address: addressOf(claimed),
  }))
}

/** The columns of one kind of address are null where the other is. */
interface ClaimedAddress {
  readonly url: string | null
  readonly secret: string
  readonly name: string
  readonly email: string
  readonly language: Language
}

function addressOf({ url, secret, name, email, language }: ClaimedAddress): DueDelivery['address'] {
  return url === null
    ? { kind: 'mail', name, address: email, language }
    : { kind: 'webhook', url, secret }
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

export interface MailTraffic {
  readonly pending: number
  readonly lastDeliveredAt: Date | null
  readonly lastError: string | null
}

/** How the mails fare: the last one's fault, if it was not delivered. */
export async function readMailTraffic(db: Db): Promise<MailTraffic> {
  const { rows } = await sql<MailTraffic>`
    select count(next_at)::int as pending, max(delivered_at) as "lastDeliveredAt",
           (select last_error from alert_delivery
             where user_id is not null and (attempts > 0 or delivered_at is not null)
             order by coalesce(delivered_at, next_at) desc nulls last limit 1) as "lastError"
      from alert_delivery where user_id is not null`.execute(db)
  return rows[0] ?? { pending: 0, lastDeliveredAt: null, lastError: null }
}

/** Who may be named in a rule, by name. */
export async function listReaders(
  db: Db,
): Promise<readonly { readonly userId: string; readonly name: string }[]> {
  return db
    .selectFrom('users')
    .select(['id as userId', 'name'])
    .where('disabled_at', 'is', null)
    .where(sql<boolean>`string_to_array(roles, ',') && ${[...ALERT_READERS]}::text[]`)
    .orderBy('name')
    .orderBy('id')
    .execute()
}
