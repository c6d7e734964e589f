import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'

import type { PersonRow } from './read-people.ts'

/** A person as the centre has them now, as far as a file can speak of them. */
export type KnownPerson = Required<Omit<PersonRow, 'row' | 'contractFrom'>> & {
  readonly id: OperatorId
}

export interface PeopleChanges {
  readonly added: readonly PersonRow[]
  readonly changed: readonly PersonRow[]
  readonly unchanged: number
  /** Contracts that begin after the day of hiring. */
  readonly contracts: readonly {
    readonly personnelNumber: string
    readonly contractCode: string
    readonly fromDate: LocalDate
  }[]
  /** Spans of work that a later hiring puts into the past. */
  readonly ended: readonly {
    readonly operatorId: OperatorId
    readonly hiredOn: LocalDate
    readonly leftOn: LocalDate
  }[]
}

const COMPARED = [
  'fullName',
  'siteCode',
  'hiredOn',
  'leftOn',
  'teamCode',
  'kind',
  'takesContacts',
  'position',
  'workplace',
  'secondJobMinutes',
] as const satisfies readonly (keyof PersonRow & keyof KnownPerson)[]

/**
 * What a file of people changes. A contract that differs from the one in force begins on the day
 * that the file names, and today where it names none.
 */
export function peopleChanges(
  rows: readonly PersonRow[],
  known: ReadonlyMap<string, KnownPerson>,
  today: LocalDate,
): PeopleChanges {
  const added: PersonRow[] = []
  const changed: PersonRow[] = []
  const contracts: PeopleChanges['contracts'][number][] = []
  const ended: PeopleChanges['ended'][number][] = []
  for (const given of rows) {
    const before = known.get(given.personnelNumber)
    const row = rehired(given, before)
    const fromDate = contractStart(row, before, today)
    if (fromDate !== null) {
      contracts.push({
        personnelNumber: row.personnelNumber,
        contractCode: row.contractCode,
        fromDate,
      })
    }
    if (before === undefined) added.push(row)
    else if (fromDate !== null || differs(row, before)) changed.push(row)
    const end = endedSpan(row, before)
    if (end !== undefined) ended.push(end)
  }
  return {
    added,
    changed,
    contracts,
    ended,
    unchanged: rows.length - added.length - changed.length,
  }
}

/** Hired after the day of leaving, and no other day of leaving is named: at work again. */
function rehired(row: PersonRow, before: KnownPerson | undefined): PersonRow {
  const isAgain = endedSpan(row, before) !== undefined
  return isAgain && row.leftOn === undefined ? { ...row, leftOn: null } : row
}

function endedSpan(
  row: PersonRow,
  before: KnownPerson | undefined,
): PeopleChanges['ended'][number] | undefined {
  const leftOn = before?.leftOn ?? null
  if (before === undefined || leftOn === null || row.hiredOn <= leftOn) return undefined
  return { operatorId: before.id, hiredOn: before.hiredOn, leftOn }
}

/** The day from which the contract of a row is another one than before; null: it is not. */
function contractStart(
  row: PersonRow,
  before: KnownPerson | undefined,
  today: LocalDate,
): LocalDate | null {
  if (before === undefined || before.contractCode === row.contractCode) return null
  const named = row.contractFrom ?? today
  return named < row.hiredOn ? row.hiredOn : named
}

function differs(row: PersonRow, before: KnownPerson): boolean {
  return COMPARED.some((key) => row[key] !== undefined && row[key] !== before[key])
}
