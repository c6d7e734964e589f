import { type Selectable, sql } from 'kysely'

import type { CenterId } from '#forecasting/kernel/units.ts'
import type { Database } from '#server/platform/db/database.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type {
  Alert,
  AlertDetail,
  AlertRule,
  AlertRuleChange,
  NewAlertRule,
} from './alerts.schema.ts'
import type { FoundAlert } from './find-alerts.ts'

type AlertRow = Selectable<Database['alert']>

const AHEAD_DEFAULT = 60
const LISTED_MAX = 200

export async function listRules(db: Db): Promise<readonly AlertRule[]> {
  const rows = await db
    .selectFrom('alert_rule')
    .selectAll()
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  return rows.map(presentRule)
}

export async function insertRule(
  db: Db,
  rule: NewAlertRule & { readonly centerId: CenterId; readonly madeBy: string },
): Promise<AlertRule> {
  const row = await db
    .insertInto('alert_rule')
    .values({
      center_id: rule.centerId,
      kind: rule.kind,
      threshold: rule.threshold,
      ahead_minutes: rule.aheadMinutes ?? AHEAD_DEFAULT,
      queue_id: rule.queueId ?? null,
      quiet_from_minutes: rule.quiet?.fromMinutes ?? null,
      quiet_to_minutes: rule.quiet?.toMinutes ?? null,
      mail_to: rule.mailTo ?? [],
      made_by: rule.madeBy,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return presentRule(row)
}

/** @returns undefined if the centre has no such rule */
export async function updateRule(
  db: Db,
  id: string,
  change: AlertRuleChange,
): Promise<AlertRule | undefined> {
  const { threshold, aheadMinutes, enabled, quiet, mailTo } = change
  const row = await db
    .updateTable('alert_rule')
    .set({
      // The key itself: a change of nothing else still needs a column.
      id,
      ...(threshold === undefined ? {} : { threshold }),
      ...(aheadMinutes === undefined ? {} : { ahead_minutes: aheadMinutes }),
      ...(enabled === undefined ? {} : { enabled }),
      ...(mailTo === undefined ? {} : { mail_to: mailTo }),
      ...(quiet === undefined
        ? {}
        : {
            quiet_from_minutes: quiet?.fromMinutes ?? null,
            quiet_to_minutes: quiet?.toMinutes ?? null,
          }),
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
  return row === undefined ? undefined : presentRule(row)
}

function presentRule(row: Selectable<Database['alert_rule']>): AlertRule {
  const { quiet_from_minutes: fromMinutes, quiet_to_minutes: toMinutes } = row
  return {
    id: row.id,
    kind: row.kind,
    threshold: row.threshold,
    aheadMinutes: row.ahead_minutes,
    queueId: row.queue_id,
    quiet: fromMinutes === null || toMinutes === null ? null : { fromMinutes, toMinutes },
    mailTo: [...row.mail_to],
    enabled: row.enabled,
    madeBy: row.made_by,
    madeAt: row.made_at.toISOString(),
  }
}

/** Alerts whose reason lasts, some of them by id, or the newest of all. */
export async function listAlerts(
  db: Db,
  filter: { readonly open: boolean } | { readonly ids: readonly string[] },
): Promise<readonly Alert[]> {
  let query = db
    .selectFrom('alert')
    .innerJoin('alert_rule', (join) =>
      join
        .onRef('alert_rule.center_id', '=', 'alert.center_id')
        .onRef('alert_rule.id', '=', 'alert.rule_id'),
    )
    .selectAll('alert')
    .select('alert_rule.threshold')
    .orderBy('raised_at', 'desc')
    .orderBy('alert.id')
    .limit(LISTED_MAX)
  if ('ids' in filter) query = query.where('alert.id', 'in', filter.ids)
  else if (filter.open) query = query.where('ended_at', 'is', null)
  return (await query.execute()).map(presentAlert)
}

function presentAlert(row: AlertRow & { readonly threshold: number }): Alert {
  return {
    id: row.id,
    ruleId: row.rule_id,
    kind: row.kind,
    subject: row.subject,
    detail: row.detail as AlertDetail,
    threshold: row.threshold,
    isQuiet: row.is_quiet,
    raisedAt: row.raised_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    acknowledgedBy: row.acknowledged_by,
    acknowledgedAt: row.acknowledged_at?.toISOString() ?? null,
    note: row.note,
  }
}

/** @returns false if there is no such alert; the first acknowledgement stands */
export async function acknowledge(
  db: Db,
  id: string,
  by: { readonly name: string; readonly note: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('alert')
    .set({
      acknowledged_by: sql<string>`coalesce(acknowledged_by, ${by.name})`,
      acknowledged_at: sql<Date>`coalesce(acknowledged_at, clock_timestamp())`,
      note: sql<string>`case when acknowledged_at is null then ${by.note} else note end`,
    })
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/**
 * Raises what is not open yet and renews what is.
 *
 * @returns ids of those that were raised now, and may be told
 */
export async function raiseAlerts(
  db: Db,
  centerId: CenterId,
  found: readonly (FoundAlert & { readonly isQuiet: boolean })[],
): Promise<readonly string[]> {
  if (found.length === 0) return []
  const column = <Value>(read: (alert: (typeof found)[number]) => Value): Value[] => found.map(read)
  const { rows } = await sql<{ id: string; is_new: boolean; is_quiet: boolean }>`
    insert into alert (center_id, rule_id, kind, subject, detail, is_quiet)
    select ${centerId}::uuid, *
      from unnest(
        ${column(({ ruleId }) => ruleId)}::uuid[], ${column(({ kind }) => kind)}::text[],
        ${column(({ subject }) => subject)}::text[],
        ${column(({ detail }) => JSON.stringify(detail))}::jsonb[],
        ${column(({ isQuiet }) => isQuiet)}::boolean[])
        on conflict (center_id, rule_id, subject) where ended_at is null do update
        set detail = excluded.detail, seen_at = clock_timestamp()
      returning id, (xmax = 0) as is_new, is_quiet`.execute(db)
  return rows.filter((row) => row.is_new && !row.is_quiet).map(({ id }) => id)
}

/**
 * Ends alerts whose reason was not seen for a while: a prediction about the threshold must not raise
 * one every minute.
 *
 * @returns ids of those that ended and of which somebody was told
 */
export async function endAlerts(db: Db, unseenSeconds: number): Promise<readonly string[]> {
  const rows = await db
    .updateTable('alert')
    .set({ ended_at: sql<Date>`clock_timestamp()` })
    .where('ended_at', 'is', null)
    .where(sql<boolean>`seen_at < clock_timestamp() - make_interval(secs => ${unseenSeconds})`)
    .returning(['id', 'is_quiet'])
    .execute()
  return rows.filter((row) => !row.is_quiet).map(({ id }) => id)
}
