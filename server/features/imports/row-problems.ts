import type { ImportProblem, RowProblemCode } from './import-problem.ts'
import { shownValue } from './shown-value.ts'

/** More would not be read by anybody; the count goes on. */
const PROBLEMS_LISTED = 1_000

/** Gathers what is wrong with rows while a file streams past; holds the first thousand problems. */
export class RowProblems {
  readonly listed: ImportProblem[] = []
  count = 0
  badRows = 0
  /** Row now being read, the header being row 1. */
  row = 0
  #rowIsBad = false

  get rowIsBad(): boolean {
    return this.#rowIsBad
  }

  startRow(row: number): void {
    this.row = row
    this.#rowIsBad = false
  }

  /** Records a problem of the current row. `text` is the raw value: only its shape is kept. */
  report(
    code: RowProblemCode,
    column: string | null,
    details: { readonly text?: string; readonly params?: ImportProblem['params'] } = {},
  ): void {
    this.count++
    if (!this.#rowIsBad) this.badRows++
    this.#rowIsBad = true
    if (this.listed.length >= PROBLEMS_LISTED) return
    this.listed.push({
      code,
      row: this.row,
      column,
      value: details.text === undefined ? null : shownValue(details.text),
      params: details.params ?? {},
    })
  }
}
