import type { Instance } from './instance.ts'
import type { InputProblem } from './json-cursor.ts'
import type { PlannerRule } from './planner-rules/planner-rule.ts'

/** Ids that occur twice, and references to ids that do not occur. */
export function referenceProblems(instance: Instance): InputProblem[] {
  return [...duplicates(instance), ...unknownReferences(instance), ...plannerReferences(instance)]
}

function duplicates(instance: Instance): InputProblem[] {
  const problems: InputProblem[] = []
  for (const name of ['skills', 'shapes', 'contracts', 'operators'] as const) {
    const seen = new Set<string>()
    instance[name].forEach(({ id }, index) => {
      if (seen.has(id)) {
        problems.push({ path: `${name}[${index}].id`, code: 'duplicate', values: { id } })
      }
      seen.add(id)
    })
  }
  return problems
}

function unknownReferences(instance: Instance): InputProblem[] {
  const problems: InputProblem[] = []
  const idsOf = (list: readonly { readonly id: string }[]): Set<string> =>
    new Set(list.map(({ id }) => id))
  const [skills, shapes] = [idsOf(instance.skills), idsOf(instance.shapes)]
  const [contracts, operators] = [idsOf(instance.contracts), idsOf(instance.operators)]
  const check = (known: Set<string>, id: string, path: string): void => {
    // An empty id was reported as not a text already.
    if (id !== '' && !known.has(id)) {
      problems.push({ path, code: 'unknown_reference', values: { id } })
    }
  }
  instance.contracts.forEach((contract, c) => {
    contract.shapes.forEach((id, s) => check(shapes, id, `contracts[${c}].shapes[${s}]`))
  })
  instance.operators.forEach((operator, o) => {
    check(contracts, operator.contract, `operators[${o}].contract`)
    operator.contractDays?.forEach(({ contract }, d) =>
      check(contracts, contract, `operators[${o}].contractDays[${d}].contract`),
    )
    operator.skills.forEach((id, s) => check(skills, id, `operators[${o}].skills[${s}]`))
  })
  instance.locks.forEach((lock, l) => {
    check(operators, lock.op, `locks[${l}].op`)
    if (!('off' in lock)) check(shapes, lock.shape, `locks[${l}].shape`)
  })
  return problems
}

interface NamedIds {
  readonly list: 'operators' | 'contracts' | 'skills' | 'shapes'
  readonly field: string
  readonly ids: readonly string[]
}

/** Ids that the planners' rules name. */
function plannerReferences(instance: Instance): InputProblem[] {
  return (instance.plannerRules ?? []).flatMap((rule, r) => {
    const named: readonly NamedIds[] = [
      { list: 'operators', field: 'for.operators', ids: rule.for.operators ?? [] },
      { list: 'contracts', field: 'for.contracts', ids: rule.for.contracts ?? [] },
      { list: 'skills', field: 'for.skills', ids: rule.for.skills ?? [] },
      ...idsOfKind(rule),
    ]
    return named.flatMap(({ list, field, ids }) =>
      ids
        .filter((id) => id !== '' && !instance[list].some((one) => one.id === id))
        .map((id): InputProblem => {
          const path = `plannerRules[${r}].${field}`
          return { path, code: 'unknown_reference', values: { id } }
        }),
    )
  })
}

function idsOfKind(rule: PlannerRule): NamedIds[] {
  const shapes = (field: string, ids: readonly string[]): NamedIds => ({
    list: 'shapes',
    field,
    ids,
  })
  if (rule.kind === 'shifts_of_kind') return [shapes('shapes', rule.shapes)]
  if (rule.kind === 'rotation') return [shapes('cycle', rule.cycle.flat())]
  if (rule.kind === 'forbidden_succession') {
    return [shapes('first', rule.first), shapes('next', rule.next)]
  }
  return rule.kind === 'works_with'
    ? [{ list: 'operators', field: 'other', ids: [rule.other] }]
    : []
}
