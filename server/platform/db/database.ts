import type { ColumnType, Generated } from 'kysely'

import type { CenterId, OperatorId, QueueId } from '#forecasting/kernel/units.ts'

import type { Break, DayOpening, Language, Text3 } from './column-types.ts'

/** Written as JSON text (node-postgres would turn a list into an SQL array), read as a value. */
type Json<Value> = ColumnType<Value, string, string>
type OptionalJson<Value> = ColumnType<Value | null, string | null | undefined, string | null>

/** Every table, by name. `migrations/` is the authority; `database.test.ts` compares the two. */
export interface Database {
  center: CenterTable
  users: UsersTable
  user_session: UserSessionTable
  user_account: UserAccountTable
  user_verification: UserVerificationTable
  user_two_factor: UserTwoFactorTable
  audit_record: AuditRecordTable
  site: SiteTable
  competence: CompetenceTable
  queue: QueueTable
  queue_competence: QueueCompetenceTable
  shift_shape: ShiftShapeTable
  contract: ContractTable
  contract_shape: ContractShapeTable
  operator: OperatorTable
  operator_competence: OperatorCompetenceTable
  absence: AbsenceTable
  unavailability: UnavailabilityTable
  preference: PreferenceTable
  holiday: HolidayTable
  special_event: SpecialEventTable
  labour_rule: LabourRuleTable
  history_import: HistoryImportTable
  interval_history: IntervalHistoryTable
  forecast: ForecastTable
  forecast_point: ForecastPointTable
  forecast_override: ForecastOverrideTable
  requirement: RequirementTable
  requirement_point: RequirementPointTable
  schedule: ScheduleTable
  shift: ShiftTable
  shift_break: ShiftBreakTable
  job: JobTable
}

export interface CenterTable {
  id: Generated<CenterId>
  code: string
  name: Json<Text3>
  timezone: string
  interval_minutes: Generated<number>
  asa_target_seconds: Generated<number>
  asa_lower_seconds: Generated<number>
  max_occupancy: Generated<number>
  shrinkage_planned: Generated<number>
  shrinkage_unplanned: Generated<number>
  schedule_weights: Json<unknown>
  is_sample: Generated<boolean>
  created_at: Generated<Date>
}

