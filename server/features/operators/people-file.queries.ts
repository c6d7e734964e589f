import { sql } from 'kysely'

import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'
import { inChunks } from '#server/platform/db/in-chunks.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { PersonRow } from './read-people.ts'
import type { CodeIds } from './workplaces.queries.ts'

/** A person as the centre knows them now, in the terms of a file. */
export interface StoredPerson extends Required<
  Omit<PersonRow, 'row' | 'contractFrom' | 'contractCode'>
> {
  readonly id: OperatorId
  /** In force today, or from the day of hiring when that is to come. */
  readonly contractCode: string
}

export async function listStoredPeople(
  db: Db,
  today: LocalDate,
): Promise<ReadonlyMap<string, StoredPerson>> {
  const rows = await db
    .selectFrom('operator')
    .innerJoin('site', 'site.id', 'operator.site_id')
    .leftJoin('team', 'team.id', 'operator.team_id')
    .selectAll('operator')
    .select(['site.code as site_code', 'team.code as team_code'])
    .select(
      sql<string>`(select contract.code from contract where contract.id = coalesce(
        (select later.contract_id from operator_contract as later
          where later.operator_id = operator.id and later.from_date <= ${today}
          order by later.from_date desc limit 1),
        operator.contract_id))`.as('contract_code'),
    )
    .select(
      sql<number | null>`(select sum(minutes_per_day)::integer from second_job
        where second_job.operator_id = operator.id and from_date <= ${today}
          and (to_date is null or to_date >= ${today}))`.as('second_job_minutes'),
    )
    .orderBy('operator.personnel_number')
    .execute()
  return new Map(
    rows.map((row) => [
      row.personnel_number,
      {
        id: row.id,
        personnelNumber: row.personnel_number,
        fullName: row.full_name,
        siteCode: row.site_code,
        contractCode: row.contract_code,
        hiredOn: row.hired_on as LocalDate,
        leftOn: row.left_on as LocalDate | null,
        teamCode: row.team_code,
        kind: row.kind,
        takesContacts: row.takes_contacts,
        position: row.position,
        workplace: row.workplace,
        secondJobMinutes: row.second_job_minutes,
      },
    ]),
  )
}

/** Makes people, or changes those who are there; what a row does not speak of stays as it is. */
export async function writePeople(
  db: Db,
  centerId: CenterId,
  parts: {
    readonly rows: readonly PersonRow[]
    readonly stored: ReadonlyMap<string, StoredPerson>
    readonly codes: CodeIds
  },
): Promise<void> {
  const values = parts.rows.map((row) => ({ center_id: centerId, ...columnsOf(row, parts) }))
  for await (const chunk of inChunks(values)) {
    await db
      .insertInto('operator')
      .values(chunk)
      .onConflict((on) =>
        on.columns(['center_id', 'personnel_number']).doUpdateSet((column) => ({
          full_name: column.ref('excluded.full_name'),
          site_id: column.ref('excluded.site_id'),
          hired_on: column.ref('excluded.hired_on'),
          left_on: column.ref('excluded.left_on'),
          team_id: column.ref('excluded.team_id'),
          kind: column.ref('excluded.kind'),
          takes_contacts: column.ref('excluded.takes_contacts'),
          position: column.ref('excluded.position'),
          workplace: column.ref('excluded.workplace'),
        })),
      )
      .execute()
  }
}

/** What a row does not speak of is taken from what is there, or begins as most people do. */
function columnsOf(
  row: PersonRow,
  {
    stored,
    codes,
  }: { readonly stored: ReadonlyMap<string, StoredPerson>; readonly codes: CodeIds },
) {
  const before: Pick<
    StoredPerson,
    'leftOn' | 'teamCode' | 'kind' | 'takesContacts' | 'position' | 'workplace'
  > = stored.get(row.personnelNumber) ?? NEWCOMER
  const { leftOn, teamCode, kind, takesContacts, position, workplace } = { ...before, ...row }
  return {
    personnel_number: row.personnelNumber,
    full_name: row.fullName,
    site_id: codes.sites.get(row.siteCode) ?? '',
    contract_id: codes.contracts.get(row.contractCode) ?? '',
    hired_on: row.hiredOn as string,
    left_on: leftOn as string | null,
    team_id: teamCode === null ? null : (codes.teams.get(teamCode) ?? null),
    kind,
    takes_contacts: takesContacts,
    position,
    workplace,
  }
}

