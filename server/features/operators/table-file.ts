import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'

import { detectDelimiter } from '../imports/delimiter.ts'

/** One row of a table that somebody uploaded; `row` counts from 1, as a spreadsheet does. */
export interface TableRow {
  readonly row: number
  /** Trimmed; an empty cell is ''. A date reads `YYYY-MM-DD`. */
  readonly cells: readonly string[]
}

/** Why a file is no table. */
export class TableRefused extends Error {
  readonly code: 'not-a-table' | 'too-many-rows' | 'empty'
  constructor(code: TableRefused['code']) {
    super(code)
    this.code = code
  }
}

const TABLE_ROWS_MAX = 50_000
const ZIP_MARK = 'PK'

/**
 * Reads a CSV (comma, semicolon or tab; UTF-8 or windows-1251) or the first sheet of an XLSX
 * workbook, whichever the bytes are. Rows without a single filled cell are left out.
 *
 * @throws {TableRefused} if it is neither, has no rows, or more than `TABLE_ROWS_MAX`
 */
export async function readTable(bytes: Buffer): Promise<readonly TableRow[]> {
  const isWorkbook = bytes.subarray(0, 2).toString('latin1') === ZIP_MARK
  const all = isWorkbook ? await workbookRows(bytes) : csvRows(bytes)
  const rows = all.filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (rows.length === 0) throw new TableRefused('empty')
  if (rows.length > TABLE_ROWS_MAX) throw new TableRefused('too-many-rows')
  return rows
}

function csvRows(bytes: Buffer): TableRow[] {
  const text = decoded(bytes)
  const [firstLine = ''] = text.split('\n', 1)
  try {
    const records = parse(text, {
      bom: true,
      delimiter: detectDelimiter(firstLine),
      relax_column_count: true,
      trim: true,
    })
    return records.map((cells, at) => ({ row: at + 1, cells }))
  } catch {
    throw new TableRefused('not-a-table')
  }
}

/** UTF-8 where the bytes are that, else the code page that Excel writes Cyrillic in. */
function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1251').decode(bytes)
  }
}

async function workbookRows(bytes: Buffer): Promise<TableRow[]> {
  const workbook = new ExcelJS.Workbook()
  try {
    // The library's own type of a buffer is older than Node's.
    await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0])
  } catch {
    throw new TableRefused('not-a-table')
  }
  const [sheet] = workbook.worksheets
  const rows: TableRow[] = []
  sheet?.eachRow((line, row) => {
    const cells: string[] = []
    line.eachCell({ includeEmpty: true }, (cell, column) => {
      cells[column - 1] = cellText(cell.value)
    })
    rows.push({ row, cells: Array.from(cells, (cell: string | undefined) => cell ?? '') })
  })
  return rows
}

function cellText(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value !== 'object') return String(value).trim()
  if ('richText' in value)
    return value.richText
      .map(({ text }) => text)
      .join('')
      .trim()
  if ('text' in value) return String(value.text).trim()
  return 'result' in value ? cellText(value.result ?? null) : ''
}
