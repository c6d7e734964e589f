import type { CellColumn } from '../cell-readers.ts'
import type { RowProblems } from '../row-problems.ts'

/** Lengths that divide an hour and a day evenly, so that a grid of them can be laid. */
const INTERVAL_LENGTHS: ReadonlySet<number> = new Set([300, 600, 900, 1200, 1800, 3600])

/** Reads an interval's length; 0 when it is missing or not one of the lengths above. */
export function readIntervalLength(
  fields: readonly string[],
  column: CellColumn,
  { unitSeconds, problems }: { readonly unitSeconds: 1 | 60; readonly problems: RowProblems },
): number {
  const text = (fields[column.index] ?? '').trim()
  const seconds = /^\d{1,4}$/.test(text) ? Number(text) * unitSeconds : Number.NaN
  if (INTERVAL_LENGTHS.has(seconds)) return seconds
  problems.report(text === '' ? 'value-missing' : 'interval-length-unsupported', column.name, {
    text,
  })
  return 0
}
