import { monitorEventLoopDelay } from 'node:perf_hooks'

import { quantileSorted } from 'simple-statistics'

import { addDays, localDate } from '#forecasting/kernel/calendar.ts'

import { generateSampleCentre } from '../../../fixtures/sample/sample-centre.ts'
import { type BenchService, serveSample } from './bench-service.ts'

const AS_OF = localDate('2026-11-24')
const SEED = 1
const ROUNDS_IDLE = 60
const SOLVE_SECONDS = 15

/**
 * Measures how long the API takes to answer a signed-in planner over HTTP while a schedule of the
 * sample centre is being solved in the same process, beside the same reads at rest. The service is
 * the real one, on the embedded database in memory.
 */
export async function benchLatency(): Promise<void> {
  const sample = generateSampleCentre({ asOf: AS_OF, seed: SEED })
  const bench = await serveSample(sample, 1)
  try {
    const reads = await readsOf(bench, sample.planningWeek)
    const idle = await measure(reads, (round) => round < ROUNDS_IDLE)
    const job = await startSolving(bench, sample.planningWeek)
    const solving = await measure(reads, () => !job.hasEnded())
    print(reads, { idle, solving })
  } finally {
    await bench.service.close()
  }
}

interface Read {
  readonly name: string
  readonly run: () => Promise<void>
}

async function readsOf(
  { planned: { forecastId, requirementId, scheduleId }, call }: BenchService,
  week: string,
): Promise<readonly Read[]> {
  const get = (url: string): Promise<unknown> => call('GET', url)
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
  { service: { jobs }, scope, planned: { requirementId } }: BenchService,
  week: string,
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
    const ratio = (quantileSorted(busy.wall, 0.5) / quantileSorted(rest.wall, 0.5)).toFixed(1)
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
  [quantileSorted(wall, 0.5), quantileSorted(wall, 0.99), quantileSorted(cpu, 0.5)]
    .map((ms) => column(ms.toFixed(1)))
    .join('')

function write(line: string): void {
  process.stdout.write(`${line}\n`)
}
