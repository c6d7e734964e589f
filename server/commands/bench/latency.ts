import { monitorEventLoopDelay } from 'node:perf_hooks'

import { addDays, localDate } from '#forecasting/kernel/calendar.ts'

import { generateSampleCentre } from '../../../fixtures/sample/sample-centre.ts'
import { createUser } from '../../features/users/users.service.ts'
import { generatePassword } from '../../platform/auth/passwords.ts'
import { openInMemory } from '../../platform/db/connection.ts'
import { inCenter, type Scope } from '../../platform/db/scope.ts'
import { storeSample } from '../../sample/first-centre.ts'
import { buildService, type Service } from '../../service.ts'

const AS_OF = localDate('2026-11-24')
const SEED = 1
const ROUNDS_IDLE = 60
const SOLVE_SECONDS = 15
const SHORT_SOLVE_SECONDS = 3
const FORECAST_WEEKS = 3
const PORT = 0
/** Where a browser would say that it comes from; the port of the address is any free one. */
const ORIGIN = 'http://127.0.0.1'

/**
 * Measures how long the API takes to answer a signed-in planner over HTTP while a schedule of the
 * sample centre is being solved in the same process, beside the same reads at rest. The service is
 * the real one, on the embedded database in memory.
 */
export async function benchLatency(): Promise<void> {
  const service = await buildService(await openInMemory(), {
    port: PORT,
    host: '127.0.0.1',
    database: { kind: 'embedded', folder: '' },
    jobs: true,
    sample: false,
    secret: generatePassword().repeat(2),
    publicUrl: ORIGIN,
    log: 'silent',
  })
  try {
    const address = await service.app.listen({ host: '127.0.0.1', port: PORT })
    const sample = generateSampleCentre({ asOf: AS_OF, seed: SEED })
    const scope = await storeSample(service, sample)
    const cookie = await signIn(service, scope, address)
    const planned = await plan(service, scope, sample.planningWeek)
    const reads = await readsOf(planned, sample.planningWeek, { address, cookie })
    const idle = await measure(reads, (round) => round < ROUNDS_IDLE)
    const job = await startSolving(service, scope, { ...planned, week: sample.planningWeek })
    const solving = await measure(reads, () => !job.hasEnded())
    print(reads, { idle, solving })
  } finally {
    await service.close()
  }
}

interface Planned {
  readonly forecastId: string
  readonly requirementId: string
  readonly scheduleId: string
}

