import type { LabourRule, RuleFigure } from './use-labour-rules.ts'

/** What stands in a field: a number, or what is not one yet. */
type Typed = number | string

/** Figures of a house rule as they are being written, in the unit of their field. */
export interface HouseRuleDraft {
  readonly figures: Readonly<Record<string, Typed>>
  readonly validFrom: string
  readonly reason: string
}

export type HouseRuleFault = 'validFrom' | 'reason' | { readonly figure: string }

type ReadHouseRule =
  | { readonly kind: 'ready'; readonly figures: Record<string, number> }
  | { readonly kind: 'refused'; readonly faults: readonly HouseRuleFault[] }

/** Minutes of a unit as a field shows it. */
function minutesOf(unit: RuleFigure['unit']): number {
  return unit === 'hours' ? 60 : 1
}

/** Stored figures as the fields show them: hours where a figure is told in hours. */
export function draftFigures(
  { figures }: Pick<LabourRule, 'figures'>,
  stored: Readonly<Record<string, number>>,
): HouseRuleDraft['figures'] {
  return Object.fromEntries(
    figures.map(({ name, unit }) => [name, (stored[name] ?? 0) / minutesOf(unit)]),
  )
}

/** The draft as the API takes it, or what cannot be read. What the law says of it, the service knows. */
export function readHouseRule(
  { figures: kinds }: Pick<LabourRule, 'figures'>,
  { figures, validFrom, reason }: HouseRuleDraft,
): ReadHouseRule {
  const read = kinds.map(({ name, unit }): [string, number] => {
    const typed = figures[name] ?? ''
    const value = typed === '' ? Number.NaN : Number(typed) * minutesOf(unit)
    return [name, unit === 'hours' ? Math.round(value) : value]
  })
  const faults: HouseRuleFault[] = read
    .filter(([, value]) => !Number.isInteger(value) || value < 0)
    .map(([figure]) => ({ figure }))
  if (validFrom === '') faults.push('validFrom')
  if (reason.trim() === '') faults.push('reason')
  if (faults.length > 0) return { kind: 'refused', faults }
  return { kind: 'ready', figures: Object.fromEntries(read) }
}
