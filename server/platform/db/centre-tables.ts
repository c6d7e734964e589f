import type { Generated } from 'kysely'

import type { CenterId, OperatorId, QueueId } from '#forecasting/kernel/units.ts'

import type { Break, DayOpening, Json, OptionalJson, Text3 } from './column-types.ts'

/** What a centre is made of: migration 0002. */
export interface CentreTables {
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
}

interface SiteTable {
  center_id: CenterId
  id: Generated<string>
  code: string
  name: Json<Text3>
  workplaces: number
}

interface CompetenceTable {
  center_id: CenterId
  id: Generated<string>
  code: string
  kind: 'general' | 'technical' | 'language' | 'channel' | 'topic' | 'system'
  paragraph: string | null
  name: Json<Text3>
  archived_at: Date | null
}

/** When people of a region may be called, on its own clock. */
export interface CalledRegion {
  readonly timezone: string
  /** Seven days, Monday first. */
  readonly hours: readonly (readonly DayOpening[])[]
}

interface QueueTable {
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
  chat_speeds: readonly number[] | null
  redial_share: number | null
  redial_seconds: number | null
  staffing_confidence: number | null
  deadline_seconds: number | null
  called_region: OptionalJson<CalledRegion>
  like_queue_id: QueueId | null
  shrinkage_planned: number
  shrinkage_unplanned: number
  position: Generated<number>
  archived_at: Date | null
}

interface QueueCompetenceTable {
  center_id: CenterId
  queue_id: QueueId
  competence_id: string
  min_level: number
}

interface ShiftShapeTable {
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

interface ContractTable {
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
  accounting_months: Generated<number>
  /** Whether it provides for shifts in two parts. */
  split_shifts: Generated<boolean>
}

interface ContractShapeTable {
  center_id: CenterId
  contract_id: string
  shape_id: string
}

interface OperatorTable {
  center_id: CenterId
  id: Generated<OperatorId>
  personnel_number: string
  full_name: string
  site_id: string
  contract_id: string
  night_ban: Generated<boolean>
  hired_on: string
  left_on: string | null
  kind: Generated<'staff' | 'non_staff'>
  takes_contacts: Generated<boolean>
  position: string | null
  team_id: string | null
  workplace: Generated<'office' | 'remote'>
  user_id: string | null
}

interface OperatorCompetenceTable {
  center_id: CenterId
  operator_id: OperatorId
  competence_id: string
  level: number
  assessed_on: string
  valid_until: string | null
  /** What was held before it was lowered; the database keeps both. */
  former_level: number | null
  lowered_at: Date | null
}

interface AbsenceTable {
  center_id: CenterId
  id: Generated<string>
  operator_id: OperatorId
  kind: string
  from_date: string
  to_date: string
}

interface UnavailabilityTable {
  center_id: CenterId
  id: Generated<string>
  operator_id: OperatorId
  weekday: number
  from_minutes: number
  to_minutes: number
  from_date: string | null
  to_date: string | null
}

interface PreferenceTable {
  center_id: CenterId
  id: Generated<string>
  operator_id: OperatorId
  kind: 'day_off' | 'start'
  weekday: number | null
  from_minutes: number | null
  to_minutes: number | null
  weight: number
}

interface HolidayTable {
  center_id: CenterId
  date: string
  kind: 'holiday' | 'substitute' | 'day_off_84_5' | 'moved_in' | 'moved_out'
  key: string | null
  name: OptionalJson<Text3>
  five_day_week: 'off' | 'working'
  six_day_week: 'off' | 'working'
  source: string
}

interface SpecialEventTable {
  center_id: CenterId
  id: Generated<string>
  kind: 'campaign' | 'outage' | 'other'
  name: Json<Text3>
  starts_at: Date
  ends_at: Date
  queue_id: QueueId | null
}

/** What a rule asks and when it does not, where a centre was told in other words than Kezek's own. */
export interface RuleWords {
  readonly says: Text3
  readonly unless: Text3 | null
}

interface LabourRuleTable {
  center_id: CenterId
  code: string
  version: number
  value: string
  article: string
  is_house_rule: boolean
  hard: boolean
  parameters: Json<unknown>
  exceptions: string
  /** The first day of the periods that it counts in; null: of all of them. */
  valid_from: string | null
  words: OptionalJson<RuleWords>
  reason: Generated<string>
  made_by: Generated<string>
  made_at: Generated<Date>
}
