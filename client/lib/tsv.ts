/** One column of a table as a spreadsheet gets it. */
export interface TsvColumn<Row> {
  readonly header: string
  /** Numbers are written with the reader's decimal sign; null is an empty cell. */
  readonly value: (row: Row) => string | number | null
}

/**
 * Tab-separated text that a spreadsheet pastes as cells.
 *
 * Decimals take the sign of the reader's language: a Russian Excel reads `12.5` as 12 May.
 * Numbers are not grouped and not rounded.
 *
 * @param decimalSign `,` or `.`
 */
export function toTsv<Row>(
  columns: readonly TsvColumn<Row>[],
  rows: readonly Row[],
  decimalSign: string,
): string {
  const lines = [columns.map((column) => textCell(column.header))]
  for (const row of rows) {
    lines.push(
      columns.map((column) => {
        const value = column.value(row)
        if (value === null) return ''
        if (typeof value === 'string') return textCell(value)
        return String(value).replace('.', decimalSign)
      }),
    )
  }
  return lines.map((cells) => cells.join('\t')).join('\n')
}

/** Text that begins like a formula gets an apostrophe: a pasted name must never be executed. */
function textCell(text: string): string {
  const oneLine = text.replaceAll(/[\t\r\n]+/gu, ' ')
  return /^[=+@-]/u.test(oneLine) ? `'${oneLine}` : oneLine
}
