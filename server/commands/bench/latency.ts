import { monitorEventLoopDelay } from 'node:perf_hooks'

import { addDays, localDate } from '#forecasting/kernel/calendar.ts'

import { generateSampleCentre } from '../../../fixtures/sample/sample-centre.ts'
import { createUser } from '../../features/users/users.service.ts'
import { generatePassword } from '../../platform/auth/passwords.ts'
import { openInMemory } from '../../platform/db/connection.ts'
import { inCenter, type Scope } from '../../platform/db/scope.ts'
import { renewStatistics } from '../../platform/db/statistics.ts'
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
    mail: undefined,
    log: 'silent',
  })
  try {
    const address = await service.app.listen({ host: '127.0.0.1', port: PORT })
    const sample = generateSampleCentre({ asOf: AS_OF, seed: SEED })
    const scope = await storeSample(service, sample)
    const cookie = await signIn(service, scope, address)
    const planned = await plan(service, scope, sample.planningWeek)
    await renewStatistics(service.connection)
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

interface Samples {
  /** Milliseconds by the clock, ascending. */
  readonly wall: number[]
  /** Milliseconds of the processor on the event loop's thread, asking included, ascending. */
  readonly cpu: number[]
}

interface Measured {
  /** By the read's name. */
  readonly reads: ReadonlyMap<string, Samples>
  readonly loopDelayMs: number
}

async function measure(
  reads: readonly Read[],
  goesOn: (round: number) => boolean,
): Promise<Measured> {
  const samples = new Map<string, Samples>(reads.map(({ name }) => [name, { wall: [], cpu: [] }]))
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  for (let round = 0; goesOn(round); round++) {
    for (const { name, run } of reads) {
      const before = process.threadCpuUsage()
      const startedMs = performance.now()
      await run()
      const wallMs = performance.now() - startedMs
      const { user, system } = process.threadCpuUsage(before)
      samples.get(name)?.wall.push(wallMs)
      samples.get(name)?.cpu.push((user + system) / 1000)
    }
  }
  delay.disable()
  for (const { wall, cpu } of samples.values()) for (const list of [wall, cpu]) list.sort(ascending)
  return { reads: samples, loopDelayMs: delay.max / 1e6 }
}

const ascending = (a: number, b: number): number => a - b

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
  const columns = ['p50', 'p99', 'cpu p50'].map(column).join('')
  write(`${'latency, ms'.padEnd(28)}idle: ${columns}   solving: ${columns}   ratio of p50`)
  for (const { name } of reads) {
    const [rest, busy] = [idle.reads.get(name), solving.reads.get(name)]
    if (rest === undefined || busy === undefined) continue
    const ratio = (quantile(busy.wall, 0.5) / quantile(rest.wall, 0.5)).toFixed(1)
    write(
      `${name.padEnd(34)}${figures(rest)}            ${figures(busy)}   ${ratio} (n=${busy.wall.length})`,
    )
  }
  write(
    `longest wait of the event loop: ${idle.loopDelayMs.toFixed(0)} ms idle, ${solving.loopDelayMs.toFixed(0)} ms solving`,
  )
}

const column = (text: string): string => text.padStart(9)

const figures = ({ wall, cpu }: Samples): string =>
  [quantile(wall, 0.5), quantile(wall, 0.99), quantile(cpu, 0.5)]
    .map((ms) => column(ms.toFixed(1)))
    .join('')

/** @param sorted ascending */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function write(line: string): void {
  process.stdout.write(`${line}\n`)
}
