import type { CellColumn } from '../cell-readers.ts'

/** The columns of a file, found by their normalised headers. */
export interface FileColumns {
  /** Number of columns that a row must have. */
  readonly width: number
  /** The column, or null when the file has none of that name. */
  find(header: string): CellColumn | null
  /** A column that recognition has already made sure of. */
  get(header: string): CellColumn
  readonly all: readonly CellColumn[]
}

/**
 * A header as templates name it: lower case, words joined by underscores, and no unit in brackets
 * behind it, so that `Total Handle Time (Seconds)` is `total_handle_time`.
 */
export function normaliseHeader(header: string): string {
  return header
    .trim()
    .toLowerCase()
    .replace(/\s*\([^)]*\)$/, '')
    .replace(/[\s-]+/g, '_')
}

/** Finds columns by header. A repeated header is found at its first place. */
export function fileColumns(headers: readonly string[]): FileColumns {
  const all = headers.map((name, index) => ({ index, name: name.trim() }))
  const byHeader = new Map<string, CellColumn>()
  for (const column of all) {
    const header = normaliseHeader(column.name)
    if (!byHeader.has(header)) byHeader.set(header, column)
  }
  const find = (header: string): CellColumn | null => byHeader.get(header) ?? null
  return {
    width: headers.length,
    all,
    find,
    get(header) {
      const column = find(header)
      if (column === null) throw new RangeError(`column must be in the file, got ${header}`)
      return column
    },
  }
}
