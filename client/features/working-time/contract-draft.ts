import type { Locale } from '../../lib/i18n/catalogue.ts'
import { wholeName } from '../../lib/whole-name.ts'
import { isCode } from './code.ts'
import type { Typed } from './shape-draft.ts'
import type { NewTerms, Regime } from './use-working-time.ts'

/** Regimes of working time in the order of the Labour Code. */
export const REGIMES: readonly Regime[] = [
  'five_day',
  'six_day',
  'part_time',
  'shift',
  'summarised',
  'sliding',
  'flexible',
]

/** The figures of a contract in the order in which the form asks for them, with what the API takes, in their unit. */
export const FIGURES = {
  weekTargetPaidMinutes: { unit: 'hours', min: 0.25, max: 168 },
  weekMaxPaidMinutes: { unit: 'hours', min: 0.25, max: 168 },
  dayMaxPaidMinutes: { unit: 'hours', min: 0.25, max: 24 },
  minRestMinutes: { unit: 'hours', min: 0, max: 96 },
  weeklyRestMinutes: { unit: 'hours', min: 0, max: 120 },
  maxConsecutiveDays: { unit: 'count', min: 1, max: 14 },
  maxConsecutiveNights: { unit: 'count', min: 0, max: 14 },
  costPerHour: { unit: 'number', min: 0.01, max: 1000 },
  overtimeMultiplier: { unit: 'number', min: 1, max: 10 },
} as const
export type Figure = keyof typeof FIGURES
export const FIGURE_NAMES = Object.keys(FIGURES) as Figure[]

/** A contract as it is being written. */
export interface ContractDraft {
  readonly code: string
  readonly name: Readonly<Record<Locale, string>>
  readonly regime: Regime
  /** Over which the norm is kept, where hours are not bound to the week. */
  readonly accountingMonths: NewTerms['accountingMonths']
  /** Whether it provides for shifts in two parts. */
  readonly splitShifts: boolean
  readonly shapes: readonly string[]
  readonly figures: Readonly<Record<Figure, Typed>>
}

export type ContractFault = 'code' | 'name' | 'shapes' | Figure

export type ReadContract =
  | { readonly kind: 'ready'; readonly terms: NewTerms }
  | { readonly kind: 'refused'; readonly faults: readonly ContractFault[] }

/** Lengths of accounting periods that divide the year. */
export const ACCOUNTING_MONTHS = [1, 2, 3, 4, 6, 12] as const

/** Whether hours are owed week by week, so that nothing is balanced over a longer time. */
export function isWeekBound(regime: Regime): boolean {
  return regime === 'five_day' || regime === 'six_day' || regime === 'part_time'
}

/** The five-day week of the Labour Code. */
export const EMPTY_CONTRACT: ContractDraft = {
  code: '',
  name: { kk: '', ru: '', en: '' },
  regime: 'five_day',
  accountingMonths: 3,
  splitShifts: false,
  shapes: [],
  figures: {
    weekTargetPaidMinutes: 40,
    weekMaxPaidMinutes: 40,
    dayMaxPaidMinutes: 8,
    minRestMinutes: 12,
    weeklyRestMinutes: 42,
    maxConsecutiveDays: 5,
    maxConsecutiveNights: 4,
    costPerHour: 1,
    overtimeMultiplier: 1.5,
  },
}

/** What is stored, as it is written. */
export function contractDraftOf(terms: NewTerms): ContractDraft {
  const figures = FIGURE_NAMES.map((name) => [
    name,
    FIGURES[name].unit === 'hours' ? terms[name] / 60 : terms[name],
  ])
  return {
    code: terms.code,
    name: terms.name,
    regime: terms.regime,
    accountingMonths: terms.accountingMonths,
    splitShifts: terms.splitShifts ?? false,
    shapes: terms.shapes,
    figures: Object.fromEntries(figures) as ContractDraft['figures'],
  }
}

/** The draft as the API takes it, or what cannot be read. What the law says of it, the service knows. */
export function readContract(draft: ContractDraft): ReadContract {
  const { code, name, regime, accountingMonths, splitShifts, shapes, figures } = draft
  const whole = wholeName(name)
  const read = FIGURE_NAMES.map((figure) => [figure, readFigure(figure, figures[figure])] as const)
  const faults: ContractFault[] = [
    ...(isCode(code) ? [] : (['code'] as const)),
    ...(whole === null ? (['name'] as const) : []),
    ...(shapes.length === 0 ? (['shapes'] as const) : []),
    ...read.filter(([, value]) => Number.isNaN(value)).map(([figure]) => figure),
  ]
  if (faults.length > 0 || whole === null) return { kind: 'refused', faults }
  const numbers = Object.fromEntries(read) as Record<Figure, number>
  const kept = { regime, accountingMonths, splitShifts, shapes: [...shapes] }
  const terms = { code: code.trim(), name: whole, ...kept, ...numbers }
  return { kind: 'ready', terms }
}

function readFigure(figure: Figure, typed: Typed): number {
  const value = typed === '' ? Number.NaN : Number(typed)
  const { unit, min, max } = FIGURES[figure]
  if (!(value >= min && value <= max)) return Number.NaN
  if (unit === 'hours') return Math.round(value * 60)
  return unit === 'number' || Number.isInteger(value) ? value : Number.NaN
}
