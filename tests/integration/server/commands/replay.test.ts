import { execFile, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { followAsterisk } from '#server/features/intraday/connectors/ami-client.ts'
import { AmiReader } from '#server/features/intraday/connectors/ami-message.ts'
import { BatchSender } from '#server/features/intraday/connectors/batch-sender.ts'
import { deliverTo } from '#server/features/intraday/connectors/deliver-http.ts'
import { followQueueLog } from '#server/features/intraday/connectors/follow-queue-log.ts'
import { QueueLogContacts } from '#server/features/intraday/connectors/queue-log-contacts.ts'
import { QueueLogMembers } from '#server/features/intraday/connectors/queue-log-members.ts'
import type { FeedContact, FeedEvent } from '#server/features/intraday/ingest/feeds.schema.ts'
import { openConnection } from '#server/platform/db/connection.ts'

import { freePort } from '../../../support/free-port.ts'
import { KilledService } from '../../../support/killed-service.ts'

const run = promisify(execFile)
/** An hour of three queues, with more calls than people can take. */
const DAY = {
  interval_seconds: 900,
  queues: ['voice-kk', 'voice-ru', 'voice-en'].map((id) => ({
    id,
    contacts: [60, 80, 90, 50],
    aht_seconds: 150,
    aht_cv: 0.8,
    patience_seconds: 120,
  })),
  groups: [
    {
      id: 'all',
      queues: ['voice-kk', 'voice-ru', 'voice-en'],
      shifts: [
        {
          people: 36,
          start_seconds: 0,
          end_seconds: 3600,
          breaks: [{ start_seconds: 1200, end_seconds: 2100 }],
        },
      ],
    },
  ],
}

let folder: string
let input: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'kezek-replay-'))
  input = path.join(folder, 'day.json')
  await writeFile(input, JSON.stringify(DAY))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const cli = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  run('node', ['server/cli.ts', ...args], { env: { ...process.env, ...env } })

describe('replay', () => {
  it('writes the same log for the same seed, and each call’s end once', async () => {
    const logs = await Promise.all(
      ['a.log', 'b.log'].map(async (name) => {
        const file = path.join(folder, name)
        const start = ['--start', '2026-11-25T04:00:00Z', '--speed', 'max', '--seed', '7']
        await cli(['replay', '--input', input, '--queue-log', file, ...start])
        return readFile(file, 'utf8')
      }),
    )
    expect(logs[0]).toBe(logs[1])
    const contacts = new QueueLogContacts()
    const told = (logs[0] ?? '').split('\n').flatMap((line) => contacts.hear(line))
    const entered = new Set(told.map(({ id }) => id))
    const ended = told.filter(({ stage }) => stage === 'handled' || stage === 'abandoned')
    expect(entered.size).toBeGreaterThan(500)
    expect(ended).toHaveLength(entered.size)
    expect(new Set(ended.map(({ stage }) => stage))).toEqual(new Set(['handled', 'abandoned']))
  })

  it('speaks the manager interface to a follower, who hears every call’s end', async () => {
    const port = await freePort()
    const env = { ...process.env, KEZEK_AMI_SECRET: 'only for tests' }
    const args = [
      'server/cli.ts',
      'replay',
      '--input',
      input,
      '--speed',
      'max',
      '--ami-port',
      String(port),
    ]
    const child = spawn('node', args, { env })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    const stopped = new AbortController()
    const contacts = new Map<string, FeedContact>()
    const states: FeedEvent[] = []
    void followAsterisk(
      { host: '127.0.0.1', port, username: 'kezek', secret: 'only for tests', retryMs: 50 },
      {
        snapshot: () => undefined,
        events: (events) => void states.push(...events),
        contacts: (all) => {
          for (const one of all) contacts.set(one.id, one)
        },
        alive: () => undefined,
        trouble: () => undefined,
      },
      stopped.signal,
    )
    expect(await ended).toBe(0)
    await sleep(200)
    stopped.abort()
    const stages = new Set([...contacts.values()].map(({ stage }) => stage))
    expect(contacts.size).toBeGreaterThan(500)
    expect(stages).toEqual(new Set(['handled', 'abandoned']))
    expect(new Set(states.map(({ state }) => state))).toEqual(
      new Set(['ready', 'on_contact', 'meal', 'logged_off']),
    )
  })

  it('refuses a day of chats, and a call without a place to play to', async () => {
    const chats = path.join(folder, 'chats.json')
    const queues = DAY.queues.map((queue) => ({ ...queue, kind: 'chat' }))
    await writeFile(chats, JSON.stringify({ ...DAY, queues }))
    const refusal = (args: readonly string[]) =>
      cli(['replay', ...args]).catch((error: unknown) => error)
    expect(
      await refusal([
        '--input',
        chats,
        '--speed',
        'max',
        '--queue-log',
        path.join(folder, 'c.log'),
      ]),
    ).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/only calls can be replayed/),
    })
    expect(await refusal(['--input', input])).toMatchObject({ code: 2 })
    expect(new AmiReader().read('')).toEqual([])
  })
})

