import type { Generated } from 'kysely'

import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'

import type { Json } from './column-types.ts'

/** The day itself: migrations 0015 and later. */
export interface IntradayTables {
  state_feed: StateFeedTable
  feed_agent: FeedAgentTable
  feed_health: FeedHealthTable
  feed_silence: FeedSilenceTable
  state_batch: StateBatchTable
  state_event: StateEventTable
  operator_state: OperatorStateTable
  feed_contact: FeedContactTable
  contact_day: ContactDayTable
  adherence_policy: AdherencePolicyTable
  adherence_exception: AdherenceExceptionTable
  board_filter: BoardFilterTable
}

interface BoardFilterTable {
  center_id: CenterId
  user_id: string
  standings: readonly ('out' | 'unknown' | 'neutral' | 'in' | 'off')[]
  team_id: string | null
}

interface StateFeedTable {
  center_id: CenterId
  id: Generated<string>
  code: string
  kind: 'http' | 'asterisk_ami' | 'queue_log' | 'freeswitch' | 'finesse'
  silent_after_seconds: Generated<number>
  state_names: Json<Readonly<Record<string, string>>>
  settings: Json<Readonly<Record<string, unknown>>>
  secret: string
  made_by: string
  made_at: Generated<Date>
  archived_at: Date | null
}

interface FeedAgentTable {
  center_id: CenterId
  feed_id: string
  agent: string
  operator_id: OperatorId
}

interface FeedHealthTable {
  center_id: CenterId
  feed_id: string
  last_heard_at: Date | null
  last_event_at: Date | null
  last_sequence: number | null
  missing_batches: Generated<number>
  missing_since_snapshot: Generated<number>
  clock_ahead: Generated<number>
  batches: Generated<number>
  accepted: Generated<number>
  duplicates: Generated<number>
  late: Generated<number>
  out_of_order: Generated<number>
  unknown_agents: Generated<number>
  unknown_states: Generated<number>
  contacts: Generated<number>
  unknown_queues: Generated<number>
}

interface FeedSilenceTable {
  center_id: CenterId
  feed_id: string
  starts_at: Date
  ends_at: Date
}

interface StateBatchTable {
  center_id: CenterId
  feed_id: string
  key: string
  sequence: number | null
  is_snapshot: boolean
  received_at: Generated<Date>
  answer: Json<unknown>
}

interface StateEventTable {
  center_id: CenterId
  id: Generated<number>
  feed_id: string
  key: string
  agent: string
  operator_id: OperatorId | null
  state: string | null
  reported: string
  reason: string | null
  at: Date
  received_at: Generated<Date>
  /** Only where the feed said a time to come. */
  said_at: Date | null
}

interface OperatorStateTable {
  center_id: CenterId
  operator_id: OperatorId
  feed_id: string
  state: string | null
  reported: string
  reason: string | null
  since: Date
  confirmed_at: Date
  changed_at: Generated<Date>
}

interface FeedContactTable {
  center_id: CenterId
  feed_id: string
  key: string
  queue: string
  arrived_at: Date
  stage: 'waiting' | 'left' | 'talking' | 'abandoned' | 'handled'
  wait_seconds: number | null
  handle_seconds: number | null
  changed_at: Generated<Date>
}

interface ContactDayTable {
  center_id: CenterId
  date: string
  built_at: Date
  import_id: string | null
}

interface AdherencePolicyTable {
  center_id: CenterId
  version: number
  valid_from: Date
  policy: Json<unknown>
  note: Generated<string>
  made_by: string
  made_at: Generated<Date>
}

interface AdherenceExceptionTable {
  center_id: CenterId
  id: Generated<string>
  operator_id: OperatorId | null
  team_id: string | null
  starts_at: Date
  ends_at: Date
  kind:
    | 'supervisor'
    | 'client'
    | 'technical'
    | 'meeting'
    | 'training'
    | 'health'
    | 'transport'
    | 'other'
  note: Generated<string>
  status: 'requested' | 'approved' | 'refused' | 'withdrawn'
  requested_by: string
  requested_at: Generated<Date>
  decided_by: string | null
  decided_at: Date | null
  reply: Generated<string>
}
