import type { Generated } from 'kysely'

import type { CenterId, QueueId } from '#forecasting/kernel/units.ts'

import type { Json } from './column-types.ts'

/** Alerts before something is missed: migrations 0029 and 0044. */
export interface AlertTables {
  alert_rule: AlertRuleTable
  alert: AlertTable
  alert_webhook: AlertWebhookTable
  alert_delivery: AlertDeliveryTable
}

interface AlertRuleTable {
  center_id: CenterId
  id: Generated<string>
  kind: 'wait' | 'lost' | 'staffing' | 'feed_silent' | 'person_out'
  threshold: number
  ahead_minutes: Generated<number>
  queue_id: QueueId | null
  quiet_from_minutes: number | null
  quiet_to_minutes: number | null
  enabled: Generated<boolean>
  mail_to: Generated<readonly string[]>
  made_by: string
  made_at: Generated<Date>
}

interface AlertTable {
  center_id: CenterId
  id: Generated<string>
  rule_id: string
  kind: AlertRuleTable['kind']
  subject: string
  detail: Json<unknown>
  is_quiet: boolean
  raised_at: Generated<Date>
  seen_at: Generated<Date>
  ended_at: Date | null
  acknowledged_by: string | null
  acknowledged_at: Date | null
  note: Generated<string>
}

interface AlertWebhookTable {
  center_id: CenterId
  id: Generated<string>
  url: string
  secret: string
  made_by: string
  made_at: Generated<Date>
  archived_at: Date | null
}

interface AlertDeliveryTable {
  center_id: CenterId
  id: Generated<string>
  alert_id: string
  webhook_id: string | null
  user_id: string | null
  event: 'raised' | 'ended'
  attempts: Generated<number>
  next_at: Date | null
  delivered_at: Date | null
  last_error: string | null
}
