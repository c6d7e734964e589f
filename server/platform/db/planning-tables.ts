import type { Generated } from 'kysely'

import type { CenterId, OperatorId, QueueId } from '#forecasting/kernel/units.ts'

import type { Json, OptionalJson } from './column-types.ts'

/** From history to shifts: migration 0003 and later. */
export interface PlanningTables {
  history_import: HistoryImportTable
  interval_history: IntervalHistoryTable
  redial_count: RedialCountTable
  contact_trait: ContactTraitTable
  history_decision: HistoryDecisionTable
  forecast: ForecastTable
  forecast_point: ForecastPointTable
  forecast_queue: ForecastQueueTable
  forecast_day: ForecastDayTable
  forecast_override: ForecastOverrideTable
  requirement: RequirementTable
  requirement_point: RequirementPointTable
  schedule: ScheduleTable
  shift: ShiftTable
  shift_break: ShiftBreakTable
  schedule_simulation: ScheduleSimulationTable
  group_requirement: GroupRequirementTable
  job: JobTable
}

interface HistoryImportTable {
  center_id: CenterId
  id: Generated<string>
  layer: number
  kind: 'intervals' | 'queue_log' | 'sample' | 'feed'
  template: string
  file_name: string
  sha256: string
  rows_read: number
  rows_stored: number
  rows_refused: number
  first_at: Date | null
  last_at: Date | null
  report: Json<unknown>
  imported_by: string
  imported_at: Generated<Date>
  withdrawn_by: string | null
  withdrawn_at: Date | null
  restored_at: Date | null
}

interface IntervalHistoryTable {
  center_id: CenterId
  queue_id: QueueId
  starts_at: Date
  layer: number
  interval_seconds: number
  offered: number
  handled: number | null
  abandoned: number | null
  short_abandoned: number | null
  handle_seconds: number | null
  wait_seconds: number | null
  answered_in_target: number | null
}

interface RedialCountTable {
  center_id: CenterId
  queue_id: QueueId
  layer: number
  first_at: Date
  last_at: Date
  abandoned: number
  followed: number
  pause_seconds: number
}

interface ContactTraitTable {
  center_id: CenterId
  queue_id: QueueId
  layer: number
  day: string
  trait: 'language' | 'topic'
  name: string
  contacts: number
}

interface HistoryDecisionTable {
  center_id: CenterId
  id: Generated<string>
  queue_id: QueueId
  starts_at: Date
  ends_at: Date
  finding: 'gap' | 'outage' | 'silence' | 'outlier' | 'duplicate' | 'shift'
  action: 'keep' | 'drop' | 'replace' | 'usual'
  contacts: number | null
  reason: string
  active: Generated<boolean>
  made_by: string
  made_at: Generated<Date>
}

interface ForecastTable {
  center_id: CenterId
  id: Generated<string>
  version: number
  status: 'draft' | 'published'
  from_date: string
  to_date: string
  engine_version: string
  data_hash: string
  seed: number
  settings: Json<unknown>
  accuracy: Json<unknown>
  made_by: string
  made_at: Generated<Date>
}

interface ForecastPointTable {
  center_id: CenterId
  forecast_id: string
  queue_id: QueueId
  starts_at: Date
  volume: number
  quantiles: number[]
  aht_seconds: number | null
  aht_quantiles: number[] | null
}

interface ForecastQueueTable {
  center_id: CenterId
  forecast_id: string
  queue_id: QueueId
  members: Json<Readonly<Record<string, number>>>
  shift_date: string | null
  shift_factor: number | null
  history_from: Date
  history_to: Date
  history_contacts: number
}

interface ForecastDayTable {
  center_id: CenterId
  forecast_id: string
  queue_id: QueueId
  day: string
  volume: number
  quantiles: number[]
  parts: number[] | null
  special_kind: 'rest' | 'working' | 'event' | null
  special_name: string | null
}

interface ForecastOverrideTable {
  center_id: CenterId
  id: Generated<string>
  forecast_id: string
  queue_id: QueueId
  starts_at: Date
  ends_at: Date
  kind: 'set' | 'add' | 'scale'
  value: number
  reason: string
  event_id: string | null
  active: Generated<boolean>
  made_by: string
  made_at: Generated<Date>
}

/** What share of the offered contacts are first tries, 0..1, by the redial share that it rests on. */
export interface FirstTries {
  readonly share: number
  readonly redialShare: number
}

interface RequirementTable {
  center_id: CenterId
  id: Generated<string>
  version: number
  forecast_id: string
  /** The overrides that were active when it was made. */
  override_ids: Generated<string[]>
  engine_version: string
  data_hash: string
  settings: Json<unknown>
  made_by: string
  made_at: Generated<Date>
  goal: Generated<'interval' | 'period'>
  agent_hours: number | null
  every_interval_agent_hours: number | null
  first_tries: OptionalJson<Readonly<Record<string, FirstTries>>>
  confidence: number | null
}

interface RequirementPointTable {
  center_id: CenterId
  requirement_id: string
  queue_id: QueueId
  starts_at: Date
  contacts: number
  aht_seconds: number | null
  agents: number
  rostered: number
  binding: string
  band: string | null
  asa_seconds: number | null
  service_level: number | null
  abandon_share: number | null
  occupancy: number | null
  contacts_in_hand: number | null
  agents_50: number | null
  agents_75: number | null
  agents_90: number | null
  asa_chance: number | null
}

interface ScheduleTable {
  center_id: CenterId
  id: Generated<string>
  version: number
  revision: Generated<number>
  requirement_id: string
  from_date: string
  days: number
  status: 'draft' | 'published' | 'superseded'
  engine_version: string
  data_hash: string
  seed: number
  settings: Json<unknown>
  summary: Json<unknown>
  made_by: string
  made_at: Generated<Date>
  published_by: string | null
  published_at: Date | null
}

interface ShiftTable {
  center_id: CenterId
  id: Generated<string>
  schedule_id: string
  operator_id: OperatorId
  shape_id: string
  starts_at: Date
  ends_at: Date
  locked: Generated<boolean>
  origin: 'engine' | 'manual'
  /** As somebody has set it; null: by the record of remote work. */
  work_place: 'office' | 'home' | null
}

interface ShiftBreakTable {
  center_id: CenterId
  shift_id: string
  starts_at: Date
  ends_at: Date
  kind: 'meal' | 'rest' | 'personal' | 'gap'
  paid: boolean
}

interface ScheduleSimulationTable {
  center_id: CenterId
  id: Generated<string>
  schedule_id: string
  revision: number
  forecast_id: string
  /** The overrides that were active when it was made. */
  override_ids: string[]
  runs: number
  seed: number
  engine_version: string
  data_hash: string
  settings: Json<unknown>
  outcome: Json<unknown>
  intervals: Json<unknown>
  made_by: string
  made_at: Generated<Date>
}

interface GroupRequirementTable {
  center_id: CenterId
  id: Generated<string>
  requirement_id: string
  starts_at: Date
  seed: number
  outcome: Json<unknown>
  made_by: string
  made_at: Generated<Date>
}

interface JobTable {
  center_id: CenterId
  id: Generated<string>
  kind: string
  status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled'
  progress: Generated<number>
  stage: string | null
  input: Json<unknown>
  result: OptionalJson<unknown>
  problem: OptionalJson<unknown>
  cancel_requested: Generated<boolean>
  made_by: string
  made_at: Generated<Date>
  started_at: Date | null
  finished_at: Date | null
}
