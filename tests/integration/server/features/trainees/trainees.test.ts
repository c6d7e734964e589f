import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addDays, localDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'
import { type Db, inCenter } from '#server/platform/db/scope.ts'

import {
  PLANNED_WITHIN_MS,
  type PlannedWeek,
  plannedWeek,
} from '../../../../support/planned-week.ts'
import { DATABASES } from '../../../../support/test-database.ts'

const HOUR_MS = 3_600_000

interface Shift {
  readonly id: string
  readonly operatorId: OperatorId
  readonly startsAt: string
}
interface Violation {
  readonly rule: string
  readonly hard: boolean
  readonly operatorId: string | null
  readonly text: string
}

describe.each(DATABASES)('a trainee with a mentor in a planned week, on %s', (name) => {
  let desk: PlannedWeek
  let trainee = ''
  let mentor = ''
  let mentorName = ''
  let permitId = ''

  beforeAll(async () => {
    desk = await plannedWeek(name)
    const { operators, shifts } = await grid()
    const working = new Set(shifts.map(({ operatorId }: Shift) => operatorId))
    const [one, other] = operators.filter(
      ({ id, queues, contract }: { id: OperatorId; queues: string[]; contract: string }) =>
        working.has(id) && queues.length > 0 && contract === 'FT40',
    )
    trainee = one.id
    mentor = other.id
    mentorName = other.name
    await loseCompetence(trainee)
    await copyShifts(mentor, trainee)
  }, PLANNED_WITHIN_MS)
  afterAll(() => desk.close())

  const grid = async () => (await desk.call('GET', `/schedules/${desk.scheduleId}/grid`)).body
  const breaches = async (): Promise<Violation[]> =>
    (await grid()).violations.filter(
      ({ rule, operatorId }: Violation) => rule === 'P18' && operatorId === trainee,
    )
  const inDesk = <Result>(work: Parameters<typeof inCenter<Result>>[2]): Promise<Result> =>
    inCenter(desk.connection.db, desk.scope, work)
  const loseCompetence = (id: string) =>
    inDesk((db) =>
      db
        .deleteFrom('operator_competence')
        .where('operator_id', '=', id as OperatorId)
        .execute(),
    )
  /** Shifts change only with their schedule's revision. */
  const countChange = (db: Db) =>
    db
      .updateTable('schedule')
      .set((column) => ({ revision: column('revision', '+', 1) }))
      .where('id', '=', desk.scheduleId)
      .execute()
  /** The trainee works when the mentor does. */
  const copyShifts = (from: string, to: string) =>
    inDesk(async (db) => {
      await db
        .deleteFrom('shift')
        .where('schedule_id', '=', desk.scheduleId)
        .where('operator_id', '=', to as OperatorId)
        .execute()
      const rows = await db
        .selectFrom('shift')
        .select(['center_id', 'schedule_id', 'shape_id', 'starts_at', 'ends_at', 'origin'])
        .where('schedule_id', '=', desk.scheduleId)
        .where('operator_id', '=', from as OperatorId)
        .execute()
      await db
        .insertInto('shift')
        .values(rows.map((row) => ({ ...row, operator_id: to as OperatorId })))
        .execute()
      await countChange(db)
    })
  const order = async (part: object = {}) => ({
    operatorId: trainee,
    mentorId: mentor,
    queueCode: await queueOf(mentor),
    fromDate: desk.week,
    toDate: addDays(localDate(desk.week), 6),
    reason: 'Приказ № 14',
    ...part,
  })
  const queueOf = async (id: string): Promise<string> => {
    const { operators } = await grid()
    const [queueId] = operators.find((one: { id: string }) => one.id === id).queues
    const { queues } = (await desk.call('GET', '/queues')).body
    return queues.find((one: { id: string }) => one.id === queueId).code
  }
  const allow = async (part?: object, role = 'hr') =>
    desk.call('POST', '/trainee-permits', await order(part), role)

  it('is refused by п. 18 while nobody has allowed it', async () => {
    expect(await breaches()).toMatchObject([{ hard: true }])
    const refused = await desk.call('POST', `/schedules/${desk.scheduleId}/publish`, {
      confirmShortNotice: true,
    })
    expect(refused).toMatchObject({
      status: 409,
      body: {
        type: '/problems/schedule-breaks-rules',
        errors: expect.arrayContaining([
          expect.objectContaining({ detail: expect.stringContaining('п. 18') }),
        ]),
      },
    })
  })

  it('is allowed by HR or the head alone, for a term, with a mentor who is competent', async () => {
    expect((await allow({}, 'supervisor')).status).toBe(403)
    expect((await allow({ mentorId: trainee })).body.type).toMatch(/mentor-(self|not-competent)$/u)
    const long = await allow({ toDate: addDays(localDate(desk.week), 92) })
    expect(long.body).toMatchObject({ type: '/problems/permit-term', values: { days: 92 } })
    expect((await allow({ toDate: addDays(localDate(desk.week), -1) })).status).toBe(422)
    expect((await allow({ queueCode: 'none' })).status).toBe(404)
    expect((await allow({ reason: '' })).status).toBe(400)
    const made = await allow()
    expect(made).toMatchObject({ status: 201, body: { mentorName, withdrawnAt: null } })
    permitId = made.body.id
  })

  it('is shown as an exception, and stops nothing, while the mentor is on shift', async () => {
    const [exception] = await breaches()
    expect(exception).toMatchObject({ hard: false })
    expect(exception?.text).toContain(mentorName)
    const audit = await desk.call('GET', '/audit?entity=trainee_permit', undefined, 'head')
    expect(JSON.stringify(audit.body)).toContain(permitId)
  })

  it('is placed by the search beside the mentor, under an exception on its record', async () => {
    // On a busy machine a second is over before the search comes to the hours that are only owed.
    const draft = await desk.newDraft(2, 4)
    const made = (await desk.call('GET', `/schedules/${draft}/grid`)).body
    const own = made.shifts.filter(({ operatorId }: Shift) => operatorId === trainee)
    expect(own.length).toBeGreaterThan(0)
    const told = made.violations.filter(({ operatorId }: Violation) => operatorId === trainee)
    expect(told).toMatchObject([{ rule: 'P18', hard: false }])
    const order = { confirmShortNotice: true }
    expect((await desk.call('POST', `/schedules/${draft}/publish`, order)).status).toBe(200)
    const { settings } = await inDesk((db) =>
      db
        .selectFrom('schedule')
        .select('settings')
        .where('id', '=', draft)
        .executeTakeFirstOrThrow(),
    )
    // What the search was given, and what of it is worked.
    expect(settings).toMatchObject({
      traineePermits: [permitId],
      traineeUses: [{ permitId, operatorId: trainee, dates: told[0].dates }],
    })
  })

  it('is a breach that names the mentor as soon as the mentor’s shift moves away', async () => {
    const { shifts, schedule } = await grid()
    const moved = shifts.find(({ operatorId }: Shift) => operatorId === mentor) as Shift
    const startsAt = new Date(Date.parse(moved.startsAt) + HOUR_MS).toISOString()
    const url = `/schedules/${desk.scheduleId}/shifts/${moved.id}`
    // It is told before it is kept, although the shift that is moved is the mentor's.
    const tried = (await desk.call('POST', `${url}/try`, { startsAt })).body
    expect(tried.violations.added).toContainEqual(
      expect.objectContaining({ rule: 'P18', hard: true, operatorId: trainee }),
    )
    await desk.call('PATCH', url, { startsAt, revision: schedule.revision })
    const broken = await breaches()
    expect(broken.map(({ hard }) => hard).toSorted((a, b) => Number(a) - Number(b))).toEqual(
      broken.length === 2 ? [false, true] : [true],
    )
    expect(broken.find(({ hard }) => hard)?.text).toContain(mentorName)
  })

  it('holds no more once it is withdrawn, and stays on record', async () => {
    const url = `/trainee-permits/${permitId}/withdrawal`
    expect((await desk.call('POST', url, undefined, 'planner')).status).toBe(403)
    expect((await desk.call('POST', url, undefined, 'head')).body.withdrawnAt).not.toBeNull()
    expect((await desk.call('POST', url, undefined, 'head')).status).toBe(404)
    expect(await breaches()).toMatchObject([{ hard: true }])
    const { permits } = (await desk.call('GET', `/trainee-permits?operatorId=${trainee}`)).body
    expect(permits).toMatchObject([{ id: permitId, reason: 'Приказ № 14' }])
    expect((await desk.call('GET', '/trainee-permits', undefined, 'operator')).status).toBe(403)
  })

  it('is said to be placed nowhere, before and after a search, where no shift is as long', async () => {
    const { operators } = await grid()
    const long = operators.find(({ contract }: { contract: string }) => contract === 'SW12')
    await loseCompetence(long.id)
    await inDesk(async (db) => {
      await db
        .deleteFrom('shift')
        .where('operator_id', '=', long.id as OperatorId)
        .execute()
      await countChange(db)
    })
    expect((await allow({ operatorId: long.id })).status).toBe(201)
    const { requirementId, week: fromDate } = desk
    const order = { requirementId, fromDate, days: 7 }
    const { warnings } = (await desk.call('POST', '/schedules/diagnosis', order)).body
    expect(warnings).toContainEqual(
      expect.objectContaining({ who: long.name, text: expect.stringContaining('не умещается') }),
    )
    const told = (await grid()).violations.filter(
      ({ operatorId }: Violation) => operatorId === long.id,
    )
    expect(told).toMatchObject([{ rule: 'P18', hard: false }])
    expect(told[0].text).toContain(mentorName)
  })
})
