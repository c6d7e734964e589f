import type { Db } from '#server/platform/db/scope.ts'
import type { Table } from '#server/platform/http/write-table.ts'

import { COMPETENCE_COLUMNS, PEOPLE_COLUMNS } from './import-columns.ts'
import { centreToday } from './operators.service.ts'
import { listStoredLevels, listStoredPeople } from './people-file.queries.ts'

/**
 * People or competences as a table that the import takes back as it is. Of an empty centre it is the
 * template to fill in.
 */
export async function exportTable(db: Db, kind: 'people' | 'competences'): Promise<Table> {
  if (kind === 'people') {
    const people = await listStoredPeople(db, await centreToday(db))
    const keys = PEOPLE_COLUMNS.map(({ key }) => key).filter((key) => key !== 'contract_from')
    return {
      name: kind,
      headers: keys,
      rows: [...people.values()].map((one) => [
        one.personnelNumber,
        one.fullName,
        one.siteCode,
        one.contractCode,
        one.hiredOn,
        one.leftOn,
        one.teamCode,
        one.kind,
        one.takesContacts ? 'yes' : 'no',
        one.position,
        one.workplace,
        one.secondJobMinutes === null ? null : one.secondJobMinutes / 60,
      ]),
    }
  }
  return {
    name: kind,
    headers: COMPETENCE_COLUMNS.map(({ key }) => key),
    rows: (await listStoredLevels(db)).map((one) => [
      one.personnelNumber,
      one.competenceCode,
      one.level,
      one.assessedOn,
      one.validUntil,
    ]),
  }
}
