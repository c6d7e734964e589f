const DAY_MS = 86_400_000

/** A date some days later: `2026-12-31` and 1 give `2027-01-01`. */
export function addDate(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10)
}
