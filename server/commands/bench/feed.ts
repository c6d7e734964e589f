import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Worker } from 'node:worker_threads'

import { localDate } from '#forecasting/kernel/calendar.ts'

import { generateSampleCentre } from '../../../fixtures/sample/sample-centre.ts'
import { openConnection } from '../../platform/db/connection.ts'
import { inCenter, type Scope } from '../../platform/db/scope.ts'
import { storeSample } from '../../sample/first-centre.ts'
import type { Service } from '../../service.ts'
import { buildBench, ORIGIN, signIn } from './bench-service.ts'
import type { FeedFigures, FeedLoad } from './feed.worker.ts'

const AS_OF = localDate('2026-11-24')
const SEED = 1
const PEOPLE = 1000
const WATCHERS = 20
/** What the service promises on each database, events a second. */
const RATES = { embedded: 1000, server: 5000 } as const

/**
 * Measures how many events of people's states a second are taken in over HTTP, and how long a change takes
 * from sending to a supervisor's page, with a thousand people and twenty pages open. On the embedded
 * database in a folder of its own, or on the server that DATABASE_URL names. Sender and pages run on the
 * same machine, in a thread of their own.
 */
export async function benchFeed(): Promise<void> {
  const url = process.env['DATABASE_URL']
  const folder = await mkdtemp(path.join(os.tmpdir(), 'kezek-bench-'))
  const database =
    url === undefined ? ({ kind: 'embedded', folder } as const) : ({ kind: 'server', url } as const)
  const service = await buildBench(await openConnection(database), { database, jobs: false })
  try {
    const address = await service.app.listen({ host: '127.0.0.1', port: 0 })
    const scope = await storeSample(service, generateSampleCentre({ asOf: AS_OF, seed: SEED }))
    await addPeople(service, scope)
    const cookie = await signIn(service, scope, { address, role: 'admin' })
    const key = await addFeed(address, cookie)
    const rate = RATES[database.kind]
    const load = { address, cookie, key, people: PEOPLE, watchers: WATCHERS, rate }
    print(database.kind, rate, await underLoad(load))
  } finally {
    await service.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** People `1` to `1000`, beside those of the sample, at its first site and contract. */
async function addPeople({ connection }: Service, scope: Scope): Promise<void> {
  await inCenter(connection.db, scope, async (db) => {
    const like = await db
      .selectFrom('operator')
      .select(['site_id', 'contract_id'])
      .limit(1)
      .executeTakeFirstOrThrow()
    await db
      .insertInto('operator')
      .values(
        Array.from({ length: PEOPLE }, (_, i) => ({
          center_id: scope.centerId,
          personnel_number: String(i + 1),
          full_name: `Person ${i + 1}`,
          hired_on: '2020-01-01',
          ...like,
        })),
      )
      .execute()
  })
}

async function addFeed(address: string, cookie: string): Promise<string> {
  const answer = await fetch(`${address}/api/v1/feeds`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, origin: ORIGIN },
    body: JSON.stringify({ code: 'bench', kind: 'http' }),
  })
  if (!answer.ok) throw new Error(`the feed was answered with ${answer.status}`)
  const { key } = (await answer.json()) as { readonly key: string }
  return key
}

function underLoad(load: FeedLoad): Promise<FeedFigures> {
  const worker = new Worker(new URL('feed.worker.ts', import.meta.url), { workerData: load })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

function print(kind: string, rate: number, figures: FeedFigures): void {
  const { perSecond, sent, seen, p50Ms, p95Ms, maxMs } = figures
  const ms = (value: number): string => value.toFixed(0)
  process.stdout.write(
    [
      `feed on the ${kind} database: ${PEOPLE} people, ${WATCHERS} pages open`,
      `taken in as fast as it goes: ${ms(perSecond)} events/s, ${(perSecond / rate).toFixed(2)} of the promised ${rate}`,
      `at ${rate} events/s to the page: p50 ${ms(p50Ms)} ms, p95 ${ms(p95Ms)} ms, longest ${ms(maxMs)} ms; ${seen} of ${sent} seen, the others overtaken`,
      '',
    ].join('\n'),
  )
}
