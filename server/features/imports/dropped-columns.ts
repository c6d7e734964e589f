import type { CellColumn } from './cell-readers.ts'
import { shownValue } from './shown-value.ts'

/** A column that was left out, and how many of its cells held something. */
export interface DroppedColumn {
  readonly column: string
  readonly values: number
}

/**
 * Counts what is left out. Kezek keeps the columns that it knows and nothing else: an unknown one
 * may hold clients' names or numbers, which are never stored (order № 443/НҚ, points 11 and 33).
 */
export class DroppedColumns {
  readonly #columns: readonly CellColumn[]
  readonly #counts: number[]

  constructor(columns: readonly CellColumn[]) {
    this.#columns = columns
    this.#counts = columns.map(() => 0)
  }

  count(fields: readonly string[]): void {
    for (let at = 0; at < this.#columns.length; at++) {
      const column = this.#columns[at] as CellColumn
      if ((fields[column.index] ?? '') !== '') this.#counts[at] = (this.#counts[at] as number) + 1
    }
  }

  get list(): readonly DroppedColumn[] {
    return this.#columns.map(({ name }, at) => ({
      column: headerName(name),
      values: this.#counts[at] as number,
    }))
  }
}

/** A header is a name that people gave a column; with many digits in it, it is perhaps a value. */
function headerName(name: string): string {
  return (name.match(/\d/g) ?? []).length > 4 ? shownValue(name) : name.slice(0, 60)
}
