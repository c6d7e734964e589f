export interface CellPosition {
  readonly row: number
  readonly column: number
}

export interface TableSize {
  readonly rows: number
  readonly columns: number
}

const PAGE_ROWS = 12

/** Where a key leads from a cell; null when the key does not move. Stays inside the table. */
export function cellAfterKey(
  { row, column }: CellPosition,
  key: string,
  { rows, columns }: TableSize,
): CellPosition | null {
  const targets: Readonly<Record<string, CellPosition>> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    PageUp: { row: row - PAGE_ROWS, column },
    PageDown: { row: row + PAGE_ROWS, column },
    Home: { row, column: 0 },
    End: { row, column: columns - 1 },
  }
  const target = targets[key]
  if (target === undefined) return null
  return {
    row: Math.min(Math.max(target.row, 0), rows - 1),
    column: Math.min(Math.max(target.column, 0), columns - 1),
  }
}