const NEWCOMER = {
  leftOn: null,
  teamCode: null,
  kind: 'staff',
  takesContacts: true,
  position: null,
  workplace: 'office',
} as const

/** Puts people under other contracts, each from a day of their own. */
export async function writeContracts(
  db: Db,
  centerId: CenterId,
  changes: readonly {
    readonly operatorId: OperatorId
    readonly fromDate: string
    readonly contractId: string
  }[],
): Promise<void> {
  for await (const chunk of inChunks(changes)) {
    await db
      .insertInto('operator_contract')
      .values(
        chunk.map(({ operatorId, fromDate, contractId }) => ({
          center_id: centerId,
          operator_id: operatorId,
          from_date: fromDate,
          contract_id: contractId,
        })),
      )
      .onConflict((on) =>
        on
          .columns(['center_id', 'operator_id', 'from_date'])
          .doUpdateSet((column) => ({ contract_id: column.ref('excluded.contract_id') })),
      )
      .execute()
  }
}

export interface StoredLevel {
  readonly personnelNumber: string
  readonly competenceCode: string
  readonly level: number
  readonly assessedOn: LocalDate
  readonly validUntil: LocalDate | null
}

export async function listStoredLevels(db: Db): Promise<readonly StoredLevel[]> {
  const rows = await db
    .selectFrom('operator_competence as held')
    .innerJoin('operator', 'operator.id', 'held.operator_id')
    .innerJoin('competence', 'competence.id', 'held.competence_id')
    .select([
      'operator.personnel_number',
      'competence.code',
      'held.level',
      'held.assessed_on',
      'held.valid_until',
    ])
    .orderBy('operator.personnel_number')
    .orderBy('competence.code')
    .execute()
  return rows.map((row) => ({
    personnelNumber: row.personnel_number,
    competenceCode: row.code,
    level: row.level,
    assessedOn: row.assessed_on as LocalDate,
    validUntil: row.valid_until as LocalDate | null,
  }))
}

export async function readHolders(db: Db) {
  const people = await db.selectFrom('operator').select(['personnel_number', 'id']).execute()
  const competences = await db.selectFrom('competence').select(['code', 'id']).execute()
  const { assessment_cycle: cycle } = await db
    .selectFrom('center')
    .select('assessment_cycle')
    .executeTakeFirstOrThrow()
  return {
    people: new Map(people.map((row) => [row.personnel_number, row.id])),
    competences: new Map(competences.map(({ code, id }) => [code, id])),
    cycle,
  }
}

/** Writes levels over those that are there. */
export async function writeLevels(
  db: Db,
  centerId: CenterId,
  levels: readonly {
    readonly operatorId: OperatorId
    readonly competenceId: string
    readonly level: number
    readonly assessedOn: string
    readonly validUntil: string
  }[],
): Promise<void> {
  for await (const chunk of inChunks(levels)) {
    await db
      .insertInto('operator_competence')
      .values(
        chunk.map((one) => ({
          center_id: centerId,
          operator_id: one.operatorId,
          competence_id: one.competenceId,
          level: one.level,
          assessed_on: one.assessedOn,
          valid_until: one.validUntil,
        })),
      )
      .onConflict((on) =>
        on.columns(['center_id', 'operator_id', 'competence_id']).doUpdateSet((column) => ({
          level: column.ref('excluded.level'),
          assessed_on: column.ref('excluded.assessed_on'),
          valid_until: column.ref('excluded.valid_until'),
        })),
      )
      .execute()
  }
}
