import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addDays, localDateOf, startOfLocalDay } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import { queueNightWork } from '#server/night-watch.ts'
import { CONTACT_DAYS } from '#server/night-work.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'

import { callAs } from '../../../../support/call.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testCentre, testDatabase } from '../../../../support/test-database.ts'

const ZONE = 'Asia/Almaty'
const HALF_HOUR_MS = 30 * 60_000

describe.each(DATABASES)('contacts as they happen, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let scope: Scope
  let key: string
  const today = localDateOf(Date.now() as EpochMs, ZONE)
  const yesterday = addDays(today, -1)
  const startMs = startOfLocalDay(yesterday, ZONE)
  /** Seconds after yesterday's midnight, by the centre's clock. */
  const at = (seconds: number): string => new Date(startMs + seconds * 1000).toISOString()

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await testCentre(connection)
    service = await testApp(connection, scope)
    await inCenter(connection.db, scope, (db) =>
      db
        .insertInto('queue')
        .values({
          center_id: scope.centerId,
          code: 'voice-kk',
          name: JSON.stringify({ kk: 'a', ru: 'b', en: 'c' }),
          channel: 'voice',
          // Open for two hours a day: what is in no interval of them is no zero either.
          opening_hours: JSON.stringify(
            Array.from({ length: 7 }, () => [{ fromMinutes: 540, toMinutes: 660 }]),
          ),
          shrinkage_planned: 0,
          shrinkage_unplanned: 0,
        })
        .execute(),
    )
    const made = await call(
      'POST',
      '/feeds',
      {
        code: 'pbx',
        kind: 'queue_log',
        silentAfterSeconds: 86_400,
        queueNames: { '9000': 'voice-kk' },
      },
      'admin',
    )
    key = made.json().key
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const call = callAs('supervisor', () => service)
  let batches = 0
  const send = async (contacts: readonly object[]) => {
    const answer = await service.app.inject({
      method: 'POST',
      url: '/api/v1/feeds/events',
      headers: { authorization: `Bearer ${key}` },
      payload: { key: `batch ${++batches}`, sequence: batches, events: [], contacts },
    })
    expect(answer.statusCode).toBe(200)
    return answer.json()
  }
  const dayOf = async () => {
    const { queues, unknownQueues } = (await call('GET', `/today/hours?date=${yesterday}`)).json()
    const queue = queues.find(({ code }: { code: string }) => code === 'voice-kk')
    const came = new Map<number, Record<string, number | null>>(
      queue.intervals.map((one: { from: string; came: Record<string, number> }) => [
        (Date.parse(one.from) - startMs) / HALF_HOUR_MS,
        one.came,
      ]),
    )
    return { queue, came, unknownQueues }
  }
  // 09:00 is the eighteenth half-hour.
  const call1 = { id: 'c1', queue: '9000', at: at(9 * 3600 + 60) }

  it('counts a contact in the interval of its arrival, and corrects it when a long call ends', async () => {
    await send([{ ...call1, stage: 'waiting' }])
    expect((await dayOf()).came.get(18)).toMatchObject({ offered: 1, answered: 0, waiting: 1 })
    await send([{ ...call1, stage: 'talking', waitSeconds: 30 }])
    expect((await dayOf()).came.get(18)).toMatchObject({
      offered: 1,
      answered: 1,
      waiting: 0,
      asaSeconds: 30,
      ahtSeconds: null,
    })
    await send([{ ...call1, stage: 'handled', waitSeconds: 30, handleSeconds: 4000 }])
    const { came } = await dayOf()
    expect(came.get(18)).toMatchObject({ offered: 1, answered: 1, ahtSeconds: 4000 })
    expect(came.get(20)).toMatchObject({ offered: 0 })
  })

  it('doubles nothing that comes twice, late or out of order', async () => {
    const again = await send([
      { ...call1, stage: 'handled', waitSeconds: 30, handleSeconds: 4000 },
      { ...call1, stage: 'waiting' },
    ])
    expect(again).toMatchObject({ contacts: 0, unknownQueues: 0 })
    const longer = await send([
      { ...call1, stage: 'handled', waitSeconds: 30, handleSeconds: 4030 },
    ])
    expect(longer.contacts).toBe(1)
    expect((await dayOf()).came.get(18)).toMatchObject({ offered: 1, ahtSeconds: 4030 })
  })

  it('keeps contacts of an unknown queue until somebody says which it is', async () => {
    const strange = {
      id: 'x1',
      queue: 'helpdesk',
      at: at(9 * 3600 + 70),
      stage: 'abandoned',
      waitSeconds: 3,
    }
    expect(await send([strange])).toMatchObject({ contacts: 1, unknownQueues: 1 })
    expect((await dayOf()).unknownQueues).toEqual([{ name: 'helpdesk', contacts: 1 }])
    const { feeds } = (await call('GET', '/feeds', undefined, 'planner')).json()
    expect(feeds[0].health).toMatchObject({ contacts: 5, unknownQueues: 1 })
    await call(
      'PATCH',
      `/feeds/${feeds[0].id}`,
      {
        queueNames: { '9000': 'voice-kk', helpdesk: 'voice-kk' },
      },
      'admin',
    )
    const { came, unknownQueues } = await dayOf()
    expect(unknownQueues).toEqual([])
    expect(came.get(18)).toMatchObject({ offered: 2, answered: 1, abandoned: 1 })
  })

  it('makes history of yesterday at night, with zeros while the queue was open', async () => {
    await buildHistory()
    expect(await history()).toEqual([
      [18, 2, 1, 1, 1, 4030],
      [19, 0, 0, 0, 0, 0],
      [20, 0, 0, 0, 0, 0],
      [21, 0, 0, 0, 0, 0],
    ])
    const { imports } = (await call('GET', '/imports', undefined, 'planner')).json()
    expect(imports[0]).toMatchObject({ kind: 'feed', fileName: yesterday, withdrawnAt: null })
  })

  it('builds a day again when something of it comes late, and only then', async () => {
    expect(await queueNightWork(night(), nightMs())).toBe(0)
    await send([
      { id: 'c2', queue: '9000', at: at(9 * 3600 + 2000), stage: 'abandoned', waitSeconds: 44 },
    ])
    await buildHistory()
    expect((await history())[1]).toEqual([19, 1, 0, 1, 0, 0])
    const { imports } = (await call('GET', '/imports', undefined, 'planner')).json()
    expect(imports.map((one: { withdrawnAt: string | null }) => one.withdrawnAt === null)).toEqual([
      true,
      false,
    ])
  })

  it('is shown to supervisors, planners and heads alone', async () => {
    expect((await call('GET', '/today/hours', undefined, 'operator')).statusCode).toBe(403)
    expect((await service.app.inject({ url: '/api/v1/today/hours' })).statusCode).toBe(401)
    expect((await call('GET', '/today/hours?date=never', undefined, 'head')).statusCode).toBe(400)
    expect((await call('GET', '/today/hours', undefined, 'head')).statusCode).toBe(200)
  })

  const night = () => ({ db: connection.db, jobs: service.jobs, work: [CONTACT_DAYS] })
  /** Four in the morning of today. */
  const nightMs = (): number => startOfLocalDay(today, ZONE) + 4 * 3_600_000
  async function buildHistory(): Promise<void> {
    expect(await queueNightWork(night(), nightMs())).toBe(1)
    const { id } = await inCenter(connection.db, scope, (db) =>
      db
        .selectFrom('job')
        .select('id')
        .where('kind', '=', 'contact-days')
        .orderBy('made_at', 'desc')
        .executeTakeFirstOrThrow(),
    )
    expect(await service.jobs.waitFor(scope, id)).toMatchObject({
      status: 'done',
      result: { days: [yesterday] },
    })
  }
  /** Half-hour, offered, handled, abandoned, short, handle seconds of the layer in force. */
  const history = () =>
    inCenter(connection.db, scope, async (db) => {
      const rows = await db
        .selectFrom('interval_history as history')
        .innerJoin('history_import as import', 'import.layer', 'history.layer')
        .selectAll('history')
        .where('import.withdrawn_at', 'is', null)
        .orderBy('starts_at')
        .execute()
      return rows.map((row) => [
        (row.starts_at.getTime() - startMs) / HALF_HOUR_MS,
        row.offered,
        row.handled,
        row.abandoned,
        row.short_abandoned,
        row.handle_seconds,
      ])
    })
})