async function signIn(service: Service, scope: Scope, address: string): Promise<string> {
  const { db } = service.connection
  const user = { email: 'planner@bench.example', password: generatePassword() }
  await inCenter(db, scope, (inside) =>
    createUser(inside, {
      ...user,
      centerId: scope.centerId,
      name: 'Planner',
      roles: ['planner'],
      language: 'ru',
    }),
  )
  const answer = await fetch(`${address}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: ORIGIN },
    body: JSON.stringify(user),
  })
  if (!answer.ok) throw new Error(`signing in was answered with ${answer.status}`)
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ')
}

/** A forecast, a requirement and a quick schedule, so that every page has something to read. */
async function plan({ jobs }: Service, scope: Scope, week: string): Promise<Planned> {
  const run = async (kind: string, input: object): Promise<Record<string, string>> => {
    const { id } = await jobs.enqueue(scope, kind, input)
    const end = await jobs.waitFor(scope, id)
    if (end.status !== 'done') throw new Error(`${kind}: ${JSON.stringify(end.problem)}`)
    return end.result as Record<string, string>
  }
  const fromDate = addDays(localDate(week), -14)
  const { forecastId = '' } = await run('forecast', { fromDate, weeks: FORECAST_WEEKS })
  const { requirementId = '' } = await run('requirement', { forecastId })
  const order = { requirementId, fromDate: week, days: 7, timeLimitSeconds: SHORT_SOLVE_SECONDS }
  const { scheduleId = '' } = await run('schedule', order)
  return { forecastId, requirementId, scheduleId }
}

interface Read {
  readonly name: string
  readonly run: () => Promise<void>
}

async function readsOf(
  { forecastId, requirementId, scheduleId }: Planned,
  week: string,
  { address, cookie }: { readonly address: string; readonly cookie: string },
): Promise<readonly Read[]> {
  const get = async (url: string): Promise<unknown> => {
    const answer = await fetch(`${address}/api/v1${url}`, { headers: { cookie } })
    if (!answer.ok) throw new Error(`${url} was answered with ${answer.status}`)
    return answer.json()
  }
  const { queues } = (await get('/queues')) as { queues: { id: string }[] }
  const from = encodeURIComponent(`${week}T00:00:00+05:00`)
  const to = encodeURIComponent(`${addDays(localDate(week), 7)}T00:00:00+05:00`)
  const span = `queueId=${queues[0]?.id}&from=${from}&to=${to}`
  const urls = {
    '/me': '/me',
    '/queues': '/queues',
    '/jobs': '/jobs',
    '/schedules': '/schedules',
    'forecast points, a week': `/forecasts/${forecastId}/points?${span}`,
    'requirement points, a week': `/requirements/${requirementId}/points?${span}`,
    'history, a week': `/history?${span}&step=interval`,
    'schedule grid, 64 people': `/schedules/${scheduleId}/grid`,
  }
  return Object.entries(urls).map(([name, url]) => ({
    name,
    run: async () => void (await get(url)),
  }))
}

interface Measured {
  /** Milliseconds of each request, ascending, by the read's name. */
  readonly times: ReadonlyMap<string, readonly number[]>
  readonly loopDelayMs: number
}

async function measure(
  reads: readonly Read[],
  goesOn: (round: number) => boolean,
): Promise<Measured> {
  const times = new Map<string, number[]>(reads.map(({ name }) => [name, []]))
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  for (let round = 0; goesOn(round); round++) {
    for (const { name, run } of reads) {
      const startedMs = performance.now()
      await run()
      times.get(name)?.push(performance.now() - startedMs)
    }
  }
  delay.disable()
  for (const list of times.values()) list.sort((a, b) => a - b)
  return { times, loopDelayMs: delay.max / 1e6 }
}

async function startSolving(
  { jobs }: Service,
  scope: Scope,
  { requirementId, week }: Planned & { readonly week: string },
): Promise<{ hasEnded(): boolean }> {
  let hasEnded = false
  const order = { requirementId, fromDate: week, days: 7, timeLimitSeconds: SOLVE_SECONDS }
  const { id } = await jobs.enqueue(scope, 'schedule', order)
  void jobs.waitFor(scope, id).finally(() => (hasEnded = true))
  return { hasEnded: () => hasEnded }
}

function print(
  reads: readonly Read[],
  { idle, solving }: { readonly idle: Measured; readonly solving: Measured },
): void {
  const head = 'latency, ms'.padEnd(28)
  const columns = ['p50', 'p95', 'max'].map((name) => name.padStart(8)).join('')
  write(`${head}${'idle'.padStart(8)}${columns.slice(8)}   solving: ${columns}   ratio of p95`)
  for (const { name } of reads) {
    const [rest, busy] = [idle, solving].map(({ times }) => times.get(name) ?? [])
    if (rest === undefined || busy === undefined) continue
    const ratio = quantile(busy, 0.95) / quantile(rest, 0.95)
    write(
      `${name.padEnd(28)}${figures(rest)}            ${figures(busy)}   ${ratio.toFixed(1)} (n=${busy.length})`,
    )
  }
  write(
    `longest wait of the event loop: ${idle.loopDelayMs.toFixed(0)} ms idle, ${solving.loopDelayMs.toFixed(0)} ms solving`,
  )
}

const figures = (times: readonly number[]): string =>
  [quantile(times, 0.5), quantile(times, 0.95), times.at(-1) ?? 0]
    .map((ms) => ms.toFixed(1).padStart(8))
    .join('')

/** @param sorted ascending */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function write(line: string): void {
  process.stdout.write(`${line}\n`)
}
