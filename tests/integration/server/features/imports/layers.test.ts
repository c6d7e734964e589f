import { gzipSync } from 'node:zlib'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'

import { callAs } from '../../../../support/call.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testCentre, testDatabase } from '../../../../support/test-database.ts'

const HEADER = 'interval_start,queue,channel,offered,handled,aht_seconds,abandoned\n'
const DAY = '2026-03-02'
const row = (time: string, rest: string): string => `${DAY}T${time}:00+05:00,${rest}\n`
const HALVES = HEADER + row('09:00', 'q1,voice,10,8,200,2') + row('09:30', 'q1,voice,0,0,0,0')

describe.each(DATABASES)('layers of history, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let other: TestApp
  let scope: Scope

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await testCentre(connection)
    await addQueue(scope, 'q1', 'voice')
    await addQueue(scope, 'q2', 'chat')
    service = await testApp(connection, scope)
    other = await testApp(connection, await testCentre(connection, 'other'))
  })
  afterAll(async () => {
    await other.close()
    await service.close()
    await connection.close()
  })

  async function addQueue(of: Scope, code: string, channel: 'voice' | 'chat'): Promise<void> {
    const values = {
      center_id: of.centerId,
      code,
      name: JSON.stringify({ kk: `К ${code}`, ru: `О ${code}`, en: `Q ${code}` }),
      channel,
      language: 'ru' as const,
      opening_hours: JSON.stringify(
        Array.from({ length: 7 }, () => [{ fromMinutes: 0, toMinutes: 1440 }]),
      ),
      shrinkage_planned: 0.1,
      shrinkage_unplanned: 0.05,
    }
    await inCenter(connection.db, of, (db) => db.insertInto('queue').values(values).execute())
  }

  async function upload(
    file: string | Buffer,
    options: { query?: string; queueMap?: string; role?: string } = {},
  ) {
    const part = (head: string, body: string | Buffer): Buffer[] => [
      Buffer.from(`--kezek-test\r\ncontent-disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(body),
      Buffer.from('\r\n'),
    ]
    const { query = 'kind=intervals', queueMap, role = 'planner' } = options
    const map = queueMap === undefined ? [] : part('name="queueMap"', queueMap)
    const response = await service.app.inject({
      method: 'POST',
      url: `/api/v1/imports?${query}`,
      headers: { 'x-role': role, 'content-type': 'multipart/form-data; boundary=kezek-test' },
      payload: Buffer.concat([
        ...map,
        ...part('name="file"; filename="h.csv"', file),
        Buffer.from('--kezek-test--\r\n'),
      ]),
    })
    return response.json()
  }

  const call = async (method: 'GET' | 'POST', url: string, app = service) =>
    (await callAs('planner', () => app)(method, url)).json()

  async function history(code: string, step: 'interval' | 'day') {
    const { queues } = await call('GET', '/queues')
    const { id } = queues.find((queue: { code: string }) => queue.code === code)
    const span = `from=${encodeURIComponent(`${DAY}T00:00:00+05:00`)}&to=${encodeURIComponent('2026-03-03T00:00:00+05:00')}`
    return (await call('GET', `/history?queueId=${id}&${span}&step=${step}`)).points
  }

  /** Every test leaves the history as it found it. */
  async function whileImported<Result>(
    file: string | Buffer,
    options: Parameters<typeof upload>[1],
    look: (outcome: Awaited<ReturnType<typeof upload>>) => Promise<Result>,
  ): Promise<Result> {
    const outcome = await upload(file, options)
    expect(outcome).toMatchObject({ stored: true })
    try {
      return await look(outcome)
    } finally {
      await call('POST', `/imports/${outcome.layer.id}/withdraw`)
    }
  }

  it('shows intervals and local days, and leaves unknown what nobody counted', async () => {
    await whileImported(HALVES, {}, async () => {
      // 8 handled of 200 s each; 2 of 10 left. Nobody came in the second half-hour.
      expect(await history('q1', 'interval')).toEqual([
        {
          startsAt: '2026-03-02T04:00:00.000Z',
          offered: 10,
          handled: 8,
          abandoned: 2,
          ahtSeconds: 200,
          asaSeconds: null,
          abandonShare: 0.2,
        },
        {
          startsAt: '2026-03-02T04:30:00.000Z',
          offered: 0,
          handled: 0,
          abandoned: 0,
          ahtSeconds: null,
          asaSeconds: null,
          abandonShare: null,
        },
      ])
      expect(await history('q1', 'day')).toMatchObject([
        { startsAt: DAY, offered: 10, handled: 8, ahtSeconds: 200, asaSeconds: null },
      ])
    })
  })

  it('adds quarters up to the half-hours of the centre', async () => {
    const quarters =
      HEADER +
      row('09:00', 'q1,voice,1,1,100,0') +
      row('09:15', 'q1,voice,2,1,300,1') +
      row('09:30', 'q1,voice,4,4,50,0')
    await whileImported(quarters, {}, async ({ layer }) => {
      expect(layer.rowsStored).toBe(2)
      // 1 × 100 s and 1 × 300 s make a mean of 200 s.
      expect(await history('q1', 'interval')).toMatchObject([
        { offered: 3, handled: 2, abandoned: 1, ahtSeconds: 200 },
        { offered: 4, handled: 4, ahtSeconds: 50 },
      ])
    })
  })

  it('refuses hours, which half-hours cannot be made of, unless their length is declared', async () => {
    const hours = HEADER + row('09:00', 'q1,voice,1,1,1,0') + row('10:00', 'q1,voice,1,1,1,0')
    expect(await upload(hours)).toMatchObject({
      type: '/problems/file-refused',
      errors: [{ pointer: 'intervals of queue q1' }],
    })
    const declared = { query: 'kind=intervals&intervalMinutes=30' }
    await whileImported(hours, declared, async ({ layer }) => expect(layer.rowsStored).toBe(2))
  })

  it('adds up two names that are mapped to one queue', async () => {
    const names = HALVES + row('09:00', 'North,voice,5,5,200,0')
    const refused = await upload(names)
    expect(refused.errors).toMatchObject([{ pointer: 'queue North' }])
    await whileImported(names, { queueMap: '{"North":"q1"}' }, async () => {
      expect(await history('q1', 'interval')).toMatchObject([{ offered: 15 }, { offered: 0 }])
    })
  })

  it('never adds chats to calls of the same name unless a mapping says so', async () => {
    const both = HALVES + row('09:00', 'q1,chat,7,7,60,0')
    const refused = await upload(both)
    expect(refused.errors).toMatchObject([{ pointer: 'queue q1/chat' }])
    await whileImported(both, { queueMap: '{"q1/chat":"q2"}' }, async () => {
      expect(await history('q1', 'interval')).toMatchObject([{ offered: 10 }, { offered: 0 }])
      expect(await history('q2', 'interval')).toMatchObject([{ offered: 7 }])
    })
  })

  it('leaves bad rows out when asked to, and tells later, in any language, which they were', async () => {
    const bad = HALVES + row('10:00', 'q1,voice,-1,0,0,0')
    const skipping = { query: 'kind=intervals&onBadRow=skip-row' }
    await whileImported(bad, skipping, async ({ layer }) => {
      const url = `/api/v1/imports/${layer.id}`
      const headers = { 'x-role': 'operator', 'x-language': 'kk' }
      const later = (await service.app.inject({ url, headers })).json()
      expect(later).toMatchObject({ rowsRefused: 1, problems: [{ row: 4, column: 'offered' }] })
      const now = await call('GET', `/imports/${layer.id}`)
      expect(now.problems[0].text).not.toBe(later.problems[0].text)
    })
  })

  it.each([
    ['semicolons', HALVES.replaceAll(',', ';')],
    ['windows-1251', windows1251(HALVES.replaceAll('q1', 'О q1'))],
    ['gzip', gzipSync(HALVES)],
  ])('reads %s as well', async (_, file) => {
    await whileImported(file, {}, async () =>
      expect(await history('q1', 'interval')).toMatchObject([{ offered: 10 }, { offered: 0 }]),
    )
  })

  it('names a dropped column, which may be personal, and keeps nothing of it', async () => {
    const personal = HALVES.replaceAll('\n', ',+77010000000\n').replace(',+77010000000', ',phone')
    await whileImported(personal, {}, async ({ layer, findings }) => {
      expect(findings.map(({ kind }: { kind: string }) => kind)).toContain('droppedColumn')
      const kept = JSON.stringify(await call('GET', `/imports/${layer.id}`))
      expect(kept).toContain('phone')
      expect(kept).not.toContain('77010000000')
    })
  })

  it('lets go of a long upload whose first row is already wrong', async () => {
    const answer = await upload(`a,b,c\n${'1,2,3\n'.repeat(500_000)}`)
    expect(answer).toMatchObject({ type: '/problems/file-refused' })
  })

  it('puts a withdrawn import back, once, and knows that the history has changed', async () => {
    await whileImported(HALVES, {}, async ({ layer }) => {
      const inForce = { type: '/problems/import-in-force', status: 409 }
      expect(await call('POST', `/imports/${layer.id}/restore`)).toMatchObject(inForce)
      await call('POST', `/imports/${layer.id}/withdraw`)
      expect(await history('q1', 'day')).toHaveLength(0)
      expect(await call('POST', `/imports/${layer.id}/restore`)).toMatchObject({
        withdrawnAt: null,
      })
      expect(await history('q1', 'day')).toHaveLength(1)
      const unknown = '/imports/00000000-0000-4000-8000-000000000000/restore'
      expect(await call('POST', unknown)).toMatchObject({ status: 404 })
      const url = `/api/v1/imports/${layer.id}/restore`
      const headers = { 'x-role': 'operator' }
      const refused = await service.app.inject({ method: 'POST', url, headers })
      expect(refused.statusCode).toBe(403)
    })
  })

  it('gives two imports at once two layers', async () => {
    const outcomes = await Promise.all([upload(HALVES), upload(HALVES)])
    const [a, b] = outcomes.map(({ layer }) => layer)
    expect(Math.abs(a.layer - b.layer)).toBe(1)
    for (const { id } of [a, b]) await call('POST', `/imports/${id}/withdraw`)
  })

  it('sums up how much history each queue has', async () => {
    await whileImported(HALVES, {}, async ({ layer }) => {
      const { queues } = await call('GET', '/history/summary')
      const ofQueue = (code: string) => queues.find((one: { code: string }) => one.code === code)
      expect(ofQueue('q1')).toMatchObject({
        firstAt: '2026-03-02T04:00:00.000Z',
        lastAt: '2026-03-02T05:00:00.000Z',
        intervals: 2,
        contacts: 10,
        gaps: 0,
        lastImportAt: layer.importedAt,
      })
      expect(ofQueue('q2')).toMatchObject({ firstAt: null, intervals: 0, lastImportAt: null })
    })
  })

  it('keeps centres apart', async () => {
    await whileImported(HALVES, {}, async ({ layer }) => {
      expect(await call('GET', '/imports', other)).toEqual({ imports: [] })
      const unknown = { type: '/problems/import-unknown', status: 404 }
      expect(await call('GET', `/imports/${layer.id}`, other)).toMatchObject(unknown)
      expect(await call('POST', `/imports/${layer.id}/withdraw`, other)).toMatchObject(unknown)
      expect(await history('q1', 'day')).toHaveLength(1)
    })
  })

  it('refuses what is no request: a bad zone, a bad map, an empty span, a stranger of a queue', async () => {
    const zone = await upload(HALVES, { query: 'kind=intervals&timezone=Mars/Olympus' })
    expect(zone).toMatchObject({ type: '/problems/zone-unknown', status: 422 })
    expect(await upload(HALVES, { queueMap: '[1' })).toMatchObject({ status: 400 })
    expect(await upload(HALVES, { query: 'kind=guess' })).toMatchObject({ status: 400 })
    const queueMap = '{"North":"nowhere"}'
    expect(await upload(HALVES, { queueMap })).toMatchObject({ type: '/problems/queue-unknown' })
    const [from, to] = ['2026-03-02T00:00:00Z', '2026-03-03T00:00:00Z']
    const url = `/history?queueId=00000000-0000-4000-8000-000000000000&step=day`
    expect(await call('GET', `${url}&from=${from}&to=${to}`)).toMatchObject({ status: 404 })
    expect(await call('GET', `${url}&from=${to}&to=${from}`)).toMatchObject({ status: 422 })
  })
})

/** Russian capital О, the only letter of these files that is not ASCII, is 0xCE. */
function windows1251(text: string): Buffer {
  return Buffer.from(Array.from(text, (letter) => (letter === 'О' ? 0xce : letter.charCodeAt(0))))
}
