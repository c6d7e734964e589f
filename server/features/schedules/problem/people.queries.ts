import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'

import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { Text3 } from '#server/platform/db/column-types.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { PlanningOperator, PlanningRows } from './planning-rows.ts'

/**
 * The queues, and people who take contacts with what they may be given: all that is asked of people where no
 * week is planned.
 */
export async function readPeople(
  db: Db,
  fromDate: LocalDate,
): Promise<Pick<PlanningRows, 'queues' | 'operators'>> {
  const read = await db
    .selectNoFrom([
      jsonArrayFrom(queues(db)).as('queues'),
      jsonArrayFrom(people(db)).as('people'),
      jsonArrayFrom(laterContracts(db)).as('laterContracts'),
      jsonArrayFrom(competence(db)).as('competence'),
      jsonArrayFrom(queuesWithoutNeeds(db)).as('openToAll'),
    ])
    .executeTakeFirstOrThrow()
  const operators = withCompetence(read, withContracts(read, fromDate))
  return { queues: read.queues, operators }
}

function queues(db: Db) {
  return db.selectFrom('queue').select(['id', 'code', 'name', 'channel']).orderBy('position')
}

/** People who take contacts, with the contract under which they were hired. */
function people(db: Db) {
  return db
    .selectFrom('operator')
    .innerJoin('contract', (join) =>
      join
        .onRef('contract.center_id', '=', 'operator.center_id')
        .onRef('contract.id', '=', 'operator.contract_id'),
    )
    .innerJoin('site', (join) =>
      join
        .onRef('site.center_id', '=', 'operator.center_id')
        .onRef('site.id', '=', 'operator.site_id'),
    )
    .leftJoin('team', (join) =>
      join
        .onRef('team.center_id', '=', 'operator.center_id')
        .onRef('team.id', '=', 'operator.team_id'),
    )
    .select([
      'operator.id',
      'operator.personnel_number as personnelNumber',
      'operator.full_name as fullName',
      'contract.code as hiredUnder',
      'site.code as siteCode',
      'site.name as site',
      'team.name as team',
      'operator.night_ban as nightBan',
      'operator.hired_on as hiredOn',
      'operator.left_on as leftOn',
    ])
    .where('operator.takes_contacts', '=', true)
    .orderBy('personnel_number')
}

/** Contracts that followed the one of the hire. */
function laterContracts(db: Db) {
  return db
    .selectFrom('operator_contract as later')
    .innerJoin('contract', (join) =>
      join
        .onRef('contract.center_id', '=', 'later.center_id')
        .onRef('contract.id', '=', 'later.contract_id'),
    )
    .select(['later.operator_id as operatorId', 'later.from_date as fromDate', 'contract.code'])
    .orderBy('later.operator_id')
    .orderBy('later.from_date')
}

/** A queue that asks for nothing may be given to anybody. */
function queuesWithoutNeeds(db: Db) {
  return db
    .selectFrom('queue')
    .select('id as queueId')
    .where((column) =>
      column.not(
        column.exists(
          column
            .selectFrom('queue_competence')
            .select('queue_id')
            .whereRef('queue_competence.queue_id', '=', 'queue.id'),
        ),
      ),
    )
    .orderBy('id')
}

/** Who holds everything that a queue asks for, and until when: п. 18 of the order, as one query. */
function competence(db: Db) {
  return db
    .selectFrom('queue_competence as need')
    .innerJoin('operator_competence as held', (join) =>
      join
        .onRef('held.center_id', '=', 'need.center_id')
        .onRef('held.competence_id', '=', 'need.competence_id')
        .onRef('held.level', '>=', 'need.min_level'),
    )
    .innerJoin('competence', (join) =>
      join
        .onRef('competence.center_id', '=', 'need.center_id')
        .onRef('competence.id', '=', 'need.competence_id'),
    )
    .innerJoin(
      (from) =>
        from
          .selectFrom('queue_competence')
          .select(['queue_id', (column) => column.fn.countAll<number>().as('needs')])
          .groupBy('queue_id')
          .as('whole'),
      (join) => join.onRef('whole.queue_id', '=', 'need.queue_id'),
    )
    .select(['held.operator_id as operatorId', 'need.queue_id as queueId'])
    .select((column) => [
      column.fn.min('held.valid_until').as('validUntil'),
      sql<Text3 | null>`(array_agg(competence.name order by held.valid_until, competence.code)
        filter (where held.valid_until is not null))[1]`.as('firstToExpire'),
    ])
    .groupBy(['held.operator_id', 'need.queue_id', 'whole.needs'])
    .having((column) => column(column.fn.countAll<number>(), '=', column.ref('whole.needs')))
    .orderBy('held.operator_id')
    .orderBy('need.queue_id')
}

type Row<Query extends (...parameters: never[]) => { execute(): Promise<unknown[]> }> = Awaited<
  ReturnType<ReturnType<Query>['execute']>
>[number]

/** Every person beside their contracts; the one in force on a day, or on their first one if that is later. */
function withContracts(
  read: {
    readonly people: readonly Row<typeof people>[]
    readonly laterContracts: readonly Row<typeof laterContracts>[]
  },
  date: LocalDate,
) {
  const later = Map.groupBy(read.laterContracts, ({ operatorId }) => operatorId)
  return read.people.map(({ hiredUnder, ...person }) => {
    const hiredOn = person.hiredOn as LocalDate
    const contracts = [
      { fromDate: hiredOn, code: hiredUnder },
      ...(later.get(person.id) ?? []).map(({ fromDate, code }) => ({
        fromDate: fromDate as LocalDate,
        code,
      })),
    ]
    const first = date > hiredOn ? date : hiredOn
    const inForce = contracts.findLast(({ fromDate }) => fromDate <= first)
    return { ...person, contracts, contractCode: inForce?.code ?? hiredUnder }
  })
}

/** Every person beside the queues that they may be given. */
function withCompetence(
  read: {
    readonly competence: readonly Row<typeof competence>[]
    readonly openToAll: readonly Row<typeof queuesWithoutNeeds>[]
  },
  known: ReturnType<typeof withContracts>,
): readonly PlanningOperator[] {
  const openToAll = read.openToAll.map(({ queueId }) => ({
    queueId,
    validUntil: null,
    firstToExpire: null,
  }))
  const held = Map.groupBy(read.competence, ({ operatorId }) => operatorId)
  return known.map((person) => ({
    ...person,
    hiredOn: person.hiredOn as LocalDate,
    leftOn: person.leftOn as LocalDate | null,
    competentFor: [
      ...openToAll,
      ...(held.get(person.id) ?? []).map(({ queueId, validUntil, firstToExpire }) => ({
        queueId,
        firstToExpire,
        validUntil: validUntil as LocalDate | null,
      })),
    ],
  }))
}