describe('a service that is killed while a day is replayed to it', () => {
  it('has lost nothing and doubled nothing at the end', { timeout: 240_000 }, async () => {
    const data = path.join(folder, 'data')
    const order = ['--code', 'ops', '--name-ru', 'Центр', '--timezone', 'Asia/Almaty']
    const made = await cli(['center', ...order, '--admin-email', 'admin@ops.example'], {
      KEZEK_DATA: data,
    })
    const { email, password } = JSON.parse(made.stdout)
    const service = new KilledService({ KEZEK_DATA: data }, await freePort())
    await service.start()
    const key = await feedKey(service.address, { email, password })

    const log = path.join(folder, 'queue_log')
    const stopped = new AbortController()
    const acknowledged = new Set<string>()
    const deliver = deliverTo(service.address, key)
    const sender = new BatchSender({
      retryMs: 100,
      onTrouble: () => undefined,
      deliver: async (batch) => {
        const answer = await deliver(batch)
        for (const { id } of batch.events) if (id !== undefined) acknowledged.add(id)
        return answer
      },
    })
    const listener = {
      snapshot: sender.snapshot.bind(sender),
      events: sender.events.bind(sender),
      contacts: sender.contacts.bind(sender),
      alive: () => undefined,
      trouble: () => undefined,
    }
    const sent = sender.run(stopped.signal)
    const followed = followQueueLog(log, listener, stopped.signal)
    // The hour passes in eighteen seconds.
    const replayed = cli(['replay', '--input', input, '--speed', '200', '--queue-log', log])
    for (const _ of [1, 2]) {
      // In the middle: some of it is acknowledged, and more is on its way.
      const enough = acknowledged.size + 50
      await vi.waitUntil(() => acknowledged.size >= enough, { timeout: 60_000 })
      await service.end('SIGKILL')
      await service.start()
    }
    await replayed
    const lines = (await readFile(log, 'utf8')).split('\n')
    const members = new QueueLogMembers()
    const contacts = new QueueLogContacts()
    const events = lines.flatMap((line) => members.hear(line))
    const stages = new Map(
      lines.flatMap((line) => contacts.hear(line)).map(({ id, stage }) => [id, stage]),
    )
    const ids = new Set(events.flatMap(({ id }) => id ?? []))
    await vi.waitFor(() => expect(acknowledged.size).toBe(ids.size), { timeout: 60_000 })
    stopped.abort()
    await Promise.all([sent, followed])
    await service.end('SIGTERM')

    const connection = await openConnection({ kind: 'embedded', folder: data })
    const { db } = connection
    const rows = await db.selectFrom('state_event').select(['key']).execute()
    const kept = await db.selectFrom('feed_contact').select(['key', 'stage']).execute()
    await connection.close()
    expect(rows).toHaveLength(ids.size)
    expect(new Set(rows.map((row) => row.key))).toEqual(ids)
    expect(new Map(kept.map((row) => [row.key, row.stage]))).toEqual(stages)
  })
})

async function feedKey(address: string, who: { email: string; password: string }): Promise<string> {
  const headers = { 'content-type': 'application/json', origin: address }
  const signedIn = await fetch(`${address}/api/auth/sign-in/email`, {
    method: 'POST',
    headers,
    body: JSON.stringify(who),
  })
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ')
  const made = await fetch(`${address}/api/v1/feeds`, {
    method: 'POST',
    headers: { ...headers, cookie },
    body: JSON.stringify({ code: 'pbx', kind: 'queue_log' }),
  })
  const { key } = (await made.json()) as { readonly key: string }
  return key
}
