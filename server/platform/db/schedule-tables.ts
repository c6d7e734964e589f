import type { Generated } from 'kysely'

import type { CenterId, OperatorId, QueueId } from '#forecasting/kernel/units.ts'

import type { Json } from './column-types.ts'

/** What planners do with a planned week, and operators with their own shifts: migrations 0032, 0033, 0040, 0041 and 0067. */
export interface ScheduleTables {
  reoptimisation: ReoptimisationTable
  schedule_bound: ScheduleBoundTable
  schedule_demand: ScheduleDemandTable
  schedule_rule_price: ScheduleRulePriceTable
  shift_design: ShiftDesignTable
  planner_rule: PlannerRuleTable
  own_shift_sight: OwnShiftSightTable
  shift_request: ShiftRequestTable
}

interface ReoptimisationTable {
  center_id: CenterId
  id: Generated<string>
  schedule_id: string
  revision: number
  part: Json<unknown>
  seed: number
  engine_version: string
  data_hash: string
  cost_before: number
  cost_after: number
  proposal: Json<unknown>
  made_by: string
  made_at: Generated<Date>
}

interface ScheduleDemandTable {
  center_id: CenterId
  schedule_id: string
  queue_id: QueueId
  price: number
  agents: number[]
}

interface ScheduleRulePriceTable {
  center_id: CenterId
  id: Generated<string>
  schedule_id: string
  revision: number
  figures: Json<unknown>
  prices: Json<unknown>
  untried: number
  seed: number
  engine_version: string
  data_hash: string
  made_by: string
  made_at: Generated<Date>
}

interface ScheduleBoundTable {
  center_id: CenterId
  id: Generated<string>
  schedule_id: string
  revision: number
  bound: number
  core: number
  engine_version: string
  data_hash: string
  made_by: string
  made_at: Generated<Date>
}

interface ShiftDesignTable {
  center_id: CenterId
  id: Generated<string>
  requirement_id: string
  from_date: string
  every_start: boolean
  tolerance: number
  most_kinds: number
  design: Json<unknown>
  engine_version: string
  data_hash: string
  made_by: string
  made_at: Generated<Date>
}

interface PlannerRuleTable {
  center_id: CenterId
  rule_id: Generated<string>
  version: number
  name: string
  definition: Json<unknown>
  weight: number | null
  is_on: Generated<boolean>
  valid_from: string
  valid_to: string | null
  made_by: string
  made_at: Generated<Date>
}

interface OwnShiftSightTable {
  center_id: CenterId
  operator_id: OperatorId
  shifts: Json<unknown>
  seen_at: Generated<Date>
}

interface ShiftRequestTable {
  center_id: CenterId
  id: Generated<string>
  operator_id: OperatorId
  kind: 'leave' | 'swap'
  status: 'asked' | 'waiting' | 'approved' | 'declined' | 'withdrawn'
  absence_kind: string | null
  from_date: string | null
  to_date: string | null
  own_starts_at: Date | null
  own_ends_at: Date | null
  other_operator_id: OperatorId | null
  other_starts_at: Date | null
  other_ends_at: Date | null
  note: Generated<string>
  reply: Generated<string>
  made_at: Generated<Date>
  decided_by: string | null
  decided_by_id: string | null
  decided_at: Date | null
}
