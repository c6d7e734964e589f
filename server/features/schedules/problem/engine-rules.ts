import type { Instance, Shape } from '#forecasting/scheduling/instance.ts'
import type { PlannerRule, RuleScope } from '#forecasting/scheduling/planner-rules/planner-rule.ts'

import type { RuleInForce } from '../../planner-rules/planner-rules.service.ts'
import { plainShapeCode } from './personal-shapes.ts'
import type { PlanningContract, PlanningOperator, PlanningRows } from './planning-rows.ts'

/** Somebody who is planned in a period, and the contract as far as the law lets them keep it. */
interface Planned {
  readonly operator: Pick<PlanningOperator, 'id' | 'personnelNumber' | 'contractCode' | 'siteCode'>
  readonly contract: Pick<PlanningContract, 'code'>
  /** Shapes in a form of their own. */
  readonly shapes: readonly Pick<Shape, 'id'>[]
}

/**
 * Planners' rules of a period in the engine's words. One about somebody who is not planned asks for
 * nothing; where nothing is asked for, the problem stays what it was without rules.
 */
export function plannerRulesOf(
  { plannerRules, queues }: Pick<PlanningRows, 'plannerRules' | 'queues'>,
  people: readonly Planned[],
): Pick<Instance, 'plannerRules'> {
  const numbers = new Map<string, string>(
    people.map(({ operator }) => [operator.id, operator.personnelNumber]),
  )
  const codes = new Map<string, string>(queues.map(({ id, code }) => [id, code]))
  const own = Map.groupBy(
    new Set(people.flatMap(({ shapes }) => shapes.map(({ id }) => id))),
    (id) => plainShapeCode(id),
  )
  const names: EngineNames = {
    numberOf: (id) => numbers.get(id),
    numbersAt: (sites) =>
      people.flatMap(({ operator }) =>
        sites.includes(operator.siteCode) ? [operator.personnelNumber] : [],
      ),
    codeOf: (id) => codes.get(id),
    shapesOf: (list) => list.flatMap((code) => [code, ...(own.get(code) ?? [])]),
    contractsOf: (code) => [
      ...new Set(
        people
          .filter(({ operator }) => operator.contractCode === code)
          .map(({ contract }) => contract.code),
      ),
    ],
  }
  const rules = plannerRules.flatMap((rule) => engineRule(rule, names) ?? [])
  return rules.length === 0 ? {} : { plannerRules: rules }
}

/** How the engine calls what a rule of the database names. */
interface EngineNames {
  /** Undefined for somebody who is not planned in the period. */
  readonly numberOf: (operatorId: string) => string | undefined
  readonly numbersAt: (sites: readonly string[]) => readonly string[]
  /** The contract itself, and what the law makes of it for single people. */
  readonly contractsOf: (code: string) => readonly string[]
  readonly codeOf: (queueId: string) => string | undefined
  /** Shapes, each followed by the forms in which single people work it. */
  readonly shapesOf: (codes: readonly string[]) => readonly string[]
}

function engineRule(
  { ruleId, definition, weight }: RuleInForce,
  { contractsOf, codeOf, shapesOf, ...names }: EngineNames,
): PlannerRule | undefined {
  const { contracts, queueIds } = definition.for
  const base = {
    id: ruleId,
    for: {
      ...peopleOf(definition.for, names),
      ...(contracts === undefined ? {} : { contracts: contracts.flatMap(contractsOf) }),
      ...(queueIds === undefined ? {} : { skills: queueIds.flatMap((id) => codeOf(id) ?? []) }),
    },
    ...(weight === null ? {} : { weight }),
  }
  if (definition.kind !== 'works_with') return { ...inEveryForm(definition, shapesOf), ...base }
  const other = names.numberOf(definition.otherId)
  const { kind, minOverlapMin } = definition
  return other === undefined ? undefined : { ...base, kind, minOverlapMin, other }
}

/** The engine knows no sites: a rule about some is about the people there, as far as it names people too. */
function peopleOf(
  { operatorIds, sites }: RuleInForce['definition']['for'],
  { numberOf, numbersAt }: Pick<EngineNames, 'numberOf' | 'numbersAt'>,
): Pick<RuleScope, 'operators'> {
  const named = operatorIds?.flatMap((id) => numberOf(id) ?? [])
  if (sites === undefined) return named === undefined ? {} : { operators: named }
  const there = numbersAt(sites)
  return { operators: named === undefined ? there : there.filter((one) => named.includes(one)) }
}

type Definition = Exclude<RuleInForce['definition'], { readonly kind: 'works_with' }>

/** A rule about shapes is about each in every form in which people work it. */
function inEveryForm(definition: Definition, shapesOf: EngineNames['shapesOf']): Definition {
  if (definition.kind === 'shifts_of_kind') {
    return { ...definition, shapes: [...shapesOf(definition.shapes)] }
  }
  if (definition.kind === 'forbidden_succession') {
    const { first, next } = definition
    return { ...definition, first: [...shapesOf(first)], next: [...shapesOf(next)] }
  }
  if (definition.kind !== 'rotation') return definition
  return { ...definition, cycle: definition.cycle.map((codes) => [...shapesOf(codes)]) }
}
