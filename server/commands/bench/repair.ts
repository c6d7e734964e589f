import { sql } from 'kysely'
import { quantileSorted } from 'simple-statistics'

import { localDate } from '#forecasting/kernel/calendar.ts'

import { inCenter } from '../../platform/db/scope.ts'
import { renewStatistics } from '../../platform/db/statistics.ts'
import { type BenchService, resultOf, serveSample } from './bench-service.ts'
import { largeSample } from './large-sample.ts'

const PLACE = { asOf: localDate('2026-11-24'), seed: 1 }
/** The sample's 64 people, and so many times as many: the baseline, and nearly a thousand. */
const TIMES = [1, 15] as const
const WEEKS = [1, 4] as const
const SOLVE_SECONDS = 20
const WEEKS_PUBLISHED_BEFORE = 48
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

/**
 * Publishes the schedule's first week in each week before it, and tells how many people there are. The fortnight
 * before stays free: days in a row would go on from one copy of the week to the next.
 */
async function publishYear({ service, scope, planned }: BenchService): Promise<number> {
  const people = await inCenter(service.connection.db, scope, async (db) => {
    await sql`
      insert into schedule (center_id, version, requirement_id, from_date, days, status, engine_version, data_hash,
                            seed, settings, summary, made_by, published_by, published_at)
      select center_id, 1000 + week, requirement_id, from_date - 7 * week, 7, 'published', engine_version,
             data_hash, seed, settings, summary, made_by, made_by, made_at
        from schedule, generate_series(3, ${WEEKS_PUBLISHED_BEFORE}::int) as week
       where id = ${planned.scheduleId}`.execute(db)
    await sql`
      insert into shift (center_id, schedule_id, operator_id, shape_id, starts_at, ends_at, origin)
      select shift.center_id, past.id, operator_id, shape_id, starts_at - made.since, ends_at - made.since, 'engine'
        from shift
        join schedule as own on own.id = shift.schedule_id
        join schedule as past on past.status = 'published'
       cross join lateral (select (own.from_date - past.from_date) * interval '1 day' as since) as made
       where shift.schedule_id = ${planned.scheduleId}
         and starts_at < own.from_date + interval '7 days'`.execute(db)
    const { count } = await db
      .selectFrom('operator')
      .select((column) => column.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    return count
  })
  await renewStatistics(service.connection)
  return people
}

function write(line: string): void {
  process.stdout.write(`${line}\n`)
}
