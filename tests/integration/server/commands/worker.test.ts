import { type ChildProcess, spawn } from 'node:child_process'

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'
import { openService, type Service } from '#server/service.ts'

import { AFTER_HISTORY, historyCentre } from '../../../support/history-centre.ts'
import { testDatabase } from '../../../support/test-database.ts'

const SECRET = 'x'.repeat(32)
/** Enough for a forecast to take a while, so that it can be interrupted. */
const WEEKS_OF_HISTORY = 60

describe('a process for jobs alone, beside an API that runs none', () => {
  let connection: Connection
  let url: string
  let service: Service
  let scope: Scope
  const workers: ChildProcess[] = []

  beforeAll(async () => {
    connection = await testDatabase('postgres')
    const { rows } = await connection.pool.query<{ name: string }>(
      'select current_database() as name',
    )
    url = `${connection.pool.options.connectionString?.replace(/[^/]+$/, '')}${rows[0]?.name}`
    scope = await historyCentre(connection, WEEKS_OF_HISTORY)
    service = await openService({
      port: 0,
      host: '127.0.0.1',
      database: { kind: 'server', url },
      jobs: false,
      sample: false,
      secret: SECRET,
      publicUrl: undefined,
      mail: undefined,
      log: 'silent',
    })
  })
  afterEach(() => {
    for (const worker of workers.splice(0)) worker.kill('SIGKILL')
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  async function startWorker(): Promise<ChildProcess> {
    const worker = spawn('node', ['server/cli.ts', 'worker'], {
      env: { ...process.env, DATABASE_URL: url, KEZEK_SECRET: SECRET, KEZEK_LOG: 'silent' },
    })
    workers.push(worker)
    let output = ''
    await new Promise<void>((resolve, reject) => {
      worker.stderr.on('data', (chunk: Buffer) => void (output += chunk.toString()))
      worker.stdout.on('data', () => resolve())
      worker.once('exit', (code) => reject(new Error(`the worker ended with ${code}: ${output}`)))
    })
    return worker
  }

  const ended = (worker: ChildProcess): Promise<number | null> =>
    new Promise((resolve) => worker.once('exit', (code) => resolve(code)))

  const order = () => service.jobs.enqueue(scope, 'forecast', { fromDate: AFTER_HISTORY, weeks: 2 })

  async function statusOf(id: string): Promise<string> {
    const row = await inCenter(connection.db, scope, (db) =>
      db.selectFrom('job').select('status').where('id', '=', id).executeTakeFirstOrThrow(),
    )
    return row.status
  }

  async function running(id: string): Promise<void> {
    while ((await statusOf(id)) === 'queued') await new Promise((go) => setTimeout(go, 20))
  }

  /** Versions of the forecast, and the points that belong to none or to each. */
  async function stored(): Promise<{ forecasts: number; points: number }> {
    return inCenter(connection.db, scope, async (db) => {
      const [forecasts, points] = await Promise.all([
        db.selectFrom('forecast').select('id').execute(),
        db.selectFrom('forecast_point').select('forecast_id').execute(),
      ])
      return { forecasts: forecasts.length, points: points.length }
    })
  }

  it('does the work that the API only queues, and stops when asked', async () => {
    const { id } = await order()
    expect(await statusOf(id)).toBe('queued')
    const worker = await startWorker()
    expect(await service.jobs.waitFor(scope, id)).toMatchObject({ status: 'done' })
    expect((await stored()).forecasts).toBe(1)
    const code = ended(worker)
    worker.kill('SIGTERM')
    expect(await code).toBe(0)
  }, 600_000)

  it('leaves nothing half done when killed, and another process does it from the start', async () => {
    const before = await stored()
    const first = await startWorker()
    const { id } = await order()
    await running(id)
    const killed = ended(first)
    first.kill('SIGKILL')
    await killed
    expect(await statusOf(id)).toBe('running')
    expect(await stored()).toEqual(before)

    await startWorker()
    expect(await service.jobs.waitFor(scope, id)).toMatchObject({ status: 'done', problem: null })
    const { forecasts, points } = await stored()
    expect(forecasts).toBe(before.forecasts + 1)
    expect(points).toBe(before.points * 2)
  }, 600_000)
})
