import type { RefusedRow } from './import-report-model.ts'

/**
 * The refused rows as a file for a spreadsheet: UTF-8 with a byte order mark, which Excel needs to
 * read Cyrillic, semicolons where the reader's decimal sign is a comma.
 *
 * @param headers names of the three columns in the reader's language
 */
export function refusedCsv(
  rows: readonly RefusedRow[],
  headers: readonly [row: string, column: string, reason: string],
  delimiter: ';' | ',',
): string {
  const lines = rows.map(({ row, column, reason }) => [
    row === null ? '' : String(row),
    column ?? '',
    reason,
  ])
  const cells = [headers, ...lines].map((line) =>
    line.map((text) => cell(text, delimiter)).join(delimiter),
  )
  return `\uFEFF${cells.join('\r\n')}\r\n`
}

/** Quoted where it must be (RFC 4180); what begins like a formula gets an apostrophe. */
function cell(text: string, delimiter: string): string {
  const safe = /^[=+@-]/u.test(text) ? `'${text}` : text
  return /["\r\n]/u.test(safe) || safe.includes(delimiter)
    ? `"${safe.replaceAll('"', '""')}"`
    : safe
}
