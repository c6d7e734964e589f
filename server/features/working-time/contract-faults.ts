import { ruleFigure } from '../schedules/problem/rule-figures.ts'
import { isWeekBound } from '../schedules/problem/week-norms.ts'
import type { ShiftShape, TermsChange } from './working-time.schema.ts'

/** What the law and the rules of the house leave to a contract. */
export interface LawFigures {
  /** Labour Code, art. 71(4), 73-1 and the longest shift that art. 83 leaves. */
  readonly dayMaxPaidMinutes: number
  readonly slidingDayMaxPaidMinutes: number
  readonly shiftMaxMinutes: number
  /** Art. 68(1). */
  readonly weekMaxPaidMinutes: number
  /** Art. 78(2): of a month. */
  readonly overtimeMonthMinutes: number
  /** Art. 83. */
  readonly minRestMinutes: number
  /** Rules of the house, which the order of inner work sets. */
  readonly weeklyRestMinutes: number
  readonly maxConsecutiveDays: number
  readonly maxConsecutiveNights: number
}

interface LabourRule {
  readonly code: string
  readonly parameters: Readonly<Record<string, number>>
}

/** The figures of the rule set that a contract is held against. */
export function lawFiguresOf(rules: readonly LabourRule[]): LawFigures {
  const figure = (code: string, name: string, fallback: number): number =>
    ruleFigure({ rules }, code, name, fallback)
  return {
    dayMaxPaidMinutes: figure('daily_norm', 'maxPaidMinutesPerDay', 480),
    slidingDayMaxPaidMinutes: figure('sliding', 'maxPaidMinutesPerDay', 660),
    shiftMaxMinutes: figure('max_shift', 'maxSpanMinutes', 720),
    weekMaxPaidMinutes: figure('weekly_norm', 'maxPaidMinutesPerWeek', 2400),
    overtimeMonthMinutes: figure('overtime_month', 'maxMinutesPerMonth', 720),
    minRestMinutes: figure('inter_shift_rest', 'minRestMinutes', 720),
    weeklyRestMinutes: figure('house_weekly_rest', 'minRestMinutes', 2520),
    maxConsecutiveDays: figure('house_consecutive_days', 'maxDays', 6),
    maxConsecutiveNights: figure('house_consecutive_nights', 'maxNights', 4),
  }
}

/** Art. 108: work above the norm is paid one and a half times at least. */
const OVERTIME_MULTIPLIER_MIN = 1.5

export type ContractFaultCode =
  | 'accounting_above_law'
  | 'day_above_law'
  | 'week_above_law'
  | 'overtime_above_law'
  | 'target_above_most'
  | 'rest_below_law'
  | 'weekly_rest_below_rule'
  | 'days_above_rule'
  | 'nights_above_rule'
  | 'overtime_pay_below_law'
  | 'shape_unknown'
  | 'shape_above_day'
  | 'split_not_agreed'

/** A term that the law, a rule of the house or another term does not allow. */
export interface ContractFault {
  readonly field: keyof TermsChange
  readonly code: ContractFaultCode
  readonly values: Readonly<Record<string, string | number>>
}

interface KnownShape {
  readonly paidMinutes: number
  /** In two parts, with a gap between them. */
  readonly isSplit: boolean
}

/** What contracts are held against of a centre's kinds of shift, by code. */
export function knownShapes(
  shapes: readonly Pick<ShiftShape, 'code' | 'paidMinutes' | 'breaks'>[],
): ReadonlyMap<string, KnownShape> {
  return new Map(
    shapes.map(({ code, paidMinutes, breaks }) => [
      code,
      { paidMinutes, isSplit: breaks.some(({ kind }) => kind === 'gap') },
    ]),
  )
}

/**
 * Everything in a contract's terms that may not stand.
 *
 * Overtime is bounded by the month, so that the week's most may lie above the norm by it where hours are
 * reckoned by the week; under shifts, summarised, sliding and flexible time a week may be longer, and the
 * norm is kept over the accounting period (art. 73 to 75).
 *
 * @param shapes of the centre, by code: what is paid of them, and whether they are in two parts
 */
export function contractFaults(
  terms: TermsChange,
  shapes: ReadonlyMap<string, KnownShape>,
  law: LawFigures,
): ContractFault[] {
  const faults: ContractFault[] = []
  const above = (field: keyof TermsChange, code: ContractFaultCode, most: number): void => {
    const given = terms[field] as number
    if (given > most) faults.push({ field, code, values: { given, most } })
  }
  const below = (field: keyof TermsChange, code: ContractFaultCode, least: number): void => {
    const given = terms[field] as number
    if (given < least) faults.push({ field, code, values: { given, least } })
  }
  above('accountingMonths', 'accounting_above_law', accountingMost(terms.regime))
  above('dayMaxPaidMinutes', 'day_above_law', dayMost(terms.regime, law))
  above('weekTargetPaidMinutes', 'week_above_law', law.weekMaxPaidMinutes)
  above('weekTargetPaidMinutes', 'target_above_most', terms.weekMaxPaidMinutes)
  if (isWeekBound(terms)) {
    const most = law.weekMaxPaidMinutes + law.overtimeMonthMinutes
    above('weekMaxPaidMinutes', 'overtime_above_law', most)
  }
  below('minRestMinutes', 'rest_below_law', law.minRestMinutes)
  below('weeklyRestMinutes', 'weekly_rest_below_rule', law.weeklyRestMinutes)
  above('maxConsecutiveDays', 'days_above_rule', law.maxConsecutiveDays)
  above('maxConsecutiveNights', 'nights_above_rule', law.maxConsecutiveNights)
  below('overtimeMultiplier', 'overtime_pay_below_law', OVERTIME_MULTIPLIER_MIN)
  return [
    ...faults,
    ...terms.shapes.flatMap((shape) => shapeFaults(shape, terms, shapes.get(shape))),
  ]
}

function dayMost(regime: TermsChange['regime'], law: LawFigures): number {
  if (isWeekBound({ regime })) return law.dayMaxPaidMinutes
  return regime === 'sliding' ? law.slidingDayMaxPaidMinutes : law.shiftMaxMinutes
}

/** Months: art. 73-1, 74 and 75. */
function accountingMost(regime: TermsChange['regime']): number {
  if (regime === 'sliding') return 3
  return regime === 'flexible' ? 6 : 12
}

function shapeFaults(
  shape: string,
  { dayMaxPaidMinutes, splitShifts }: TermsChange,
  known: KnownShape | undefined,
): ContractFault[] {
  if (known === undefined) return [{ field: 'shapes', code: 'shape_unknown', values: { shape } }]
  const { paidMinutes, isSplit } = known
  const isLong = paidMinutes > dayMaxPaidMinutes
  const values = { shape, given: paidMinutes, most: dayMaxPaidMinutes }
  return [
    ...(isLong ? [{ field: 'shapes', code: 'shape_above_day', values } as const] : []),
    ...(isSplit && splitShifts !== true
      ? [{ field: 'shapes', code: 'split_not_agreed', values: { shape } } as const]
      : []),
  ]
}
