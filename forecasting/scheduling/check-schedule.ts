import type { Instance, Schedule, Shift } from './instance.ts'
import { MINUTES_PER_DAY } from './instance.ts'
import { ALL_RULES } from './rules/all-rules.ts'
import { type LegalSource, legalSource } from './rules/legal-sources.ts'
import {
  type Finding,
  type OperatorRoster,
  type RosteredShift,
  type Rule,
  type RuleCode,
  rosteredShift,
} from './rules/rule.ts'

/** A hard rule broken by a schedule: reason enough not to publish it. */
export interface Violation extends Finding {
  readonly code: RuleCode
  /** Name of the rule, a key for its text. */
  readonly rule: string
  readonly operator: string
  readonly source: LegalSource
}

/**
 * Checks a schedule against every hard rule, however it was made: by the engine or by hand.
 *
 * Knows nothing of the engine, so that it can catch the engine's mistakes.
 *
 * @returns violations by operator in the instance's order, then by rule
 */
export function checkSchedule(instance: Instance, schedule: Schedule): Violation[] {
  const { known, unknown } = sortOut(instance, schedule)
  const rosters = rostersOf(instance, known)
  return [...unknown, ...rosters.flatMap((roster) => checkRoster(roster, ALL_RULES))]
}

/** Checks one person's shifts against some rules. */
export function checkRoster(roster: OperatorRoster, rules: readonly Rule[]): Violation[] {
  return rules.flatMap((rule) =>
    rule.check(roster).map((finding) => violation(rule, roster.operator.id, finding)),
  )
}

/**
 * One roster for each operator of the instance, with their shifts ordered by start.
 *
 * @throws {RangeError} if an operator's contract is unknown
 */
export function rostersOf(
  instance: Instance,
  shiftsOf: ReadonlyMap<string, readonly RosteredShift[]>,
): OperatorRoster[] {
  const contracts = new Map(instance.contracts.map((contract) => [contract.id, contract]))
  return instance.operators.map((operator) => {
    const contract = contracts.get(operator.contract)
    if (contract === undefined) throw new RangeError(`contract ${operator.contract} is unknown`)
    const shifts = (shiftsOf.get(operator.id) ?? []).toSorted((a, b) => a.startMin - b.startMin)
    return { instance, operator, contract, shifts }
  })
}

/** Shifts of known operators and shapes by operator; the others are violations at once. */
function sortOut(
  instance: Instance,
  schedule: Schedule,
): { known: Map<string, RosteredShift[]>; unknown: Violation[] } {
  const shapes = new Map(instance.shapes.map((shape) => [shape.id, shape]))
  const known = new Map<string, RosteredShift[]>(instance.operators.map(({ id }) => [id, []]))
  const unknown: Violation[] = []
  for (const shift of schedule.shifts) {
    const shape = shapes.get(shift.shape)
    const shifts = known.get(shift.op)
    if (shape !== undefined && shifts !== undefined) shifts.push(rosteredShift(shift, shape))
    else unknown.push(unknownReference(shift))
  }
  return { known, unknown }
}

function unknownReference(shift: Shift): Violation {
  return {
    code: 'R01',
    rule: 'known_references',
    operator: shift.op,
    source: legalSource('R01'),
    atMin: shift.start,
    days: [Math.floor(shift.start / MINUTES_PER_DAY)],
    values: { operator: shift.op, shape: shift.shape },
  }
}

function violation(rule: Rule, operator: string, finding: Finding): Violation {
  return {
    ...finding,
    code: rule.code,
    rule: rule.name,
    operator,
    source: legalSource(rule.code, finding.houseRule),
  }
}
