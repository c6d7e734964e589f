import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual'

/**
 * The rows to draw: those in view, and the one that has the focus wherever it is. A row that is
 * taken out of the page takes the focus with it, and the next key would go nowhere.
 */
export function rowsWithFocus(range: Range, focusedRow: number): number[] {
  const rows = defaultRangeExtractor(range)
  if (rows.includes(focusedRow) || focusedRow >= range.count) return rows
  return [...rows, focusedRow].toSorted((a, b) => a - b)
}
