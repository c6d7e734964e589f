import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addDays, localDateOf, mondayOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs, OperatorId } from '#forecasting/kernel/units.ts'
import { putIntoForce } from '#server/features/schedules/changes/published-changes.service.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import { type Db, inCenter, type Scope } from '#server/platform/db/scope.ts'

import { SCHEDULE_WEIGHTS } from '../../../../../fixtures/rules/schedule-weights.ts'
import { answerAs } from '../../../../support/call.ts'
import { addPeople, publishShifts } from '../../../../support/day-centre.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testCentre, testDatabase } from '../../../../support/test-database.ts'

const HOUR_MS = 3_600_000
const NOWHERE = '00000000-0000-4000-8000-000000000000'

interface Shift {
  readonly id: string
  readonly operatorId: string
  readonly shape: string
  readonly startsAt: string
  readonly origin: string
  readonly workPlace: string | null
}

describe.each(DATABASES)('where shifts are worked, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let scope: Scope
  let first: OperatorId
  let second: OperatorId
  const today = localDateOf(Date.now() as EpochMs, 'Asia/Almaty')
  const monday = addDays(mondayOf(today), 7)
  const instant = (day: number, hour: number): Date =>
    new Date(Date.parse(`${addDays(monday, day)}T00:00:00+05:00`) + hour * HOUR_MS)
  /** Five hours; so short a shift needs no meal. */
  const shift = (day: number, hour: number) => ({
    startsAt: instant(day, hour),
    endsAt: instant(day, hour + 5),
  })
  const inside = <Result>(work: (tx: Db) => Promise<Result>) => inCenter(connection.db, scope, work)

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await testCentre(connection)
    ;[first, second] = (await addPeople(connection, scope, 2)) as [OperatorId, OperatorId]
    service = await testApp(connection, scope)
    await publishShifts(connection, scope, {
      fromDate: monday,
      publishedAt: new Date(),
      shifts: [
        { operatorId: first, ...shift(0, 9) },
        { operatorId: first, ...shift(1, 9) },
        { operatorId: second, ...shift(2, 9) },
      ],
      required: Array.from({ length: 336 }, (_, t) => ({
        startsAt: new Date(instant(0, 0).getTime() + (t * HOUR_MS) / 2),
        agents: 1,
      })),
    })
    await inside(async (tx) => {
      const own = { center_id: scope.centerId }
      const weights = JSON.stringify(SCHEDULE_WEIGHTS)
      await tx.updateTable('center').set({ schedule_weights: weights }).execute()
      await tx
        .updateTable('shift_shape')
        .set({ span_minutes: 300, paid_minutes: 300, start_step_minutes: 60 })
        .execute()
      const shape = await tx.selectFrom('shift_shape').select('id').executeTakeFirstOrThrow()
      const contract = await tx.selectFrom('contract').select('id').executeTakeFirstOrThrow()
      await tx
        .insertInto('contract_shape')
        .values({ ...own, contract_id: contract.id, shape_id: shape.id })
        .execute()
      await tx
        .insertInto('users')
        .values({ ...own, id: scope.actorId, name: 'Somebody', email: 'one@centre.example' })
        .execute()
      await tx
        .updateTable('operator')
        .set({ user_id: scope.actorId })
        .where('id', '=', first)
        .execute()
    })
    // Mondays at home, all through.
    const order = { basis: 'agreement', homeWeekdays: [0], fromDate: '2020-01-01', toDate: null }
    await call('POST', `/operators/${first}/remote-work`, order, 'hr')
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const call = answerAs('planner', () => service)
  const versions = async (): Promise<readonly { id: string; status: string }[]> =>
    (await call('GET', '/schedules')).body.schedules
  const inForce = async (): Promise<string> =>
    (await versions()).find(({ status }) => status === 'published')?.id ?? ''
  const grid = async (id?: string) =>
    (await call('GET', `/schedules/${id ?? (await inForce())}/grid`)).body
  const shiftsOf = async (id?: string): Promise<readonly Shift[]> => (await grid(id)).shifts
  const shiftOn = async (day: number, id?: string): Promise<Shift> => {
    const found = (await shiftsOf(id)).find(({ startsAt }) =>
      startsAt.startsWith(addDays(monday, day)),
    )
    if (found === undefined) throw new Error(`no shift on day ${day}`)
    return found
  }
  const place = async (day: number, workPlace: string | null, role = 'supervisor') => {
    const id = await inForce()
    const { id: shiftId } = await shiftOn(day, id)
    return call('PUT', `/schedules/${id}/shifts/${shiftId}/work-place`, { workPlace }, role)
  }
  const ownPlaces = async () =>
    (await call('GET', '/my/shifts', undefined, 'operator')).body.shifts.map(
      ({ workPlace }: { workPlace: string }) => workPlace,
    )

  it('go by the record until somebody says otherwise', async () => {
    const { operators, shifts } = await grid()
    const person = operators.find(({ id }: { id: string }) => id === first)
    expect(person.remoteDays).toContainEqual({ date: monday, byRecord: 'home' })
    expect(person.remoteDays).toContainEqual({ date: addDays(monday, 1), byRecord: 'office' })
    expect(person.remoteDays).toHaveLength(7)
    expect(operators.find(({ id }: { id: string }) => id === second).remoteDays).toEqual([])
    expect(new Set(shifts.map((one: Shift) => one.workPlace))).toEqual(new Set([null]))
    expect(await ownPlaces()).toEqual(['home', 'office'])
  })

  it('are set by a supervisor in a new version that is in force at once, with nothing else changed', async () => {
    const before = await shiftOn(0)
    const { status, body } = await place(0, 'office')
    expect(status).toBe(200)
    expect(body.schedule).toMatchObject({ status: 'published', change: 'edit' })
    const { id: _old, ...same } = before
    expect(await shiftOn(0)).toMatchObject({ ...same, workPlace: 'office' })
    expect(await ownPlaces()).toEqual(['office', 'office'])
    expect((await place(1, 'home')).status).toBe(200)
    expect(await ownPlaces()).toEqual(['office', 'home'])
    // Said once more, it makes no version.
    const count = (await versions()).length
    expect((await place(1, 'home')).status).toBe(200)
    expect(await versions()).toHaveLength(count)
  })

  it('are taken back with the version', async () => {
    expect((await call('POST', `/schedules/${await inForce()}/undo`)).status).toBe(200)
    expect((await shiftOn(1)).workPlace).toBeNull()
    expect((await shiftOn(0)).workPlace).toBe('office')
  })

  it('are not at home without a record, by whatever way', async () => {
    const refusal = { type: '/problems/remote-work-not-agreed', status: 422 }
    const refused = await place(2, 'home')
    expect(refused.body).toMatchObject(refusal)
    expect(refused.body.title).toContain('138')
    expect(refused.body.title).toContain(addDays(monday, 2))
    const draft = await copied()
    const { id } = await shiftOn(2, draft)
    const { schedule } = await grid(draft)
    const change = { revision: schedule.revision, workPlace: 'home' }
    const patched = await call('PATCH', `/schedules/${draft}/shifts/${id}`, change)
    expect(patched.body).toMatchObject(refusal)
    const tried = await call('POST', `/schedules/${draft}/shifts/${id}/try`, { workPlace: 'home' })
    expect(tried.body.violations.added).toMatchObject([{ rule: 'REMOTE_WORK', hard: true }])
    await call('DELETE', `/schedules/${draft}`)
  })

  /** A draft of what is in force, with the last shift an hour later. */
  const copied = async (): Promise<string> => {
    const id = await inForce()
    const { schedule } = await grid(id)
    const { operatorId, id: shiftId, shape } = await shiftOn(2, id)
    const after = { shape, startsAt: instant(2, 10).toISOString(), breaks: [] }
    const changes = [{ operatorId, shiftId, after }]
    const order = { revision: schedule.revision, changes }
    return (await call('POST', `/schedules/${id}/changes`, order)).body.grid.schedule.id
  }

  it('stay as they were set in copies, through moves and when they are published', async () => {
    const draft = await copied()
    expect((await shiftOn(0, draft)).workPlace).toBe('office')
    const edit = async (day: number, change: object) => {
      const { id } = await shiftOn(day, draft)
      const { revision } = (await grid(draft)).schedule
      return call('PATCH', `/schedules/${draft}/shifts/${id}`, { revision, ...change })
    }
    expect((await edit(1, { workPlace: 'home' })).status).toBe(200)
    expect(await shiftOn(1, draft)).toMatchObject({ workPlace: 'home', origin: 'manual' })
    await edit(1, { startsAt: instant(1, 11).toISOString() })
    expect(await shiftOn(1, draft)).toMatchObject({ workPlace: 'home' })
    await edit(0, { workPlace: null })
    const published = await call('POST', `/schedules/${draft}/publish`, {
      confirmShortNotice: true,
      newerChanges: 'override',
    })
    expect(published.body).toMatchObject({ status: 'published' })
    expect(await ownPlaces()).toEqual(['home', 'home'])
  })

  it('are no longer those of whoever had the shift once it is swapped', async () => {
    const own = { operatorId: first, startsAt: (await shiftOn(1)).startsAt }
    const other = { operatorId: second, startsAt: (await shiftOn(2)).startsAt }
    const by = { by: 'Somebody', language: 'en' as const }
    await inside((tx) => putIntoForce(tx, { kind: 'swap', own, other }, by))
    expect(await shiftOn(1)).toMatchObject({ operatorId: second, workPlace: null })
    expect(await shiftOn(2)).toMatchObject({ operatorId: first, workPlace: null })
  })

  it('stop a schedule once the record that they lean on has ended', async () => {
    const url = `/operators/${first}/remote-work`
    await place(2, 'home')
    const [{ id }] = (await call('GET', url)).body.records
    await call('PATCH', `${url}/${id}`, { toDate: addDays(monday, 1) }, 'hr')
    expect((await grid()).violations).toContainEqual(
      expect.objectContaining({ rule: 'REMOTE_WORK', hard: true, operatorId: first }),
    )
    await call('PATCH', `${url}/${id}`, { toDate: addDays(monday, 30) }, 'hr')
    expect(
      (await grid()).violations.filter(({ rule }: { rule: string }) => rule === 'REMOTE_WORK'),
    ).toEqual([])
  })

  it('free a place at the office where they are at home', async () => {
    const places = {
      name: 'Places on Monday',
      definition: {
        kind: 'people_on_shift',
        for: { sites: ['main'] },
        fromMin: 0,
        toMin: 1440,
        minOverlapMin: 15,
        weekdays: [0],
        place: 'office',
        max: 0,
      },
      weight: null,
      validFrom: monday,
      validTo: null,
    }
    const nowhere = { ...places, definition: { ...places.definition, for: { sites: ['gone'] } } }
    expect((await call('POST', '/planner-rules', nowhere)).body).toMatchObject({
      type: '/problems/planner-rule-refused',
    })
    expect((await call('POST', '/planner-rules', places)).status).toBe(201)
    const broken = async (id?: string) =>
      (await grid(id)).violations.filter(({ rule }: { rule: string }) => rule === 'PLANNER')
    expect(await broken()).toEqual([])
    const refused = await place(0, 'office')
    expect(refused.body).toMatchObject({ type: '/problems/schedule-breaks-rules' })
    expect(refused.body.errors[0].detail).toContain('Places on Monday')
    const draft = await copied()
    const { id } = await shiftOn(0, draft)
    const { revision } = (await grid(draft)).schedule
    const url = `/schedules/${draft}/shifts/${id}`
    const tried = await call('POST', `${url}/try`, { workPlace: 'office' })
    expect(tried.body.violations.added).toMatchObject([{ rule: 'PLANNER', hard: true }])
    await call('PATCH', url, { revision, workPlace: 'office' })
    expect(await broken(draft)).toMatchObject([{ rule: 'PLANNER', hard: true, dates: [monday] }])
  })

  it('are set by planners and supervisors, of shifts and schedules that are there', async () => {
    for (const role of ['hr', 'operator', 'head']) {
      expect((await place(0, 'office', role)).status).toBe(403)
    }
    const id = await inForce()
    const { id: shiftId } = await shiftOn(0, id)
    const url = (schedule: string, one: string) => `/schedules/${schedule}/shifts/${one}/work-place`
    const put = (address: string, body: object = { workPlace: 'office' }) =>
      call('PUT', address, body)
    expect((await call('PUT', url(id, shiftId), { workPlace: null }, null)).status).toBe(401)
    expect((await put(url(id, shiftId), { workPlace: 'garden' })).status).toBe(400)
    expect((await put(url(id, NOWHERE))).body.type).toBe('/problems/shift-unknown')
    expect((await put(url(NOWHERE, shiftId))).body.type).toBe('/problems/schedule-unknown')
    const old = (await versions()).find(({ status }) => status === 'superseded')?.id ?? ''
    expect((await put(url(old, shiftId))).body.type).toBe('/problems/schedule-superseded')
  })
})