export interface UsersTable {
  id: Generated<string>
  center_id: CenterId
  name: string
  email: string
  email_verified: Generated<boolean>
  image: string | null
  roles: Generated<string>
  language: Generated<Language>
  two_factor_enabled: Generated<boolean>
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface UserSessionTable {
  id: Generated<string>
  user_id: string
  token: string
  expires_at: Date
  ip_address: string | null
  user_agent: string | null
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface UserAccountTable {
  id: Generated<string>
  user_id: string
  account_id: string
  provider_id: string
  access_token: string | null
  refresh_token: string | null
  id_token: string | null
  access_token_expires_at: Date | null
  refresh_token_expires_at: Date | null
  scope: string | null
  password: string | null
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface UserVerificationTable {
  id: Generated<string>
  identifier: string
  value: string
  expires_at: Date
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface UserTwoFactorTable {
  id: Generated<string>
  user_id: string
  secret: string
  backup_codes: string
  verified: boolean | null
  failed_verification_count: Generated<number>
  locked_until: Date | null
}

export interface AuditRecordTable {
  id: Generated<number>
  center_id: CenterId
  at: Generated<Date>
  actor_id: string
  actor_name: string
  action: 'insert' | 'update' | 'delete'
  entity: string
  entity_id: string
  before: OptionalJson<unknown>
  after: OptionalJson<unknown>
}

export interface SiteTable {
  center_id: CenterId
  id: Generated<string>
  code: string
  name: Json<Text3>
  workplaces: number
}

export interface CompetenceTable {
  center_id: CenterId
  id: Generated<string>
  code: string
  kind: 'general' | 'technical' | 'language' | 'channel' | 'topic' | 'system'
  paragraph: string | null
  name: Json<Text3>
}

export interface QueueTable {
  center_id: CenterId
  id: Generated<QueueId>
  code: string
  name: Json<Text3>
  channel: 'voice' | 'chat' | 'email' | 'social' | 'video' | 'callback' | 'outbound'
  language: 'kk' | 'ru' | 'en' | null
  opening_hours: Json<readonly (readonly DayOpening[])[]>
  asa_target_seconds: number | null
  service_level_share: number | null
  service_level_seconds: number | null
  abandon_share_target: number | null
  max_occupancy: number | null
  patience_seconds: number | null
  concurrency: Generated<number>
  deadline_seconds: number | null
  shrinkage_planned: number
  shrinkage_unplanned: number
  position: Generated<number>
}

export interface QueueCompetenceTable {
  center_id: CenterId
  queue_id: QueueId
  competence_id: string
  min_level: number
}

export interface ShiftShapeTable {
  center_id: CenterId
  id: Generated<string>
  code: string
  span_minutes: number
  paid_minutes: number
  start_from_minutes: number
  start_to_minutes: number
  start_step_minutes: number
  breaks: Json<readonly Break[]>
}

export interface ContractTable {
  center_id: CenterId
  id: Generated<string>
  code: string
  name: Json<Text3>
  regime: 'five_day' | 'six_day' | 'part_time' | 'shift' | 'summarised' | 'sliding' | 'flexible'
  day_max_paid_minutes: number
  week_max_paid_minutes: number
  week_target_paid_minutes: number
  min_rest_minutes: number
  weekly_rest_minutes: number
  max_consecutive_days: number
  max_consecutive_nights: number
  cost_per_hour: number
  overtime_multiplier: number
}

export interface ContractShapeTable {
  center_id: CenterId
  contract_id: string
  shape_id: string
}

export interface OperatorTable {
  center_id: CenterId
  id: Generated<OperatorId>
  personnel_number: string
  full_name: string
  site_id: string
  contract_id: string
  night_ban: Generated<boolean>
  hired_on: string
  left_on: string | null
}

export interface OperatorCompetenceTable {
  center_id: CenterId
  operator_id: OperatorId
  competence_id: string
  level: number
  assessed_on: string
  valid_until: string | null
}

export interface AbsenceTable {
  center_id: CenterId
  id: Generated<string>
  operator_id: OperatorId
  kind: string
  from_date: string
  to_date: string
}

export interface UnavailabilityTable {
  center_id: CenterId
  id: Generated<string>
  operator_id: OperatorId
  weekday: number
  from_minutes: number
  to_minutes: number
}

export interface PreferenceTable {
  center_id: CenterId
  id: Generated<string>
  operator_id: OperatorId
  kind: 'day_off' | 'start'
  weekday: number | null
  from_minutes: number | null
  to_minutes: number | null
  weight: number
}

export interface HolidayTable {
  center_id: CenterId
  date: string
  kind: 'holiday' | 'substitute' | 'day_off_84_5' | 'moved_in' | 'moved_out'
  key: string | null
  name: OptionalJson<Text3>
  five_day_week: 'off' | 'working'
  six_day_week: 'off' | 'working'
  source: string
}

export interface SpecialEventTable {
  center_id: CenterId
  id: Generated<string>
  kind: 'campaign' | 'outage' | 'other'
  name: Json<Text3>
  starts_at: Date
  ends_at: Date
  queue_id: QueueId | null
}

export interface LabourRuleTable {
  center_id: CenterId
  code: string
  value: string
  article: string
  is_house_rule: boolean
  hard: boolean
  parameters: Json<unknown>
  exceptions: string
  valid_from: string | null
  valid_to: string | null
}

export interface HistoryImportTable {
  center_id: CenterId
  id: Generated<string>
  layer: number
  kind: 'intervals' | 'queue_log' | 'sample'
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

export interface IntervalHistoryTable {
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

export interface ForecastTable {
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

export interface ForecastPointTable {
  center_id: CenterId
  forecast_id: string
  queue_id: QueueId
  starts_at: Date
  volume: number
  quantiles: number[]
  aht_seconds: number | null
}

export interface ForecastOverrideTable {
  center_id: CenterId
  id: Generated<string>
  forecast_id: string
  queue_id: QueueId
  starts_at: Date
  ends_at: Date
  kind: 'set' | 'add' | 'scale'
  value: number
  reason: string
  active: Generated<boolean>
  made_by: string
  made_at: Generated<Date>
}

export interface RequirementTable {
  center_id: CenterId
  id: Generated<string>
  version: number
  forecast_id: string
  engine_version: string
  data_hash: string
  settings: Json<unknown>
  made_by: string
  made_at: Generated<Date>
}

export interface RequirementPointTable {
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
}

export interface ScheduleTable {
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

export interface ShiftTable {
  center_id: CenterId
  id: Generated<string>
  schedule_id: string
  operator_id: OperatorId
  shape_id: string
  starts_at: Date
  ends_at: Date
  locked: Generated<boolean>
  origin: 'engine' | 'manual'
}

export interface ShiftBreakTable {
  center_id: CenterId
  shift_id: string
  starts_at: Date
  ends_at: Date
  kind: 'meal' | 'rest'
  paid: boolean
}

export interface JobTable {
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
