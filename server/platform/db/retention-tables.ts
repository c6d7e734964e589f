import type { Generated } from 'kysely'

import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'

/** How long a person's data is kept, and what was decided then: migration 0037. */
export interface RetentionTables {
  retention_rule: RetentionRuleTable
  retention_decision: RetentionDecisionTable
}

interface RetentionRuleTable {
  center_id: CenterId
  months: number
  source: string
}

interface RetentionDecisionTable {
  center_id: CenterId
  id: Generated<string>
  operator_id: OperatorId
  decision: 'anonymised' | 'kept'
  reason: string
  left_on: string
  keep_until: string | null
  decided_by: string
  decided_at: Generated<Date>
}
