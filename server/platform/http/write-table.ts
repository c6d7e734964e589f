import ExcelJS from 'exceljs'

export const TABLE_FORMATS = ['xlsx', 'csv'] as const
export type TableFormat = (typeof TABLE_FORMATS)[number]

export interface Table {
  readonly name: string
  readonly headers: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

export const TABLE_TYPES: Readonly<Record<TableFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

const WIDTH_MIN = 12
const WIDTH_MAX = 40

/** One table as a file. A CSV has a byte order mark and semicolons, as Excel under Russian wants it. */
export async function writeTable(table: Table, format: TableFormat): Promise<Buffer> {
  return format === 'csv' ? Buffer.from(csvText(table), 'utf8') : workbookOf(table)
}

async function workbookOf({ name, headers, rows }: Table): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.addRow([...headers]).font = { bold: true }
  for (const row of rows) sheet.addRow([...row])
  for (const [at, header] of headers.entries()) {
    const longest = rows.reduce(
      (most, row) => Math.max(most, String(row[at] ?? '').length),
      header.length,
    )
    sheet.getColumn(at + 1).width = Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, longest + 2))
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

function csvText({ headers, rows }: Table): string {
  const lines = [headers, ...rows].map((row) => row.map((cell) => csvCell(cell)).join(';'))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

/** Quoted where it must be (RFC 4180); what begins like a formula gets an apostrophe. */
function csvCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[=+@-]/u.test(value) ? `'${value}` : value
  return /[";\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
