import type { Instance } from './instance.ts'

export type InstanceReading =
  | { readonly kind: 'instance'; readonly instance: Instance }
  | { readonly kind: 'refused'; readonly problems: readonly string[] }

const NAMED_LISTS = ['skills', 'shapes', 'contracts', 'operators'] as const
const RULE_NAMES = [
  'nightFromMin',
  'nightToMin',
  'mealEarliestMin',
  'mealLatestMin',
  'mealMinLenMin',
  'mealMaxLenMin',
  'mealRequiredFromSpanMin',
  'minWorkBetweenBreaksMin',
  'nightShiftMinOverlapMin',
]
const SKILLS_MAX = 30

/**
 * Reads untrusted JSON as an instance: form, references and ranges. Whether it can be solved is for
 * `diagnose`.
 */
export function readInstance(value: unknown): InstanceReading {
  const problems: string[] = []
  const root = record(value)
  if (root === undefined || root['format'] !== 'wfm-instance/1') {
    return { kind: 'refused', problems: ['format must be wfm-instance/1'] }
  }
  if (![15, 30].includes(Number(root['intervalMin']))) problems.push('intervalMin must be 15 or 30')
  if (![7, 14, 21, 28].includes(Number(root['days']))) problems.push('days must be 7, 14, 21 or 28')
  for (const name of NAMED_LISTS) problems.push(...namedList(root[name], name))
  problems.push(...numbers(root['rules'], 'rules', RULE_NAMES))
  problems.push(
    ...numbers(root['weights'], 'weights', ['critShare', 'underCrit', 'underRest', 'idle', 'pay']),
  )
  if (problems.length > 0) return { kind: 'refused', problems }
  const given = value as Omit<Instance, 'locks'> & Partial<Pick<Instance, 'locks'>>
  const instance: Instance = { ...given, locks: given.locks ?? [] }
  const broken = [...brokenDemand(instance), ...brokenReferences(instance)]
  return broken.length > 0 ? { kind: 'refused', problems: broken } : { kind: 'instance', instance }
}

function brokenDemand({ demand, skills, days, intervalMin }: Instance): string[] {
  const count = (days * 1440) / intervalMin
  if (skills.length > SKILLS_MAX) return [`at most ${SKILLS_MAX} skills, got ${skills.length}`]
  return skills.flatMap(({ id }) => {
    const list: unknown = demand[id]
    if (!Array.isArray(list) || list.length !== count) {
      return [`demand of skill ${id} must have ${count} values`]
    }
    const at = list.findIndex((agents) => !(Number.isFinite(agents) && Number(agents) >= 0))
    return at < 0 ? [] : [`demand of skill ${id}, interval ${at}, must be 0 or more`]
  })
}

function brokenReferences(instance: Instance): string[] {
  const ids = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id))
  const [skills, shapes, contracts] = [instance.skills, instance.shapes, instance.contracts].map(
    ids,
  )
  const operators = ids(instance.operators)
  const unknown = (place: string, id: string, known: Set<string> | undefined): string[] =>
    known?.has(id) === true ? [] : [`${place}: ${id} is unknown`]
  return [
    ...instance.contracts.flatMap((one) =>
      one.shapes.flatMap((id) => unknown(`contract ${one.id}, shapes`, id, shapes)),
    ),
    ...instance.operators.flatMap((one) => [
      ...unknown(`operator ${one.id}, contract`, one.contract, contracts),
      ...one.skills.flatMap((id) => unknown(`operator ${one.id}, skills`, id, skills)),
    ]),
    ...instance.locks.flatMap((lock, i) => [
      ...unknown(`lock ${i}, op`, lock.op, operators),
      ...('off' in lock ? [] : unknown(`lock ${i}, shape`, lock.shape, shapes)),
    ]),
  ]
}

function namedList(value: unknown, name: string): string[] {
  if (!Array.isArray(value) || value.length === 0) return [`${name} must be a list with entries`]
  const ids = value.map((one) => record(one)?.['id'])
  const nameless = ids.findIndex((id) => typeof id !== 'string')
  if (nameless >= 0) return [`${name}[${nameless}].id must be a text`]
  const twice = ids.find((id, i) => ids.indexOf(id) !== i)
  return twice === undefined ? [] : [`${name}: ${String(twice)} stands twice`]
}

function numbers(value: unknown, place: string, names: readonly string[]): string[] {
  const given = record(value)
  return names
    .filter((name) => !Number.isFinite(given?.[name]))
    .map((name) => `${place}.${name} must be a number`)
}

function record(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : undefined
}
