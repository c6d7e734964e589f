import type { CellColumn } from '../cell-readers.ts'
import type { RowProblemCode } from '../import-problem.ts'
import type { IntervalStart } from '../interval-start.ts'
import type { RowProblems } from '../row-problems.ts'
import type { DraftRow } from './template.ts'

/** Writes the start into the draft, or reports why there is none. */
export function putStart(
  draft: DraftRow,
  start: IntervalStart | RowProblemCode,
  cell: { readonly column: CellColumn; readonly text: string; readonly problems: RowProblems },
): void {
  if (typeof start === 'object') {
    draft.start = start
    return
  }
  draft.start = null
  const { column, text, problems } = cell
  problems.report(text.trim() === '' ? 'value-missing' : start, column.name, { text })
}
