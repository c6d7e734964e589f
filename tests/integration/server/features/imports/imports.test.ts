import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'

import { BROKEN_FILES, GOOD_HISTORY as GOOD } from '../../../../support/broken-files.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testCentre, testDatabase } from '../../../../support/test-database.ts'

describe.each(DATABASES)('importing history, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let scope: Scope

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await testCentre(connection)
    await inCenter(connection.db, scope, (db) =>
      db
        .insertInto('queue')
        .values({
          center_id: scope.centerId,
          code: 'q1',
          name: '{"kk":"К1","ru":"О1","en":"Q1"}',
          channel: 'voice',
          language: 'ru',
          opening_hours: JSON.stringify(
            Array.from({ length: 7 }, () => [{ fromMinutes: 0, toMinutes: 1440 }]),
          ),
          shrinkage_planned: 0.1,
          shrinkage_unplanned: 0.05,
        })
        .execute(),
    )
    service = await testApp(connection, scope)
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  async function upload(file: string | Buffer, query = 'kind=intervals', role = 'planner') {
    const boundary = 'kezek-test'
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="h.csv"\r\ncontent-type: text/csv\r\n\r\n`
    const payload = Buffer.concat([
      Buffer.from(head),
      Buffer.from(file),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ])
    const response = await service.app.inject({
      method: 'POST',
      url: `/api/v1/imports?${query}`,
      headers: { 'x-role': role, 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload,
    })
    return response.json()
  }

  const storedRows = async (): Promise<number> =>
    inCenter(
      connection.db,
      scope,
      async (db) => (await db.selectFrom('interval_history').select('starts_at').execute()).length,
    )

  it.each(BROKEN_FILES)('refuses $what, says where, and stores nothing', async ({ file, at }) => {
    const answer = await upload(file)
    expect(answer).toMatchObject({ type: '/problems/file-refused', status: 422 })
    expect(answer.errors[0].pointer).toMatch(at)
    expect(answer.errors[0].detail.length).toBeGreaterThan(5)
    expect(await storedRows()).toBe(0)
  })

  it('refuses a queue that the centre does not have, by name', async () => {
    const answer = await upload(GOOD.replaceAll('q1', 'stranger'))
    expect(answer.errors).toMatchObject([{ pointer: 'queue stranger' }])
    expect(answer.errors[0].detail).toContain('stranger')
  })

  it('reports a dry run and stores nothing', async () => {
    const answer = await upload(GOOD, 'kind=intervals&dryRun=true')
    expect(answer).toMatchObject({ stored: false, layer: null, rowsRead: 2 })
    expect(await storedRows()).toBe(0)
  })

  it('lets a later layer win, and the earlier one show again when it is withdrawn', async () => {
    const { layer: first } = await upload(GOOD)
    const { layer: second } = await upload(GOOD.replace(',10,9,', ',77,70,'))
    expect([first.rowsStored, second.rowsStored]).toEqual([2, 2])
    expect(await offered()).toEqual([77, 12])
    await withdraw(second.id)
    expect(await offered()).toEqual([10, 12])
    expect((await withdraw(second.id)).type).toBe('/problems/import-withdrawn')
  })

  it('is refused to an operator and to nobody', async () => {
    expect((await upload(GOOD, 'kind=intervals', 'operator')).status).toBe(403)
    const response = await service.app.inject({ method: 'GET', url: '/api/v1/imports' })
    expect(response.json()).toMatchObject({ type: '/problems/sign-in-required', status: 401 })
  })

  async function offered(): Promise<number[]> {
    const { queues } = (
      await service.app.inject({ url: '/api/v1/queues', headers: { 'x-role': 'planner' } })
    ).json()
    const from = encodeURIComponent('2026-03-02T00:00:00+05:00')
    const to = encodeURIComponent('2026-03-03T00:00:00+05:00')
    const url = `/api/v1/history?queueId=${queues[0].id}&from=${from}&to=${to}&step=interval`
    const { points } = (await service.app.inject({ url, headers: { 'x-role': 'planner' } })).json()
    return points.map((point: { offered: number }) => point.offered)
  }

  async function withdraw(id: string) {
    const response = await service.app.inject({
      method: 'POST',
      url: `/api/v1/imports/${id}/withdraw`,
      headers: { 'x-role': 'planner' },
    })
    return response.json()
  }
})
