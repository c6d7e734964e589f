import type { LocalDate } from '#forecasting/kernel/calendar.ts'

import { isIin } from './iin.ts'
import { findColumns, PEOPLE_COLUMNS, type PeopleKey } from './import-columns.ts'
import type { ImportFault } from './import-faults.ts'
import { RowCells } from './row-cells.ts'
import type { TableRow } from './table-file.ts'

/** A person as a file tells of them; what is undefined the file does not speak of. */
export interface PersonRow {
  readonly row: number
  readonly personnelNumber: string
  readonly fullName: string
  readonly siteCode: string
  readonly contractCode: string
  readonly hiredOn: LocalDate
  readonly contractFrom?: LocalDate | null
  readonly leftOn?: LocalDate | null
  readonly teamCode?: string | null
  readonly kind?: 'staff' | 'non_staff'
  readonly takesContacts?: boolean
  readonly position?: string | null
  readonly workplace?: 'office' | 'remote'
  /** A day, elsewhere; null for none. */
  readonly secondJobMinutes?: number | null
}

export interface ReadRows<Row> {
  readonly rows: readonly Row[]
  readonly faults: readonly ImportFault[]
  /** What the file calls the columns that were read, by key. */
  readonly titles: ReadonlyMap<string, string>
  /** Headers of columns that were not read. */
  readonly ignored: readonly string[]
  readonly rowsRead: number
}

export interface KnownCodes {
  readonly sites: ReadonlyMap<string, string>
  readonly teams: ReadonlyMap<string, string>
  readonly contracts: ReadonlyMap<string, string>
}

const TEXT_MAX = 200
const NUMBER_MAX = 40

/** The words of exports first, then what people write. */
const KIND_WORDS = [
  { value: 'staff', says: ['staff', 'штат', 'штатный', 'да', 'иә', 'yes', '1'] },
  {
    value: 'non_staff',
    says: ['non_staff', 'вне штата', 'внештатный', 'штаттан тыс', 'нет', 'жоқ', 'no', '0'],
  },
] as const
const YES_NO_WORDS = [
  { value: true, says: ['yes', 'да', 'иә', '1', 'true'] },
  { value: false, says: ['no', 'нет', 'жоқ', '0', 'false'] },
] as const
const WORKPLACE_WORDS = [
  { value: 'office', says: ['office', 'офис', 'кеңсе', 'в офисе'] },
  { value: 'remote', says: ['remote', 'удалённо', 'удаленно', 'дистанционно', 'қашықтан'] },
] as const

/** Reads a file of people, whole: every fault of every row is named. */
export function readPeople(table: readonly TableRow[], known: KnownCodes): ReadRows<PersonRow> {
  const [header, ...lines] = table
  const found = findColumns(PEOPLE_COLUMNS, header?.cells ?? [])
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
  const rows: PersonRow[] = []
  const faults: ImportFault[] = []
  for (const line of lines) {
    const cells = new RowCells(line, found.at)
    const person = readPerson(cells, known)
    const number = cells.raw('personnel_number')
    const first = seen.get(number)
    if (first !== undefined) cells.fault('personnel_number', 'repeated', { first })
    else if (number !== '') seen.set(number, line.row)
    faults.push(...cells.faults)
    if (person !== undefined && cells.faults.length === 0) rows.push(person)
  }
  return { rows, faults, titles: found.titles, ignored: found.ignored, rowsRead: lines.length }
}

/** What is wrong with a header: nothing of the file can be read before it is mended. */
export function columnFaults(
  found: { readonly missing: readonly string[]; readonly forbidden: readonly string[] },
  row: number,
): ImportFault[] {
  return [
    ...found.missing.map((column) => ({
      row,
      column,
      code: 'column-missing' as const,
      values: { column },
    })),
    ...found.forbidden.map((column) => ({
      row,
      column,
      code: 'iin-column' as const,
      values: { column },
    })),
  ]
}

function readPerson(cells: RowCells<PeopleKey>, known: KnownCodes): PersonRow | undefined {
  const required = readRequired(cells, known)
  const optional = readOptional(cells, known)
  if (required === undefined) return undefined
  for (const [key, date] of [
    ['left_on', optional.leftOn],
    ['contract_from', optional.contractFrom],
  ] as const) {
    if (isBefore(date, required.hiredOn)) cells.fault(key, 'dates-disordered')
  }
  return { row: cells.row, ...required, ...optional }
}

type Required = Pick<
  PersonRow,
  'personnelNumber' | 'fullName' | 'siteCode' | 'contractCode' | 'hiredOn'
>

function readRequired(cells: RowCells<PeopleKey>, known: KnownCodes): Required | undefined {
  const personnelNumber = cells.text('personnel_number', NUMBER_MAX)
  if (personnelNumber !== undefined && isIin(personnelNumber)) {
    cells.fault('personnel_number', 'iin-value')
  }
  const fullName = cells.text('full_name', TEXT_MAX)
  const siteCode = cells.code('site', known.sites)
  const contractCode = cells.code('contract', known.contracts)
  const hiredOn = cells.date('hired_on')
  const isWhole =
    personnelNumber !== undefined &&
    fullName !== undefined &&
    siteCode !== undefined &&
    contractCode !== undefined &&
    hiredOn !== undefined
  return isWhole ? { personnelNumber, fullName, siteCode, contractCode, hiredOn } : undefined
}

function readOptional(cells: RowCells<PeopleKey>, known: KnownCodes): Partial<PersonRow> {
  const parts: Partial<PersonRow>[] = []
  const take = <Value>(key: PeopleKey, read: () => Value | undefined, name: keyof PersonRow) => {
    if (!cells.has(key)) return
    const value = read()
    if (value !== undefined) parts.push({ [name]: value })
  }
  /** An empty cell of a column with a few words leaves a person as they are. */
  const takeWord = <Value>(
    key: PeopleKey,
    words: Parameters<typeof cells.word<Value>>[1],
    name: keyof PersonRow,
  ) => {
    if (cells.raw(key) !== '') take(key, () => cells.word(key, words), name)
  }
  take('contract_from', () => cells.optionalDate('contract_from'), 'contractFrom')
  take('left_on', () => cells.optionalDate('left_on'), 'leftOn')
  take('team', () => cells.optionalCode('team', known.teams), 'teamCode')
  take('position', () => cells.optionalText('position', TEXT_MAX), 'position')
  take('second_job_hours', () => cells.optionalHours('second_job_hours'), 'secondJobMinutes')
  takeWord('kind', KIND_WORDS, 'kind')
  takeWord('takes_contacts', YES_NO_WORDS, 'takesContacts')
  takeWord('workplace', WORKPLACE_WORDS, 'workplace')
  return Object.assign({}, ...parts) as Partial<PersonRow>
}

function isBefore(date: LocalDate | null | undefined, other: LocalDate): boolean {
  return date !== undefined && date !== null && date < other
}
