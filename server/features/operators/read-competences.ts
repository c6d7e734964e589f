import type { LocalDate } from '#forecasting/kernel/calendar.ts'

import { COMPETENCE_COLUMNS, type CompetenceKey, findColumns } from './import-columns.ts'
import type { ImportFault } from './import-faults.ts'
import { columnFaults, type ReadRows } from './read-people.ts'
import { RowCells } from './row-cells.ts'
import type { TableRow } from './table-file.ts'

/** What somebody can do, as a file tells of it. */
export interface CompetenceRow {
  readonly row: number
  readonly personnelNumber: string
  readonly competenceCode: string
  readonly level: number
  readonly assessedOn: LocalDate
  /** Last day; null: as the centre's cycle says. */
  readonly validUntil: LocalDate | null
}

export interface KnownHolders {
  /** Ids by personnel number. */
  readonly people: ReadonlyMap<string, string>
  /** Ids by code. */
  readonly competences: ReadonlyMap<string, string>
  readonly today: LocalDate
}

/** Reads a file of competences, one row for a person and a competence; every fault is named. */
export function readCompetences(
  table: readonly TableRow[],
  known: KnownHolders,
): ReadRows<CompetenceRow> {
  const [header, ...lines] = table
  const found = findColumns(COMPETENCE_COLUMNS, header?.cells ?? [])
  const headerFaults = columnFaults(found, header?.row ?? 1)
  if (headerFaults.length > 0) {
    return {
      rows: [],
      faults: headerFaults,
      titles: found.titles,
      ignored: found.ignored,
      rowsRead: lines.length,
    }
  }
  const seen = new Map<string, number>()
  const rows: CompetenceRow[] = []
  const faults: ImportFault[] = []
  for (const line of lines) {
    const cells = new RowCells(line, found.at)
    const row = readRow(cells, known)
    if (row !== undefined) {
      const pair = `${row.personnelNumber}\n${row.competenceCode}`
      const first = seen.get(pair)
      if (first === undefined) seen.set(pair, line.row)
      else cells.fault('competence', 'repeated', { first })
    }
    faults.push(...cells.faults)
    if (row !== undefined && cells.faults.length === 0) rows.push(row)
  }
  return { rows, faults, titles: found.titles, ignored: found.ignored, rowsRead: lines.length }
}

function readRow(
  cells: RowCells<CompetenceKey>,
  { people, competences, today }: KnownHolders,
): CompetenceRow | undefined {
  const personnelNumber = cells.text('personnel_number', 40)
  if (personnelNumber !== undefined && !people.has(personnelNumber)) {
    cells.fault('personnel_number', 'person-unknown', { value: personnelNumber })
  }
  const competenceCode = cells.code('competence', competences)
  const level = readLevel(cells)
  const assessedOn = cells.date('assessed_on')
  const validUntil = cells.optionalDate('valid_until')
  if (assessedOn !== undefined && assessedOn > today) cells.fault('assessed_on', 'in-future')
  const isWhole =
    personnelNumber !== undefined &&
    competenceCode !== undefined &&
    level !== undefined &&
    assessedOn !== undefined &&
    validUntil !== undefined
  if (!isWhole) return undefined
  if (validUntil !== null && validUntil < assessedOn) cells.fault('valid_until', 'dates-disordered')
  return { row: cells.row, personnelNumber, competenceCode, level, assessedOn, validUntil }
}

function readLevel(cells: RowCells<CompetenceKey>): number | undefined {
  const value = cells.text('level', 40)
  if (value === undefined) return undefined
  return /^[0-5]$/.test(value) ? Number(value) : cells.fault('level', 'level-unreadable', { value })
}
