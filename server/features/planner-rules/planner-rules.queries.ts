import { type Selectable, sql } from 'kysely'

import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'
import type { Text3 } from '#server/platform/db/column-types.ts'
import type { Database } from '#server/platform/db/database.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { NewPlannerRule } from './planner-rules.schema.ts'

export type RuleRow = Selectable<Database['planner_rule']>

/** The latest version of every rule, by name. */
export async function listRules(db: Db): Promise<readonly RuleRow[]> {
  const rows = await db
    .selectFrom('planner_rule')
    .distinctOn('rule_id')
    .selectAll()
    .orderBy('rule_id')
    .orderBy('version', 'desc')
    .execute()
  return rows.toSorted((a, b) => a.name.localeCompare(b.name, 'ru'))
}

/** Every version of one rule, the latest first. */
export async function listVersions(db: Db, ruleId: string): Promise<readonly RuleRow[]> {
  return db
    .selectFrom('planner_rule')
    .selectAll()
    .where('rule_id', '=', ruleId)
    .orderBy('version', 'desc')
    .execute()
}

/** For each rule the highest version that is valid from a day or before, whether on or off. */
export async function listRulesFrom(db: Db, date: string): Promise<readonly RuleRow[]> {
  return db
    .selectFrom('planner_rule')
    .distinctOn('rule_id')
    .selectAll()
    .where('valid_from', '<=', date)
    .orderBy('rule_id')
    .orderBy('version', 'desc')
    .execute()
}

/** Adds a version; without a rule's id it is the first of a new rule. */
export async function insertRule(
  db: Db,
  rule: NewPlannerRule & {
    readonly centerId: CenterId
    readonly madeBy: string
    readonly ruleId?: string
    readonly version: number
    readonly isOn: boolean
  },
): Promise<RuleRow> {
  return db
    .insertInto('planner_rule')
    .values({
      center_id: rule.centerId,
      ...(rule.ruleId === undefined ? {} : { rule_id: rule.ruleId }),
      version: rule.version,
      name: rule.name.trim(),
      definition: JSON.stringify(rule.definition),
      weight: rule.weight,
      is_on: rule.isOn,
      valid_from: rule.validFrom,
      valid_to: rule.validTo,
      made_by: rule.madeBy,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** What a rule may name. */
export interface RuleNames {
  readonly shapes: readonly { readonly code: string; readonly spanMinutes: number }[]
  readonly contracts: readonly { readonly code: string; readonly name: Text3 }[]
  readonly sites: readonly {
    readonly code: string
    readonly name: Text3
    readonly workplaces: number
  }[]
  readonly operators: readonly { readonly id: OperatorId; readonly name: string }[]
  readonly queueIds: readonly string[]
}

export async function readRuleNames(db: Db): Promise<RuleNames> {
  const shapes = await db
    .selectFrom('shift_shape')
    .select(['code', 'span_minutes as spanMinutes'])
    .orderBy('code')
    .execute()
  const contracts = await db
    .selectFrom('contract')
    .select(['code', 'name'])
    .orderBy('code')
    .execute()
  const sites = await db
    .selectFrom('site')
    .select(['code', 'name', 'workplaces'])
    .orderBy('code')
    .execute()
  const operators = await db
    .selectFrom('operator')
    .select(['id', 'full_name as name'])
    .where('takes_contacts', '=', true)
    .where(sql<boolean>`left_on is null or left_on >= current_date`)
    .orderBy('full_name')
    .execute()
  const queues = await db.selectFrom('queue').select('id').execute()
  return { shapes, contracts, sites, operators, queueIds: queues.map(({ id }) => id) }
}
