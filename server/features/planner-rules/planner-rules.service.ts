import type { CenterId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import {
  insertRule,
  listRules,
  listRulesFrom,
  listVersions,
  readRuleNames,
  type RuleNames,
  type RuleRow,
} from './planner-rules.queries.ts'
import type {
  NewPlannerRule,
  PlannerRule,
  PlannerRuleChange,
  PlannerRules,
  RuleDefinition,
} from './planner-rules.schema.ts'

/** A rule as it counts in a period. */
export interface RuleInForce {
  readonly ruleId: string
  readonly version: number
  readonly name: string
  readonly definition: RuleDefinition
  /** Null: it must be kept. */
  readonly weight: number | null
}

/** The rules that count in a period, by its first day. */
export async function readRulesInForce(db: Db, fromDate: string): Promise<readonly RuleInForce[]> {
  const rows = await listRulesFrom(db, fromDate)
  return rows
    .filter(({ is_on: isOn, valid_to: last }) => isOn && (last === null || last >= fromDate))
    .map((row) => ({
      ruleId: row.rule_id,
      version: row.version,
      name: row.name,
      definition: row.definition as RuleDefinition,
      weight: row.weight,
    }))
}

export async function readPlannerRules(db: Db): Promise<PlannerRules> {
  const { shapes, contracts, sites, operators } = await readRuleNames(db)
  return {
    rules: (await listRules(db)).map(presentRule),
    shapes: [...shapes],
    contracts: [...contracts],
    sites: [...sites],
    operators: [...operators],
  }
}

/** @throws {ProblemError} `record-unknown` */
export async function readRuleVersions(db: Db, ruleId: string): Promise<PlannerRule[]> {
  const rows = await listVersions(db, ruleId)
  if (rows.length === 0) throw new ProblemError('record-unknown')
  return rows.map(presentRule)
}

interface By {
  readonly centerId: CenterId
  readonly madeBy: string
}

/** @throws {ProblemError} `planner-rule-limits`, `planner-rule-refused`, `dates-disordered` */
export async function addRule(db: Db, wish: NewPlannerRule, by: By): Promise<PlannerRule> {
  await check(db, wish)
  return presentRule(await insertRule(db, { ...wish, ...by, version: 1, isOn: true }))
}

/**
 * Adds a version of a rule: what it was before still counts in the periods before the new one is valid.
 *
 * @throws {ProblemError} as `addRule`, and `record-unknown`, `changed-meanwhile`
 */
export async function changeRule(
  db: Db,
  ruleId: string,
  wish: PlannerRuleChange,
  by: By,
): Promise<PlannerRule> {
  const [latest] = await listVersions(db, ruleId)
  if (latest === undefined) throw new ProblemError('record-unknown')
  if (latest.version !== wish.version) throw new ProblemError('changed-meanwhile')
  // A rule that is switched off may name what the centre no longer has.
  if (wish.isOn) await check(db, wish)
  const row = await insertRule(db, { ...wish, ...by, ruleId, version: latest.version + 1 })
  return presentRule(row)
}

async function check(db: Db, { definition, validFrom, validTo }: NewPlannerRule): Promise<void> {
  if (validTo !== null && validTo < validFrom) throw new ProblemError('dates-disordered')
  if ('min' in definition || 'max' in definition || LIMITED.has(definition.kind)) {
    const { min, max } = definition as { readonly min?: number; readonly max?: number }
    if ((min ?? max) === undefined || (min ?? 0) > (max ?? Infinity)) {
      throw new ProblemError('planner-rule-limits')
    }
  }
  const unknown = unknownNames(definition, await readRuleNames(db))
  if (unknown.length > 0) {
    throw new ProblemError('planner-rule-refused', { values: { names: unknown.join(', ') } })
  }
}

/** Kinds that say nothing without a least or a most. */
const LIMITED: ReadonlySet<RuleDefinition['kind']> = new Set([
  'shifts_of_kind',
  'working_days_in_a_row',
  'days_off_in_a_row',
  'weekends_worked',
  'people_on_shift',
])

/** What a rule names and the centre does not have. */
function unknownNames(definition: RuleDefinition, names: RuleNames): string[] {
  const { operatorIds = [], contracts = [], sites = [], queueIds = [] } = definition.for
  const other = definition.kind === 'works_with' ? [definition.otherId] : []
  const missing = (asked: readonly string[], known: readonly string[]): string[] =>
    asked.filter((one) => !known.includes(one))
  return [
    ...missing(
      shapesOf(definition),
      names.shapes.map(({ code }) => code),
    ),
    ...missing(
      contracts,
      names.contracts.map(({ code }) => code),
    ),
    ...missing(
      sites,
      names.sites.map(({ code }) => code),
    ),
    ...missing(queueIds, names.queueIds),
    ...missing(
      [...operatorIds, ...other],
      names.operators.map(({ id }) => id),
    ),
  ]
}

function shapesOf(definition: RuleDefinition): readonly string[] {
  switch (definition.kind) {
    case 'shifts_of_kind':
      return definition.shapes
    case 'forbidden_succession':
      return [...definition.first, ...definition.next]
    case 'rotation':
      return definition.cycle.flat()
    case 'working_days_in_a_row':
    case 'days_off_in_a_row':
    case 'weekends_worked':
    case 'start_spread':
    case 'works_with':
    case 'people_on_shift':
      return []
  }
}

function presentRule(row: RuleRow): PlannerRule {
  return {
    ruleId: row.rule_id,
    version: row.version,
    name: row.name,
    definition: row.definition as RuleDefinition,
    weight: row.weight,
    isOn: row.is_on,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    madeBy: row.made_by,
    madeAt: row.made_at.toISOString(),
  }
}
