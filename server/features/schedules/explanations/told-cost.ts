import type { ScoreTerms } from '#forecasting/scheduling/score.ts'

/** Three minutes of one person: less tells nothing. */
export const TELLING = 0.05

/** What a price is the sum of, the weightiest first, without what tells nothing. */
export function toldTerms(
  terms: Partial<ScoreTerms>,
): { readonly term: string; readonly change: number }[] {
  return Object.entries(terms)
    .map(([term, change]) => ({ term, change: hundredths(change) }))
    .filter(({ change }) => Math.abs(change) >= TELLING)
    .toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change))
}

export const hundredths = (value: number): number => Math.round(value * 100) / 100
