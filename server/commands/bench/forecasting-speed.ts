import { addDays, localDate, startOfLocalDay } from '#forecasting/kernel/calendar.ts'
import { drawPoisson } from '#forecasting/kernel/draw-poisson.ts'
import { mulberry32 } from '#forecasting/kernel/random.ts'
import { queueHistory, type QueueHistory } from '#forecasting/volume/history.ts'
import { reforecastDay } from '#forecasting/volume/reforecast.ts'

import {
  computeForecast,
  type ForecastInput,
  type ForecastOutput,
} from '../../features/forecasts/forecast.compute.ts'
import { Compute } from '../../platform/jobs/compute.ts'
import type { ArimaTask } from './arima-days.worker.ts'

const ZONE = 'Asia/Almaty'
const FIRST = localDate('2023-01-02')
const DAYS = 728
const SLOTS = 48
const WEEK = [1.15, 1.05, 1, 1, 0.95, 0.5, 0.35]
const QUEUES = 50
const UPDATES = 200
const MODULE = new URL('../../features/forecasts/forecast.compute.ts', import.meta.url)

/**
 * Prints what a forecast costs: a queue of 104 weeks of half-hours with its bands, 13 weeks ahead and
 * the tests of its last four weeks; 50 of them in the threads of the service; and the correction of
 * a day under way. Beside it what npm `arima` needs to fit the daily totals alone.
 *
 * @param arimaDays runs that library
 */
export async function benchForecastingSpeed(
  arimaDays: (tasks: readonly ArimaTask[]) => Promise<unknown>,
): Promise<void> {
  const queue = madeHistory(1)
  forecastOf(queue)
  const queueSeconds = await cpuSeconds(() => forecastOf(queue))
  const arimaSeconds = await cpuSeconds(() => arimaDays([arimaTask(queue)]))
  print(
    `a queue of 104 weeks by 30 min, with the tests of four weeks: ${queueSeconds.toFixed(2)} s CPU ` +
      `(arima, one fit of the daily totals: ${arimaSeconds.toFixed(2)} s)`,
  )
  const { wall, cpu } = await manyQueues()
  print(`${QUEUES} such queues in two threads: ${wall.toFixed(1)} s, ${cpu.toFixed(1)} s CPU`)
  const { points } = forecastOf(queue)[0] as ForecastOutput
  const today = points
    .slice(0, SLOTS)
    .map(({ mean }, slot) => ({ mean, actual: slot < 24 ? Math.round(mean * 1.1) : null }))
  const updates = await cpuSeconds(() => {
    for (let i = 0; i < UPDATES; i++) {
      reforecastDay(today, { dayVariance: 0.01, intervalVariance: 0.005 })
    }
  })
  print(`the correction of a queue's day under way: ${((1000 * updates) / UPDATES).toFixed(3)} ms`)
}

/** Two years that swing with the season and the week, drawn from a seed. */
function madeHistory(seed: number): QueueHistory {
  const random = mulberry32(seed)
  const rows = Array.from({ length: DAYS }, (_, day) => {
    const midnight = startOfLocalDay(addDays(FIRST, day), ZONE)
    const level =
      Math.exp(0.15 * Math.sin(day / 58) + 0.2 * (random() - 0.5)) * (WEEK[day % 7] ?? 1)
    return Array.from({ length: SLOTS }, (_slot, slot) => {
      const shape = slot < 14 ? 0.15 : 1 + Math.sin(((slot - 14) / 34) * Math.PI)
      const offered = drawPoisson(random, 12 * level * shape)
      return {
        startMs: midnight + slot * 1_800_000,
        offered,
        handled: offered,
        handleSeconds: offered * 200,
      }
    })
  }).flat()
  return queueHistory({ queue: `queue ${seed}`, channel: 'voice' }, rows)
}

function inputOf(history: QueueHistory): ForecastInput {
  return {
    queues: [{ history, specialDays: [], excluded: [], trusted: [], deniedShifts: [] }],
    timezone: ZONE,
    intervalMinutes: 30,
    originDate: addDays(FIRST, DAYS),
    days: 91,
  }
}

function forecastOf(history: QueueHistory): readonly ForecastOutput[] {
  const silent = { report: (): void => undefined, shouldStop: (): boolean => false }
  return computeForecast(inputOf(history), silent) as readonly ForecastOutput[]
}

async function manyQueues(): Promise<{ readonly wall: number; readonly cpu: number }> {
  const compute = new Compute()
  try {
    const histories = Array.from({ length: QUEUES }, (_, i) => madeHistory(i + 1))
    const started = performance.now()
    const cpu = await cpuSeconds(() =>
      Promise.all(
        histories.map((history) =>
          compute.run({ module: MODULE, name: 'computeForecast', input: inputOf(history) }),
        ),
      ),
    )
    return { wall: (performance.now() - started) / 1000, cpu }
  } finally {
    await compute.close()
  }
}

function arimaTask({ offered }: QueueHistory): ArimaTask {
  const totals = Array.from({ length: DAYS }, (_, day) =>
    offered.slice(day * SLOTS, (day + 1) * SLOTS).reduce((sum, count) => sum + count, 0),
  )
  return { totals, season: 7, days: 91 }
}

/** Of all threads of the process. */
async function cpuSeconds(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
