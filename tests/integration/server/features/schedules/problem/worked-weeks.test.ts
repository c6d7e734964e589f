import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addDays, localDate, type LocalDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'
import {
  insertConsent,
  openPersonalRecords,
} from '#server/features/operators/personal-records.queries.ts'
import type { WorkedWeek } from '#server/features/schedules/problem/planning-rows.ts'
import { readPlanningRows } from '#server/features/schedules/problem/planning.queries.ts'
import { insertSchedule, publishSchedule } from '#server/features/schedules/schedules.queries.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import { type Db, inCenter, type Scope } from '#server/platform/db/scope.ts'

import { addPeople, publishShifts, type TestShift } from '../../../../../support/day-centre.ts'
import { DATABASES, testCentre, testDatabase } from '../../../../../support/test-database.ts'

/** Minutes of a shift of `publishShifts`; five of them are less than the 2,400 of the contract `full`. */
const PAID = 420
const FIRST = localDate('2027-02-01')
const SECOND = addDays(FIRST, 7)
const THIRD = addDays(FIRST, 14)
/** Still of the accounting period of February. */
const PLANNED = addDays(FIRST, 21)

describe.each(DATABASES)('hours of published weeks, on %s', (name) => {
  let connection: Connection
  let scope: Scope
  let people: readonly [balanced: OperatorId, asked: OperatorId, other: OperatorId]

  const inside = <Result>(work: (db: Db) => Promise<Result>) => inCenter(connection.db, scope, work)

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await testCentre(connection)
    people = (await addPeople(connection, scope, 3)) as unknown as typeof people
    const [balanced, asked] = people
    await inside(async (db) => {
      const { id: _id, ...terms } = await db
        .selectFrom('contract')
        .selectAll()
        .executeTakeFirstOrThrow()
      const { id } = await db
        .insertInto('contract')
        .values({
          ...terms,
          code: 'shifts',
          name: JSON.stringify(terms.name),
          regime: 'summarised',
          accounting_months: 1,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await db.updateTable('operator').set({ contract_id: id }).where('id', '=', balanced).execute()
      await openPersonalRecords(db)
      await insertConsent(
        db,
        { centerId: scope.centerId, operatorId: asked },
        { kind: 'overtime', givenOn: '2026-12-01', withdrawnOn: null, document: '1' },
      )
    })
    await publish(FIRST, [
      // Half an hour after midnight of Monday is still Sunday by UTC.
      shift(balanced, FIRST, '00:30'),
      shift(balanced, addDays(FIRST, 2)),
      ...days(asked, FIRST, 6),
    ])
    await publish(
      SECOND,
      people.flatMap((id) => days(id, SECOND, 5)),
    )
    await publish(
      THIRD,
      people.flatMap((id) => days(id, THIRD, 5)),
    )
  })
  afterAll(async () => {
    await connection.close()
  })

  function shift(operatorId: OperatorId, date: LocalDate, hour = '09:00'): TestShift {
    const startsAt = new Date(`${date}T${hour}:00+05:00`)
    return { operatorId, startsAt, endsAt: new Date(startsAt.getTime() + 480 * 60_000) }
  }

  function days(operatorId: OperatorId, monday: LocalDate, count: number): TestShift[] {
    return Array.from({ length: count }, (_, day) => shift(operatorId, addDays(monday, day)))
  }

  const publish = (fromDate: LocalDate, shifts: readonly TestShift[]) =>
    publishShifts(connection, scope, { fromDate, publishedAt: new Date(), shifts })

  async function weeksOf(
    operatorId: OperatorId,
    planned = PLANNED,
  ): Promise<Partial<WorkedWeek>[]> {
    const { workedWeeks } = await inside((db) => readPlanningRows(db, planned))
    return workedWeeks
      .filter((one) => one.operatorId === operatorId)
      .map(({ operatorId: _id, ...week }) => week)
      .toSorted((a, b) => a.monday.localeCompare(b.monday))
  }

  const hours = (monday: LocalDate, shifts: number) => ({
    monday,
    paidMinutes: shifts * PAID,
    dayExcessMinutes: 0,
    holidayMinutes: 0,
  })

  it('counts every week of the accounting period, by the calendar of the centre', async () => {
    const [balanced] = people
    expect(await weeksOf(balanced)).toEqual([hours(FIRST, 2), hours(SECOND, 5), hours(THIRD, 5)])
    // March and half of April: nothing of February is asked for.
    expect(await weeksOf(balanced, localDate('2027-03-08'))).toEqual([])
  })

  it('counts only weeks with overtime where the week binds, and none of whom nobody may ask', async () => {
    const [, asked, other] = people
    expect(await weeksOf(asked)).toEqual([hours(FIRST, 6)])
    expect(await weeksOf(other)).toEqual([])
  })

  it('counts weeks with days away, of which the norm is lower', async () => {
    const [, asked] = people
    await inside((db) =>
      db
        .insertInto('absence')
        .values({
          center_id: scope.centerId,
          operator_id: asked,
          kind: 'annual_leave',
          from_date: addDays(SECOND, 6),
          to_date: addDays(SECOND, 6),
        })
        .execute(),
    )
    expect(await weeksOf(asked)).toEqual([hours(FIRST, 6), hours(SECOND, 5)])
  })

  it('counts work on a holiday, as soon as the day is one', async () => {
    const [balanced] = people
    await inside((db) =>
      db
        .insertInto('holiday')
        .values({
          center_id: scope.centerId,
          date: addDays(SECOND, 1),
          kind: 'holiday',
          key: null,
          name: null,
          five_day_week: 'off',
          six_day_week: 'off',
          source: 'test',
        })
        .execute(),
    )
    expect(await weeksOf(balanced)).toContainEqual({ ...hours(SECOND, 5), holidayMinutes: PAID })
  })

  it('follows the version in force', async () => {
    const [balanced] = people
    await inside(async (db) => {
      const before = await db
        .selectFrom('schedule')
        .selectAll()
        .where('from_date', '=', THIRD)
        .executeTakeFirstOrThrow()
      const shape = await db.selectFrom('shift_shape').select('id').executeTakeFirstOrThrow()
      const made = await insertSchedule(
        db,
        {
          centerId: scope.centerId,
          requirementId: before.requirement_id,
          fromDate: THIRD,
          days: 7,
          seed: 1,
          engineVersion: 'test',
          dataHash: 'test',
          settings: {},
          summary: {},
          madeBy: 'test',
        },
        days(balanced, THIRD, 3).map((one) => ({
          ...one,
          shapeId: shape.id,
          locked: false,
          origin: 'engine' as const,
          workPlace: null,
          breaks: [],
        })),
      )
      await publishSchedule(db, made, 'test')
    })
    expect(await weeksOf(balanced)).toContainEqual(hours(THIRD, 3))
  })

  it('counts by another day where the centre has another zone', async () => {
    const [balanced] = people
    await inside((db) => db.updateTable('center').set({ timezone: 'UTC' }).execute())
    // Half past midnight is Sunday there, of a week of January.
    expect(await weeksOf(balanced)).toContainEqual(hours(FIRST, 1))
  })
})
