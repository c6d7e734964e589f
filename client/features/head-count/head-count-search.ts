/** What is supposed, in the address: what is left out is as learned, or as usual. */
export interface HeadCountSearch {
  readonly growthPercent?: number
  readonly attritionPercent?: number
  readonly hiringMonths?: number
  readonly trainingMonths?: number
  /** The competence that is shown, as `code level`; absent: everybody. */
  readonly skill?: string
}

export const LIMITS = {
  growthPercent: [-50, 100],
  attritionPercent: [0, 90],
  hiringMonths: [0, 12],
  trainingMonths: [0, 12],
} as const
export type Assumption = keyof typeof LIMITS
export const ASSUMPTIONS: readonly Assumption[] = [
  'growthPercent',
  'attritionPercent',
  'hiringMonths',
  'trainingMonths',
]

export function readHeadCountSearch(search: Readonly<Record<string, unknown>>): HeadCountSearch {
  const numbers = ASSUMPTIONS.flatMap((key) => {
    const value = search[key]
    const [min, max] = LIMITS[key]
    return typeof value === 'number' && value >= min && value <= max ? [[key, value] as const] : []
  })
  const { skill } = search
  return {
    ...(Object.fromEntries(numbers) as HeadCountSearch),
    ...(typeof skill === 'string' && skill !== '' ? { skill } : {}),
  }
}
