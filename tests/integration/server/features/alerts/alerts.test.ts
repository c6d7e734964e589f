import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { localDateOf, mondayOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs, OperatorId } from '#forecasting/kernel/units.ts'
import { deliverAlerts, lookForAlerts } from '#server/features/alerts/alert-watch.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'

import { callAs } from '../../../../support/call.ts'
import { addPeople, publishShifts } from '../../../../support/day-centre.ts'
import { openPostOffice, type PostOffice } from '../../../../support/post-office.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testCentre, testDatabase } from '../../../../support/test-database.ts'
import { zoneAtNoon } from '../../../../support/zone-at-noon.ts'

const HALF_HOUR_MS = 30 * 60_000
const ZONE = zoneAtNoon(new Date().getUTCHours())

interface Delivered {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

describe.each(DATABASES)('alerts, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let scope: Scope
  let people: readonly OperatorId[]
  let hook: Server
  let post: PostOffice
  let secret: string
  const delivered: Delivered[] = []
  let answer = 200
  const gridMs = Math.floor(Date.now() / HALF_HOUR_MS) * HALF_HOUR_MS
  const at = (halfHours: number): Date => new Date(gridMs + halfHours * HALF_HOUR_MS)

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await testCentre(connection, 'test', ZONE)
    people = await addPeople(connection, scope, 4)
    service = await testApp(connection, scope)
    // Four people where ten are asked for: the line only grows.
    await publishShifts(connection, scope, {
      fromDate: mondayOf(localDateOf(Date.now() as EpochMs, ZONE)),
      publishedAt: at(-100),
      required: [{ startsAt: at(0), agents: 10 }],
      shifts: people.map((operatorId) => ({ operatorId, startsAt: at(-4), endsAt: at(4) })),
    })
    hook = createServer((request, response) => {
      let body = ''
      request.on('data', (chunk: Buffer) => (body += chunk.toString()))
      request.on('end', () => {
        delivered.push({ headers: request.headers, body })
        response.writeHead(answer).end()
      })
    })
    await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve))
    post = await openPostOffice()
  })
  afterAll(async () => {
    await new Promise((resolve) => hook.close(resolve))
    await post.close()
    await service.close()
    await connection.close()
  })

  const call = callAs('supervisor', () => service)
  const look = (withMail = false) =>
    lookForAlerts(
      {
        db: connection.db,
        boards: service.app.boards,
        mail: withMail ? post.mail : undefined,
      },
      { id: scope.centerId, timezone: ZONE },
      Date.now(),
    )
  const deliver = (withMail = false) =>
    deliverAlerts(
      { db: connection.db, mail: withMail ? post.mail : undefined },
      scope.centerId,
      Date.now(),
    )
  const openAlerts = async () => (await call('GET', '/alerts?open=true')).json().alerts
  /** As if the last look had been that long ago. */
  const age = (table: 'alert' | 'alert_delivery', column: string, seconds: number) =>
    inCenter(connection.db, scope, (db) =>
      sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sql.ref(column)} - make_interval(secs => ${seconds})`.execute(
        db,
      ),
    )

  it('finds nothing without a rule', async () => {
    await look()
    expect(await openAlerts()).toEqual([])
  })

  it('raises one alert of a rule and queue, however often it looks', async () => {
    const hookMade = await call(
      'POST',
      '/alerts/webhooks',
      {
        url: `http://127.0.0.1:${(hook.address() as AddressInfo).port}/kezek`,
      },
      'admin',
    )
    expect(hookMade.statusCode).toBe(201)
    ;({ secret } = hookMade.json())
    const made = await call('POST', '/alerts/rules', { kind: 'staffing', threshold: 3 }, 'planner')
    expect(made.json()).toMatchObject({ threshold: 3, aheadMinutes: 60, quiet: null })
    await Promise.all([look(), look()])
    await look()
    const alerts = await openAlerts()
    expect(alerts).toMatchObject([
      { kind: 'staffing', detail: { name: 'voice' }, isQuiet: false, acknowledgedBy: null },
    ])
    const { queues } = (await call('GET', '/today/hours')).json()
    const { predicted } = queues[0].intervals.find(
      ({ from }: { from: string }) => from === alerts[0].detail.from,
    )
    // Four are planned for the only interval in which anybody is expected.
    expect(predicted.given).toBe(4)
    expect(alerts[0].detail.value).toBe(predicted.required - 4)
  })

  it('tells the webhook once, signed, and again after it failed', async () => {
    answer = 503
    await deliver()
    await deliver()
    expect(delivered).toHaveLength(1)
    const { webhooks } = (await call('GET', '/alerts/webhooks', undefined, 'admin')).json()
    expect(webhooks).toMatchObject([{ pending: 1, lastError: 'answered 503' }])
    expect(JSON.stringify(webhooks)).not.toContain(secret)
    answer = 200
    await age('alert_delivery', 'next_at', 11)
    await deliver()
    await deliver()
    expect(delivered).toHaveLength(2)
    const [, { headers, body } = { headers: {}, body: '' }] = delivered
    const [, time, hmac] = /^t=(\d+),v1=([0-9a-f]+)$/.exec(String(headers['kezek-signature'])) ?? []
    expect(createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')).toBe(hmac)
    expect(JSON.parse(body)).toMatchObject({ event: 'raised', alert: { kind: 'staffing' } })
  })

  it('keeps who acknowledged it first, in the record of changes too', async () => {
    const [{ id }] = await openAlerts()
    await call('POST', `/alerts/${id}/acknowledgement`, { note: 'Meals moved' })
    const again = await call('POST', `/alerts/${id}/acknowledgement`, { note: 'No' })
    expect(again.json().alerts).toMatchObject([
      { acknowledgedBy: 'Test Planner', note: 'Meals moved' },
    ])
    expect((await call('GET', '/audit?entity=alert', undefined, 'admin')).body).toContain(
      'Meals moved',
    )
  })

  it('ends when the reason is gone for a while, and says so', async () => {
    const { rules } = (await call('GET', '/alerts/rules')).json()
    await call('PATCH', `/alerts/rules/${rules[0].id}`, { threshold: 50 }, 'planner')
    await look()
    expect(await openAlerts()).toHaveLength(1)
    await age('alert', 'seen_at', 121)
    await look()
    expect(await openAlerts()).toEqual([])
    await deliver()
    expect(JSON.parse(delivered.at(-1)?.body ?? '{}')).toMatchObject({ event: 'ended' })
    expect((await call('GET', '/alerts')).json().alerts).toHaveLength(1)
  })

  it('keeps alerts of quiet hours, and tells nobody', async () => {
    const count = delivered.length
    const { rules } = (await call('GET', '/alerts/rules')).json()
    await call(
      'PATCH',
      `/alerts/rules/${rules[0].id}`,
      {
        threshold: 3,
        quiet: { fromMinutes: 1, toMinutes: 0 },
      },
      'planner',
    )
    await look()
    expect(await openAlerts()).toMatchObject([{ isQuiet: true }])
    await deliver()
    expect(delivered).toHaveLength(count)
  })

  it('refuses what is wrong, unknown, or not one’s own to do', async () => {
    const rule = { kind: 'wait', threshold: 60 }
    expect((await call('POST', '/alerts/rules', rule, 'operator')).statusCode).toBe(403)
    expect((await call('POST', '/alerts/webhooks', { url: 'http://a' })).statusCode).toBe(403)
    expect((await call('POST', '/alerts/webhooks', { url: 'ftp://a' }, 'admin')).statusCode).toBe(
      400,
    )
    expect(
      (await call('POST', '/alerts/rules', { ...rule, threshold: -1 }, 'planner')).statusCode,
    ).toBe(400)
    const strange = await call(
      'POST',
      '/alerts/rules',
      {
        ...rule,
        queueId: scope.actorId,
      },
      'planner',
    )
    expect([strange.statusCode, strange.json().type]).toEqual([404, '/problems/queue-unknown'])
    expect(
      (await call('PATCH', `/alerts/rules/${scope.actorId}`, { threshold: 1 }, 'planner'))
        .statusCode,
    ).toBe(404)
    expect((await call('POST', `/alerts/${scope.actorId}/acknowledgement`, {})).statusCode).toBe(
      404,
    )
    expect((await service.app.inject({ url: '/api/v1/alerts' })).statusCode).toBe(401)
  })

  it('forgets a webhook that was removed', async () => {
    const { webhooks } = (await call('GET', '/alerts/webhooks', undefined, 'admin')).json()
    const removed = await call('DELETE', `/alerts/webhooks/${webhooks[0].id}`, undefined, 'admin')
    expect(removed.json()).toEqual({ webhooks: [] })
    expect(
      (await call('DELETE', `/alerts/webhooks/${webhooks[0].id}`, undefined, 'admin')).statusCode,
    ).toBe(404)
  })

  describe('by mail', () => {
    let aigul: string
    let operator: string

    const addUser = (name: string, roles: string, language: 'kk' | 'ru') =>
      inCenter(connection.db, scope, async (db) => {
        const { id } = await db
          .insertInto('users')
          .values({
            center_id: scope.centerId,
            name,
            email: `${scope.centerId}.${roles}@kezek.example`,
            roles,
            language,
          })
          .returning('id')
          .executeTakeFirstOrThrow()
        return id
      })
    const rule = (mailTo: readonly string[]) =>
      call('POST', '/alerts/rules', { kind: 'staffing', threshold: 2, mailTo }, 'planner')
    const mailing = async () => (await call('GET', '/alerts/mailing')).json()

    beforeAll(async () => {
      aigul = await addUser('Айгүл', 'supervisor', 'kk')
      operator = await addUser('Operator', 'operator', 'ru')
    })

    it('names only people who may read alerts', async () => {
      const refused = await rule([aigul, operator])
      expect([refused.statusCode, refused.json().type]).toEqual([404, '/problems/user-unknown'])
      expect(await mailing()).toEqual({
        isConfigured: false,
        pending: 0,
        lastDeliveredAt: null,
        lastError: null,
        people: [{ userId: aigul, name: 'Айгүл' }],
      })
    })

    it('tells each once, in their own language, and again after a failure', async () => {
      expect((await rule([aigul])).json()).toMatchObject({ mailTo: [aigul] })
      await look(true)
      await look(true)
      // Whoever has no mail server leaves the mail to another process.
      await deliver()
      post.refusal = 'mailbox busy'
      await deliver(true)
      expect(await mailing()).toMatchObject({
        pending: 1,
        lastError: expect.stringContaining('mailbox busy'),
      })
      post.refusal = undefined
      await age('alert_delivery', 'next_at', 61)
      await deliver(true)
      await deliver(true)
      expect(post.taken).toMatchObject([
        {
          to: [`${scope.centerId}.supervisor@kezek.example`],
          subject: expect.stringMatching(/^Kezek: a: \d\d:\d\d–\d\d:\d\d \d+ адам жетіспейді$/),
          text: expect.stringContaining('https://kezek.example/today/alerts'),
        },
      ])
      expect(await mailing()).toMatchObject({ pending: 0, lastError: null })
    })

    it('does not write of what has ended, nor to whoever may no longer sign in', async () => {
      const count = post.taken.length
      await rule([aigul])
      await look(true)
      await age('alert', 'seen_at', 121)
      await inCenter(connection.db, scope, (db) =>
        db.updateTable('alert_rule').set({ enabled: false }).execute(),
      )
      await look(true)
      await deliver(true)
      await inCenter(connection.db, scope, (db) =>
        db.updateTable('users').set({ disabled_at: new Date() }).where('id', '=', aigul).execute(),
      )
      await inCenter(connection.db, scope, (db) =>
        db.updateTable('alert_rule').set({ enabled: true }).execute(),
      )
      await look(true)
      await deliver(true)
      expect(post.taken).toHaveLength(count)
    })
  })
})
