import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'
import type { Language } from '#server/platform/db/column-types.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { validUntil } from '../assessments/assessment-cycle.ts'
import { faultText } from './import-faults.ts'
import { type ImportTaken, refuseFaults, taken } from './import-outcome.ts'
import { keepEmployment } from './operators.queries.ts'
import { centreToday } from './operators.service.ts'
import { peopleChanges } from './people-changes.ts'
import {
  listStoredLevels,
  listStoredPeople,
  readHolders,
  writeContracts,
  writeLevels,
  writePeople,
} from './people-file.queries.ts'
import type { PeopleImportOutcome, PeopleImportQuery } from './people-file.schema.ts'
import { readCompetences } from './read-competences.ts'
import { type PersonRow, readPeople } from './read-people.ts'
import { writeSecondJobs } from './second-jobs.queries.ts'
import { TableRefused, type TableRow, readTable } from './table-file.ts'
import { readCodeIds } from './workplaces.queries.ts'

interface FileOrder extends PeopleImportQuery {
  readonly table: readonly TableRow[]
  readonly language: Language
}

/** @throws {ProblemError} `file-refused` if the bytes are no table */
export async function readUploadedTable(
  bytes: Buffer,
  language: Language,
): Promise<readonly TableRow[]> {
  try {
    return await readTable(bytes)
  } catch (error) {
    if (!(error instanceof TableRefused)) throw error
    const detail = faultText({ row: null, column: null, code: error.code }, language)
    throw new ProblemError('file-refused', { detail })
  }
}

/**
 * Tries a file of people or of competences, or stores it, whole or not at all. A dry run answers with
 * everything that is wrong; storing a file with faults is refused unless its bad rows are to be
 * left out.
 *
 * @throws {ProblemError} `file-refused`, with the row and the column of every fault
 */
export async function importPeopleFile(
  db: Db,
  centerId: CenterId,
  order: FileOrder,
): Promise<PeopleImportOutcome> {
  const outcome =
    order.kind === 'people'
      ? await takePeople(db, centerId, order)
      : await takeCompetences(db, centerId, order)
  return {
    kind: order.kind,
    stored: !order.dryRun,
    ...outcome,
  }
}

async function takePeople(db: Db, centerId: CenterId, order: FileOrder): Promise<ImportTaken> {
  const codes = await readCodeIds(db)
  const today = await centreToday(db)
  const read = readPeople(order.table, codes)
  refuseFaults(read, order)
  const stored = await listStoredPeople(db, today)
  const changes = peopleChanges(read.rows, stored, today)
  if (!order.dryRun) {
    for (const { operatorId, hiredOn, leftOn } of changes.ended) {
      await keepEmployment(db, { centerId, operatorId, hiredOn, leftOn })
    }
    const rows = [...changes.added, ...changes.changed]
    await writePeople(db, centerId, { rows, stored, codes })
    await writeSecondJobs(db, centerId, otherHours(rows, stored), today)
    await writeContracts(
      db,
      centerId,
      changes.contracts.flatMap(({ personnelNumber, contractCode, fromDate }) => {
        const operatorId = stored.get(personnelNumber)?.id
        const contractId = codes.contracts.get(contractCode)
        return operatorId === undefined || contractId === undefined
          ? []
          : [{ operatorId, fromDate, contractId }]
      }),
    )
  }
  return taken(read, order.language, {
    added: changes.added.length,
    changed: changes.changed.length,
    unchanged: changes.unchanged,
  })
}

/** Of those for whom the file tells other hours of another job than are known. */
function otherHours(
  rows: readonly PersonRow[],
  stored: ReadonlyMap<string, Pick<PersonRow, 'secondJobMinutes'>>,
) {
  return rows.flatMap(({ personnelNumber, secondJobMinutes: minutesPerDay }) => {
    const before = stored.get(personnelNumber)?.secondJobMinutes ?? null
    const isOther = minutesPerDay !== undefined && minutesPerDay !== before
    return isOther ? [{ personnelNumber, minutesPerDay }] : []
  })
}

async function takeCompetences(db: Db, centerId: CenterId, order: FileOrder): Promise<ImportTaken> {
  const { people, competences, cycle } = await readHolders(db)
  const read = readCompetences(order.table, { people, competences, today: await centreToday(db) })
  refuseFaults(read, order)
  const before = new Map(
    (await listStoredLevels(db)).map((one) => [
      `${one.personnelNumber}\n${one.competenceCode}`,
      `${one.level} ${one.assessedOn} ${one.validUntil}`,
    ]),
  )
  const counts = { added: 0, changed: 0, unchanged: 0 }
  const levels = read.rows.flatMap((row) => {
    const until = row.validUntil ?? validUntil(row.assessedOn, cycle)
    const known = before.get(`${row.personnelNumber}\n${row.competenceCode}`)
    const isSame = known === `${row.level} ${row.assessedOn} ${until}`
    counts[known === undefined ? 'added' : isSame ? 'unchanged' : 'changed']++
    const { level, assessedOn } = row
    const operatorId = people.get(row.personnelNumber) as OperatorId
    const competenceId = competences.get(row.competenceCode) ?? ''
    return isSame ? [] : [{ operatorId, competenceId, level, assessedOn, validUntil: until }]
  })
  if (!order.dryRun) await writeLevels(db, centerId, levels)
  return taken(read, order.language, counts)
}
