import { clockOf, minutesOfClock } from '../../lib/clock-minutes.ts'
import type { RuleContent, RuleDefinition, RuleKind } from './use-rules.ts'

/** The kinds in the order in which planners look for them. */
export const RULE_KINDS: readonly RuleKind[] = [
  'people_on_shift',
  'working_days_in_a_row',
  'days_off_in_a_row',
  'weekends_worked',
  'shifts_of_kind',
  'forbidden_succession',
  'start_spread',
  'rotation',
  'works_with',
]

/** A rule as it is being written: every field of every kind, so that another kind loses nothing. */
export interface RuleDraft {
  readonly name: string
  readonly kind: RuleKind
  readonly operatorIds: readonly string[]
  readonly contracts: readonly string[]
  /** Codes of sites. */
  readonly sites: readonly string[]
  readonly queueIds: readonly string[]
  readonly min: number | null
  readonly max: number | null
  readonly shapes: readonly string[]
  readonly per: 'week' | 'period'
  readonly first: readonly string[]
  readonly next: readonly string[]
  readonly maxMin: number
  readonly cycle: readonly (readonly string[])[]
  readonly offsetWeeks: number
  readonly otherId: string
  readonly minOverlapMin: number
  /** `22:00` */
  readonly from: string
  readonly to: string
  readonly weekdays: readonly number[]
  /** Counts those alone who work at the office. */
  readonly isOffice: boolean
  /** Null: it must be kept. */
  readonly weight: number | null
  readonly validFrom: string
  /** Empty: without an end. */
  readonly validTo: string
}

export type RuleFault = 'name' | 'limits' | 'shapes' | 'other' | 'dates'

export type ReadRule =
  | { readonly kind: 'ready'; readonly rule: RuleContent }
  | { readonly kind: 'refused'; readonly faults: readonly RuleFault[] }

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6]

/** A new rule: a senior at night is what planners ask for most. */
export function emptyDraft(today: string): RuleDraft {
  return {
    name: '',
    kind: 'people_on_shift',
    operatorIds: [],
    contracts: [],
    sites: [],
    queueIds: [],
    min: 1,
    max: null,
    shapes: [],
    per: 'week',
    first: [],
    next: [],
    maxMin: 120,
    cycle: [[], []],
    offsetWeeks: 0,
    otherId: '',
    minOverlapMin: 240,
    from: '22:00',
    to: '06:00',
    weekdays: EVERY_DAY,
    isOffice: false,
    weight: null,
    validFrom: today,
    validTo: '',
  }
}

/** What is stored, as it is written. */
export function draftOf(rule: RuleContent): RuleDraft {
  const { definition, name, weight, validFrom, validTo } = rule
  const { operatorIds = [], contracts = [], sites = [], queueIds = [] } = definition.for
  const { for: _, ...fields } = definition
  const limits = definition as { readonly min?: number; readonly max?: number }
  const window =
    definition.kind === 'people_on_shift'
      ? {
          from: clockOf(definition.fromMin),
          to: clockOf(definition.toMin),
          weekdays: definition.weekdays ?? EVERY_DAY,
          isOffice: definition.place === 'office',
        }
      : {}
  return {
    ...emptyDraft(validFrom),
    ...fields,
    ...window,
    min: limits.min ?? null,
    max: limits.max ?? null,
    name,
    operatorIds,
    contracts,
    sites,
    queueIds,
    weight,
    validTo: validTo ?? '',
  }
}

/** The draft as the API takes it, or what is missing. */
export function readRule(draft: RuleDraft): ReadRule {
  const faults = faultsOf(draft)
  if (faults.length > 0) return { kind: 'refused', faults }
  return {
    kind: 'ready',
    rule: {
      name: draft.name.trim(),
      definition: definitionOf(draft),
      weight: draft.weight,
      validFrom: draft.validFrom,
      validTo: draft.validTo === '' ? null : draft.validTo,
    },
  }
}

/** Kinds that say nothing without a least or a most. */
export const LIMITED: ReadonlySet<RuleKind> = new Set([
  'people_on_shift',
  'working_days_in_a_row',
  'days_off_in_a_row',
  'weekends_worked',
  'shifts_of_kind',
])

function faultsOf(draft: RuleDraft): RuleFault[] {
  const { kind, min, max } = draft
  const lists = {
    shifts_of_kind: [draft.shapes],
    forbidden_succession: [draft.first, draft.next],
    rotation: draft.cycle,
  } as Partial<Record<RuleKind, readonly (readonly string[])[]>>
  const hasLimits = (min ?? max) !== null && (min ?? 0) <= (max ?? Infinity)
  const isOrdered = draft.validTo === '' || draft.validFrom <= draft.validTo
  return [
    ...fault('name', draft.name.trim() === ''),
    ...fault('limits', LIMITED.has(kind) && !hasLimits),
    ...fault('shapes', lists[kind]?.some((list) => list.length === 0) === true),
    ...fault('other', kind === 'works_with' && draft.otherId === ''),
    ...fault('dates', draft.validFrom === '' || !isOrdered),
  ]
}

function fault(name: RuleFault, isWrong: boolean): RuleFault[] {
  return isWrong ? [name] : []
}

function definitionOf(draft: RuleDraft): RuleDefinition {
  const scope = scopeOf(draft)
  const limits = {
    ...(draft.min === null ? {} : { min: draft.min }),
    ...(draft.max === null ? {} : { max: draft.max }),
  }
  const { kind } = draft
  switch (kind) {
    case 'working_days_in_a_row':
    case 'days_off_in_a_row':
    case 'weekends_worked':
      return { kind, for: scope, ...limits }
    case 'shifts_of_kind':
      return { kind, for: scope, shapes: [...draft.shapes], per: draft.per, ...limits }
    case 'forbidden_succession':
      return { kind, for: scope, first: [...draft.first], next: [...draft.next] }
    case 'start_spread':
      return { kind, for: scope, maxMin: draft.maxMin }
    case 'rotation':
      return {
        kind,
        for: scope,
        cycle: draft.cycle.map((week) => [...week]),
        offsetWeeks: draft.offsetWeeks,
      }
    case 'works_with':
      return { kind, for: scope, otherId: draft.otherId, minOverlapMin: draft.minOverlapMin }
    case 'people_on_shift':
      return { kind, for: scope, ...windowOf(draft), ...limits }
  }
}

function scopeOf({ operatorIds, contracts, sites, queueIds }: RuleDraft): RuleDefinition['for'] {
  return {
    ...(operatorIds.length === 0 ? {} : { operatorIds: [...operatorIds] }),
    ...(contracts.length === 0 ? {} : { contracts: [...contracts] }),
    ...(sites.length === 0 ? {} : { sites: [...sites] }),
    ...(queueIds.length === 0 ? {} : { queueIds: [...queueIds] }),
  }
}

function windowOf({ from, to, minOverlapMin, weekdays, isOffice }: RuleDraft) {
  return {
    fromMin: minutesOfClock(from),
    toMin: minutesOfClock(to),
    minOverlapMin,
    ...(weekdays.length === 7 || weekdays.length === 0
      ? {}
      : { weekdays: weekdays.toSorted((a, b) => a - b) }),
    ...(isOffice ? { place: 'office' as const } : {}),
  }
}
