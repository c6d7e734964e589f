import type { Generated } from 'kysely'

import type { CenterId } from '#forecasting/kernel/units.ts'

import type { Json } from './column-types.ts'

/** What planners do with a planned week: migration 0032. */
export interface ScheduleTables {
  reoptimisation: ReoptimisationTable
  schedule_bound: ScheduleBoundTable
  planner_rule: PlannerRuleTable
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
