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
      jsonArrayFrom(people(db, fromDate)).as('people'),
      jsonArrayFrom(competence(db)).as('competence'),
      jsonArrayFrom(queuesWithoutNeeds(db)).as('openToAll'),
    ])
    .executeTakeFirstOrThrow()
  return { queues: read.queues, operators: withCompetence(read) }
}

function queues(db: Db) {
  return db.selectFrom('queue').select(['id', 'code', 'channel']).orderBy('position')
}

/** People who take contacts, under the contract of their first day in the period. */
function people(db: Db, fromDate: LocalDate) {
  return db
    .selectFrom('operator')
    .innerJoin('contract', (join) =>
      join
        .onRef('contract.center_id', '=', 'operator.center_id')
        .on('contract.id', '=', contractOn(fromDate)),
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
      'contract.code as contractCode',
      'site.name as site',
      'team.name as team',
      'operator.night_ban as nightBan',
      'operator.hired_on as hiredOn',
      'operator.left_on as leftOn',
    ])
    .where('operator.takes_contacts', '=', true)
    .orderBy('personnel_number')
}

/** The id of the contract in force for the operator of the query on a day, or on their first one if that is later. */
function contractOn(date: LocalDate) {
  return sql<string>`coalesce(
    (select later.contract_id from operator_contract as later
      where later.center_id = operator.center_id and later.operator_id = operator.id
        and later.from_date <= greatest(${date}::date, operator.hired_on)
      order by later.from_date desc limit 1),
    operator.contract_id)`
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

/** Every person beside the queues that they may be given. */
function withCompetence(read: {
  readonly people: readonly Row<typeof people>[]
  readonly competence: readonly Row<typeof competence>[]
  readonly openToAll: readonly Row<typeof queuesWithoutNeeds>[]
}): readonly PlanningOperator[] {
  const openToAll = read.openToAll.map(({ queueId }) => ({
    queueId,
    validUntil: null,
    firstToExpire: null,
  }))
  const held = Map.groupBy(read.competence, ({ operatorId }) => operatorId)
  return read.people.map((person) => ({
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
