import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { localDateOf, mondayOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs, OperatorId } from '#forecasting/kernel/units.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'

import { callAs } from '../../../../support/call.ts'
import { addPeople, publishShifts } from '../../../../support/day-centre.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testCentre, testDatabase } from '../../../../support/test-database.ts'
import { zoneAtNoon } from '../../../../support/zone-at-noon.ts'

interface Row {
  readonly operatorId: string
  readonly verdict: string
  readonly severity: number
  readonly state: string | null
  readonly outSince: string | null
  readonly activity: string | null
  readonly canSignIn: boolean
}
interface Heard {
  readonly event: string
  readonly rows: readonly Row[]
  readonly feeds: readonly { readonly silent: boolean }[]
}
const MINUTE_MS = 60_000
const HALF_HOUR_MS = 30 * MINUTE_MS
/** Where it is about midday: what began an hour ago began on the same day, and in the same week. */
const ZONE = zoneAtNoon(new Date().getUTCHours())

describe.each(DATABASES)('the supervisor’s board, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let scope: Scope
  let people: readonly OperatorId[]
  let key: string
  const startedMs = Math.floor(Date.now() / 1000) * 1000
  const at = (minutes: number): Date => new Date(startedMs + minutes * MINUTE_MS)
  const gridMs = Math.floor(startedMs / HALF_HOUR_MS) * HALF_HOUR_MS

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await testCentre(connection, 'test', ZONE)
    people = await addPeople(connection, scope, 4)
    service = await testApp(connection, scope)
    const fromDate = mondayOf(localDateOf(startedMs as EpochMs, ZONE))
    // Two on shift for an hour, one of them in a meal since ten minutes ago; one begins tomorrow.
    await publishShifts(connection, scope, {
      fromDate,
      publishedAt: at(-2000),
      shifts: [
        { operatorId: people[0] as OperatorId, startsAt: at(-60), endsAt: at(300) },
        {
          operatorId: people[1] as OperatorId,
          startsAt: at(-60),
          endsAt: at(300),
          meal: [at(-10), at(50)],
        },
      ],
      required: [-2, -1, 0].map((halves) => ({
        startsAt: new Date(gridMs + halves * HALF_HOUR_MS),
        agents: 2,
      })),
    })
    const everyDay = [0, 1, 2, 3, 4, 5, 6]
    const term = { basis: 'agreement', fromDate: '2020-01-01', toDate: null }
    const order = { ...term, homeWeekdays: everyDay }
    await call('POST', `/operators/${people[0]}/remote-work`, order, 'hr')
    const made = await call(
      'POST',
      '/feeds',
      { code: 'pbx', kind: 'http', silentAfterSeconds: 600 },
      'admin',
    )
    key = made.json().key
    await send({
      key: 'first',
      snapshot: true,
      at: at(-60).toISOString(),
      events: [1001, 1002].map((agent) => ({
        agent: String(agent),
        state: 'ready',
        at: at(-60).toISOString(),
      })),
    })
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const call = callAs('supervisor', () => service)
  const send = (payload: object) =>
    service.app.inject({
      method: 'POST',
      url: '/api/v1/feeds/events',
      headers: { authorization: `Bearer ${key}` },
      payload,
    })
  const rowOf = async (person: number): Promise<Row | undefined> => {
    const { rows } = (await call('GET', '/today')).json() as { rows: readonly Row[] }
    return rows.find(({ operatorId }) => operatorId === people[person])
  }
  const today = localDateOf(startedMs as EpochMs, ZONE)
  const dayOf = async (person: number, date = today) =>
    (await call('GET', `/adherence/people/${people[person]}/days/${date}`)).json()

  it('puts whoever works through a break before whoever works as planned', async () => {
    const { rows, published } = (await call('GET', '/today')).json()
    expect(published).toBe(true)
    expect(rows.map((row: Row) => row.operatorId)).toEqual([people[1], people[0]])
    expect(rows[0]).toMatchObject({
      activity: 'meal',
      state: 'ready',
      verdict: 'out',
      severity: 1,
      outSince: at(-10).toISOString(),
    })
    expect(rows[1]).toMatchObject({ activity: 'work', verdict: 'in', severity: 5, outSince: null })
  })

  it('says who is at home, by the record of the day', async () => {
    expect([await rowOf(0), await rowOf(1)]).toMatchObject([
      { workPlace: 'home' },
      { workPlace: 'office' },
    ])
  })

  it('says since when a deviation lasts that began before the last change of state', async () => {
    await send({
      key: 'left',
      events: [
        { agent: '1001', state: 'paused', at: at(-20).toISOString() },
        { agent: '1001', state: 'not_responding', at: at(-5).toISOString() },
      ],
    })
    expect(await rowOf(0)).toMatchObject({
      state: 'not_responding',
      severity: 0,
      outSince: at(-20).toISOString(),
    })
  })

  it('shows in the day’s record what the board says, and an explanation turns it neutral', async () => {
    const before = await dayOf(0, localDateOf(at(-60).getTime() as EpochMs, ZONE))
    expect(before.judged.at(-1)).toMatchObject({ state: 'not_responding', verdict: 'out' })
    const order = {
      operatorIds: [people[0]],
      from: at(-20).toISOString(),
      to: at(30).toISOString(),
      kind: 'technical',
      note: 'Telephone replaced',
    }
    const made = await call('POST', '/adherence/exceptions', order)
    expect(made.statusCode).toBe(201)
    expect(await rowOf(0)).toMatchObject({ verdict: 'neutral', severity: 4 })
    const after = await dayOf(0, localDateOf(at(-60).getTime() as EpochMs, ZONE))
    expect(after.totals.outSeconds).toBe(0)
    expect(after.totals.inSeconds).toBe(before.totals.inSeconds)
    expect(after.adherence).toBe(1)
    const { id } = made.json().exceptions[0]
    await call('POST', '/adherence/exceptions/decisions', {
      exceptionIds: [id],
      status: 'withdrawn',
    })
    expect(await rowOf(0)).toMatchObject({ verdict: 'out' })
  })

  it('shows operator, team and report one number', async () => {
    const date = localDateOf(at(-60).getTime() as EpochMs, ZONE)
    const to = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
    const report = (await call('GET', `/adherence?from=${date}&to=${to}`)).json()
    const row = report.people.find((one: { operatorId: string }) => one.operatorId === people[0])
    const day = await dayOf(0, date)
    expect(Math.abs(row.adherence - day.adherence)).toBeLessThan(0.001)
    expect(row.totals.deviations).toBe(1)
    expect(report.totals.inSeconds).toBeGreaterThan(row.totals.inSeconds)
    expect(row.days).toHaveLength(1)
    expect(row.activities.map(({ activity }: { activity: string }) => activity)).toEqual(['work'])
    // Every way to cut it is cut from the same time.
    const { inSeconds, outSeconds } = report.totals
    for (const group of ['teams', 'weeks', 'days', 'activities', 'people']) {
      const sum = (of: 'inSeconds' | 'outSeconds'): number =>
        report[group].reduce(
          (total: number, { totals }: { totals: Record<typeof of, number> }) => total + totals[of],
          0,
        )
      expect([sum('inSeconds'), sum('outSeconds')]).toEqual([
        expect.closeTo(inSeconds, 3),
        expect.closeTo(outSeconds, 3),
      ])
    }
    expect(report.teams).toMatchObject([{ team: null }])
    expect(report.days).toMatchObject([{ date }])
  })

  it('judges a past day again under another version, and leaves the day’s own as it was', async () => {
    const date = localDateOf(at(-60).getTime() as EpochMs, ZONE)
    const { policies } = (await call('GET', '/adherence/policies')).json()
    const policy = { ...policies[0].policy, formula: 'genesys' }
    const strange = { ...policy, table: { siesta: {} } }
    const refused = await call('POST', '/adherence/policies', { policy: strange }, 'planner')
    expect([refused.statusCode, refused.json().type]).toEqual([422, '/problems/policy-refused'])
    expect((await call('POST', '/adherence/policies', { policy })).statusCode).toBe(403)
    const made = await call('POST', '/adherence/policies', { policy, note: 'As before' }, 'planner')
    expect(made.json()).toMatchObject({ version: 1 })
    const to = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
    const url = `/adherence?from=${date}&to=${to}`
    expect((await call('GET', url)).json()).toMatchObject({ formula: 'kezek', policyVersions: [0] })
    expect((await call('GET', `${url}&policyVersion=1`)).json()).toMatchObject({
      formula: 'genesys',
      policyVersions: [1],
    })
    expect((await call('GET', `${url}&policyVersion=9`)).statusCode).toBe(404)
  })

  it('sends the board and every change of it to whoever watches', async () => {
    await service.app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = service.app.server.address() as AddressInfo
    const stopped = new AbortController()
    const response = await fetch(`http://127.0.0.1:${port}/api/v1/today/events`, {
      headers: { 'x-role': 'supervisor' },
      signal: stopped.signal,
    })
    const heard = eventsOf(response)
    const first = await next(heard)
    expect(first).toMatchObject({ event: 'board', feeds: [{ silent: false }] })
    await send({
      key: 'meal',
      events: [{ agent: '1002', state: 'meal', at: new Date().toISOString() }],
    })
    const change = await next(heard)
    expect(change.event).toBe('change')
    expect(change.rows).toMatchObject([{ operatorId: people[1], state: 'meal', verdict: 'in' }])
    stopped.abort()
  })

  it('takes people of a silent feed to be unknown, not out', async () => {
    await connection.db
      .updateTable('operator_state')
      .set({ confirmed_at: at(-16) })
      .execute()
    await connection.db
      .updateTable('feed_health')
      .set({ last_heard_at: at(-15) })
      .execute()
    await vi.waitFor(
      async () => {
        const { feeds, rows } = (await call('GET', '/today')).json()
        expect(feeds).toMatchObject([{ silent: true }])
        expect(rows.map(({ verdict, severity }: Row) => [verdict, severity])).toEqual([
          ['unknown', 2],
          ['unknown', 2],
        ])
      },
      { timeout: 20_000, interval: 500 },
    )
  })

  it('tells of each queue and interval who was asked for, planned and there', async () => {
    const { queues } = (await call('GET', '/today/hours')).json()
    const [queue] = queues
    const staffAt = (startMs: number) =>
      queue.intervals.find(({ from }: { from: string }) => Date.parse(from) === startMs)?.staff
    const past = staffAt(gridMs - HALF_HOUR_MS)
    expect(past.required).toBe(2)
    // Two are planned; a meal began ten minutes ago, and may take a part of one of them.
    expect(past.scheduled).toBeLessThanOrEqual(2)
    expect(past.scheduled).toBeGreaterThan(1)
    expect(past.working).toBeGreaterThan(1)
    expect(staffAt(gridMs + HALF_HOUR_MS)).toBeNull()
  })

  it('is shown to supervisors, planners and heads alone', async () => {
    for (const url of ['/today', '/today/events']) {
      expect((await call('GET', url, undefined, 'operator')).statusCode).toBe(403)
    }
    expect((await service.app.inject({ url: '/api/v1/today' })).statusCode).toBe(401)
    expect((await call('GET', `/adherence?from=${today}&to=${today}`)).statusCode).toBe(422)
    expect((await call('GET', `/adherence/people/${scope.actorId}/days/${today}`)).statusCode).toBe(
      404,
    )
    const order = {
      operatorIds: null,
      from: at(10).toISOString(),
      to: at(5).toISOString(),
      kind: 'other',
    }
    expect((await call('POST', '/adherence/exceptions', order)).statusCode).toBe(422)
    expect((await call('POST', '/adherence/exceptions', order, 'operator')).statusCode).toBe(403)
  })

  describe('a word to one person', () => {
    const write = (person: string | undefined, text: string, role?: string) =>
      call('POST', `/today/people/${person}/messages`, { text }, role)
    const own = () => call('GET', '/my/messages', undefined, 'operator')
    const read = (id: string) => call('POST', `/my/messages/${id}/reading`, undefined, 'operator')

    it('is offered to those alone who would see it', async () => {
      const [me] = people
      const canSignIn = async () => (await rowOf(0))?.canSignIn
      expect(await canSignIn()).toBe(false)
      const id = randomUUID()
      await inCenter(connection.db, scope, async (db) => {
        const user = { id, center_id: scope.centerId, name: 'A', email: `${id}@kezek.example` }
        await db.insertInto('users').values(user).execute()
        await db
          .updateTable('operator')
          .set({ user_id: id })
          .where('id', '=', me as OperatorId)
          .execute()
      })
      expect(await canSignIn()).toBe(true)
      await inCenter(connection.db, scope, (db) =>
        db.updateTable('users').set({ disabled_at: new Date() }).where('id', '=', id).execute(),
      )
      expect(await canSignIn()).toBe(false)
      await inCenter(connection.db, scope, (db) =>
        db
          .updateTable('operator')
          .set({ user_id: null })
          .where('id', '=', me as OperatorId)
          .execute(),
      )
    })

    it('is refused where nobody would see it', async () => {
      const answers = [
        await write(people[0], 'Come back'),
        await write(scope.actorId, 'Come back'),
        await write(people[0], '   '),
        await write(people[0], 'Come back', 'operator'),
      ]
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([422, 404, 400, 403])
      expect(answers[0]?.json().type).toBe('/problems/recipient-cannot-sign-in')
      expect((await own()).statusCode).toBe(404)
    })

    it('is shown to them alone until they have read it, and to supervisors with when', async () => {
      const [me = '' as OperatorId, other = '' as OperatorId] = people
      const { centerId, actorId, actorName } = scope
      const notForMe = await inCenter(connection.db, scope, async (db) => {
        const email = `${actorId}@kezek.example`
        await db
          .insertInto('users')
          .values({ id: actorId, center_id: centerId, name: actorName, email })
          .execute()
        await db.updateTable('operator').set({ user_id: actorId }).where('id', '=', me).execute()
        return db
          .insertInto('day_message')
          .values({ center_id: centerId, operator_id: other, text: 'Not for you', sent_by: 'test' })
          .returning('id')
          .executeTakeFirstOrThrow()
      })
      const sent = await write(me, ' Come back ')
      expect(sent.json()).toMatchObject({ text: 'Come back', sentBy: 'Test Planner', readAt: null })
      const { id } = sent.json()
      expect((await own()).json().messages).toMatchObject([{ id }])
      expect((await read(notForMe.id)).statusCode).toBe(404)
      expect((await read(id)).json()).toEqual({ messages: [] })
      const first = (await call('GET', '/today/messages')).json()
      await read(id)
      expect((await call('GET', '/today/messages')).json()).toEqual(first)
      expect(first.messages).toMatchObject([
        { id, readAt: expect.any(String) },
        { text: 'Not for you', readAt: null },
      ])
    })
  })

  it('keeps what each user looks at, for every screen of theirs', async () => {
    await inCenter(connection.db, scope, async (db) => {
      const name3 = JSON.stringify({ kk: 'С', ru: 'С', en: 'N' })
      await db
        .insertInto('team')
        .values({ center_id: scope.centerId, code: 'north', name: name3 })
        .execute()
    })
    const keep = (filter: object, role?: string) => call('PUT', '/today/filter', filter, role)
    const kept = async () => (await call('GET', '/today/filter')).json()
    expect(await kept()).toEqual({ standings: [], team: null })
    const mine = { standings: ['out', 'unknown'], team: 'north' }
    expect((await keep(mine)).json()).toEqual(mine)
    expect(await kept()).toEqual(mine)
    expect((await keep({ standings: [], team: null })).json().team).toBeNull()
    const refused = [
      await keep({ ...mine, team: 'nobody' }),
      await keep({ ...mine, standings: ['?'] }),
      await keep(mine, 'operator'),
    ]
    expect(refused.map(({ statusCode }) => statusCode)).toEqual([422, 400, 403])
    expect(await kept()).toEqual({ standings: [], team: null })
  })
})

async function* eventsOf(response: Response): AsyncGenerator<Heard> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true })
    const parts = text.split('\n\n')
    text = parts.pop() ?? ''
    for (const part of parts) {
      const [, event = '', data = '{}'] = /^event: (\w+)\ndata: (.*)$/.exec(part) ?? []
      yield { event, ...(JSON.parse(data) as Omit<Heard, 'event'>) }
    }
  }
}

async function next(heard: AsyncGenerator<Heard>): Promise<Heard> {
  const { value, done } = await heard.next()
  if (done === true) throw new Error('the stream ended')
  return value
}
