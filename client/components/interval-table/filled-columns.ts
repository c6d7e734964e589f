import type { TableColumn } from './interval-table.tsx'

/** Leaves out the columns that would be empty from top to bottom. */
export function filledColumns<Row>(
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
): TableColumn<Row>[] {
  return columns.filter(({ value }) => rows.some((row) => value(row) !== null))
}
