import { sql } from 'kysely'

import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { CenterId } from '#forecasting/kernel/units.ts'
import type { Text3 } from '#server/platform/db/column-types.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { ContractKind, Site, SiteBody, Team, TeamBody } from './operators.schema.ts'

/** Ids by code of what a person is put into. */
export interface CodeIds {
  readonly sites: ReadonlyMap<string, string>
  readonly teams: ReadonlyMap<string, string>
  readonly contracts: ReadonlyMap<string, string>
}

export async function readCodeIds(db: Db): Promise<CodeIds> {
  const sites = await db.selectFrom('site').select(['code', 'id']).execute()
  const teams = await db.selectFrom('team').select(['code', 'id']).execute()
  const contracts = await db.selectFrom('contract').select(['code', 'id']).execute()
  const byCode = (rows: readonly { code: string; id: string }[]): Map<string, string> =>
    new Map(rows.map(({ code, id }) => [code, id]))
  return { sites: byCode(sites), teams: byCode(teams), contracts: byCode(contracts) }
}

export async function listSites(db: Db, today: LocalDate): Promise<Site[]> {
  const rows = await db
    .selectFrom('site')
    .select(['site.code', 'site.name', 'site.workplaces'])
    .select((column) =>
      column
        .selectFrom('operator')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('operator.site_id', '=', 'site.id')
        .where('operator.workplace', '=', 'office')
        .where('operator.hired_on', '<=', today)
        .where(isEmployed(today))
        .as('people'),
    )
    .orderBy('site.code')
    .execute()
  return rows.map((row) => ({ ...row, people: row.people ?? 0 }))
}

export async function listTeams(db: Db, today: LocalDate): Promise<Team[]> {
  const rows = await db
    .selectFrom('team')
    .select(['team.code', 'team.name'])
    .select((column) =>
      column
        .selectFrom('operator')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('operator.team_id', '=', 'team.id')
        .where('operator.hired_on', '<=', today)
        .where(isEmployed(today))
        .as('people'),
    )
    .orderBy('team.code')
    .execute()
  return rows.map((row) => ({ ...row, people: row.people ?? 0 }))
}

/** Contracts that people can be put under, with the longest shift that each allows. */
export async function listContracts(db: Db, today: LocalDate): Promise<ContractKind[]> {
  const rows = await db
    .selectFrom('contract')
    .selectAll('contract')
    .select([longestShift().as('longest'), peopleUnder(today).as('people')])
    .orderBy('contract.code')
    .execute()
  return rows.map((row) => ({
    code: row.code,
    name: row.name,
    regime: row.regime,
    weekTargetPaidMinutes: row.week_target_paid_minutes,
    weekMaxPaidMinutes: row.week_max_paid_minutes,
    longestShiftPaidMinutes: row.longest,
    people: row.people,
  }))
}

function longestShift() {
  return sql<number>`coalesce((
    select max(shift_shape.paid_minutes) from contract_shape
      join shift_shape on shift_shape.id = contract_shape.shape_id
     where contract_shape.contract_id = contract.id), 0)`
}

function peopleUnder(today: LocalDate) {
  return sql<number>`(
    select count(*) from operator
     where operator.hired_on <= ${today} and (operator.left_on is null or operator.left_on >= ${today})
       and contract.id = coalesce(
         (select later.contract_id from operator_contract as later
           where later.operator_id = operator.id and later.from_date <= ${today}
           order by later.from_date desc limit 1),
         operator.contract_id))`
}

function isEmployed(today: LocalDate) {
  return sql<boolean>`(operator.left_on is null or operator.left_on >= ${today})`
}

export async function insertSite(db: Db, centerId: CenterId, site: SiteBody): Promise<void> {
  const { code, name, workplaces } = site
  await db
    .insertInto('site')
    .values({ center_id: centerId, code, name: JSON.stringify(name), workplaces })
    .execute()
}

/** @returns false if the centre has no site of that code */
export async function updateSite(db: Db, code: string, site: SiteBody): Promise<boolean> {
  const result = await db
    .updateTable('site')
    .set({ code: site.code, name: JSON.stringify(site.name), workplaces: site.workplaces })
    .where('code', '=', code)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function insertTeam(db: Db, centerId: CenterId, team: TeamBody): Promise<void> {
  const { code, name } = team
  await db
    .insertInto('team')
    .values({ center_id: centerId, code, name: JSON.stringify(name) })
    .execute()
}

/** @returns false if the centre has no team of that code */
export async function updateTeam(
  db: Db,
  code: string,
  team: { readonly code: string; readonly name: Text3 },
): Promise<boolean> {
  const result = await db
    .updateTable('team')
    .set({ code: team.code, name: JSON.stringify(team.name) })
    .where('code', '=', code)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
