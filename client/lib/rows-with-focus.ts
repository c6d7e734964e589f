import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual'

/**
 * The rows to draw: those in view, and those between which the focus travels, wherever they are. A
 * row that is taken out of the page takes the focus with it, and the next key would go nowhere.
 */
export function rowsWithFocus(range: Range, focusRows: readonly number[]): number[] {
  const rows = new Set(defaultRangeExtractor(range))
  for (const row of focusRows) if (row < range.count) rows.add(row)
  return [...rows].toSorted((a, b) => a - b)
}
