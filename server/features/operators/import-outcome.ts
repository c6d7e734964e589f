import type { Language } from '#server/platform/db/column-types.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { faultText, type ImportFault } from './import-faults.ts'
import type { PeopleImportOutcome, PeopleImportQuery } from './people-file.schema.ts'
import type { ReadRows } from './read-people.ts'

const PROBLEMS_SHOWN = 1000

/** What came of a file, whatever it told of. */
export type ImportTaken = Omit<PeopleImportOutcome, 'kind' | 'stored'>

/**
 * A file with faults is not stored, unless its bad rows are to be left out and its header is right.
 *
 * @throws {ProblemError} `file-refused`, with the row and the column of every fault
 */
export function refuseFaults(
  { faults, titles }: ReadRows<unknown>,
  order: Pick<PeopleImportQuery, 'dryRun' | 'onBadRow'> & { readonly language: Language },
): void {
  const stops = faults.filter(({ code }) => order.onBadRow === 'refuse-file' || isOfHeader(code))
  if (order.dryRun || stops.length === 0) return
  throw new ProblemError('file-refused', {
    errors: stops.slice(0, PROBLEMS_SHOWN).map((fault) => ({
      pointer: [fault.row, titleOf(fault, titles)].filter((part) => part !== null).join(', '),
      detail: faultText(fault, order.language),
    })),
  })
}

/** A column as the file calls it; by its key where the file has none such. */
function titleOf({ column }: ImportFault, titles: ReadonlyMap<string, string>): string | null {
  return column === null ? null : (titles.get(column) ?? column)
}

function isOfHeader(code: ImportFault['code']): boolean {
  return code === 'column-missing' || code === 'iin-column'
}

/** What the sender of a file reads: counts, and what is wrong in their language. */
export function taken(
  read: ReadRows<unknown>,
  language: Language,
  counts: { readonly added: number; readonly changed: number; readonly unchanged: number },
): ImportTaken {
  return {
    ...counts,
    rowsRead: read.rowsRead,
    rowsRefused: read.rowsRead - read.rows.length,
    ignoredColumns: [...read.ignored],
    canSkipRows: !read.faults.some(({ code }) => isOfHeader(code)),
    problemCount: read.faults.length,
    problems: read.faults.slice(0, PROBLEMS_SHOWN).map((fault) => ({
      row: fault.row,
      column: fault.column,
      title: titleOf(fault, read.titles),
      text: faultText(fault, language),
    })),
  }
}
