import { quantileSorted } from 'simple-statistics'

import { localDate } from '#forecasting/kernel/calendar.ts'

import { resultOf, serveSample } from './bench-service.ts'
import { largeSample } from './large-sample.ts'
import { publishYear } from './published-year.queries.ts'

const PLACE = { asOf: localDate('2026-11-24'), seed: 1 }
/** The sample's 64 people, and so many times as many: the baseline, and nearly a thousand. */
const TIMES = [1, 15] as const
const WEEKS = [1, 4] as const
const SOLVE_SECONDS = 20
const ROUNDS = 12

/**
 * Measures how long a planner waits, over HTTP, for the ways to mend a schedule after somebody falls ill: of 64
 * people and of 960, of one week and of four, with most of a year published before.
 */
export async function benchRepair(): Promise<void> {
  write('repair, ms            people  weeks      p50      max  cpu p50   ratio of p50')
  let baseline: number | undefined
  for (const weeks of WEEKS) {
    for (const times of TIMES) {
      const { people, wall, cpu } = await measured(times, weeks)
      const p50 = quantileSorted(wall, 0.5)
      baseline ??= p50
      const figures = [p50, wall.at(-1) ?? 0, quantileSorted(cpu, 0.5)].map((ms) =>
        ms.toFixed(0).padStart(9),
      )
      const size = `${String(people).padStart(28)}${String(weeks).padStart(7)}`
      write(`${size}${figures.join('')}   ${(p50 / baseline).toFixed(1)}`)
    }
  }
}

interface Measured {
  readonly people: number
  /** Milliseconds by the clock, ascending. */
  readonly wall: readonly number[]
  /** Milliseconds of the processor in all threads of the service, asking included, ascending. */
  readonly cpu: readonly number[]
}

async function measured(times: number, weeks: number): Promise<Measured> {
  const sample = largeSample(PLACE, times)
  const bench = await serveSample(sample, weeks, SOLVE_SECONDS)
  try {
    const people = await publishYear(bench)
    // Made anew beside that year: what its weeks have booked is no longer to be worked.
    const { scheduleId } = await resultOf(bench, 'schedule', {
      requirementId: bench.planned.requirementId,
      fromDate: sample.planningWeek,
      days: 7 * weeks,
      timeLimitSeconds: SOLVE_SECONDS,
    })
    const url = `/schedules/${scheduleId}`
    const { shifts } = (await bench.call('GET', `${url}/grid`)) as {
      shifts: readonly { readonly operatorId: string; readonly startsAt: string }[]
    }
    const wall: number[] = []
    const cpu: number[] = []
    // Once without counting: hours of published weeks are summed up by the first look at them.
    for (let round = -1; round < ROUNDS; round++) {
      const shift = shifts[Math.floor(((round + 1.5) * shifts.length) / (ROUNDS + 1))]
      if (shift === undefined) throw new Error('the schedule has no shift')
      const date = shift.startsAt.slice(0, 10)
      const absence = { operatorId: shift.operatorId, kind: 'sick', fromDate: date, toDate: date }
      const before = process.cpuUsage()
      const startedMs = performance.now()
      await bench.call('POST', `${url}/repairs`, { absence })
      const wallMs = performance.now() - startedMs
      const { user, system } = process.cpuUsage(before)
      if (round < 0) continue
      wall.push(wallMs)
      cpu.push((user + system) / 1000)
    }
    const ascending = (a: number, b: number): number => a - b
    return { people, wall: wall.toSorted(ascending), cpu: cpu.toSorted(ascending) }
  } finally {
    await bench.service.close()
  }
}

function write(line: string): void {
  process.stdout.write(`${line}\n`)
}
