import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { mulberry32 } from '#forecasting/kernel/random.ts'
import { readHistory } from '#server/features/imports/read-history.ts'
import type { ReadHistoryOptions } from '#server/features/imports/read-history.ts'

const SEED = 2026
const FIRST_MS = Date.UTC(2024, 0, 1)
const QUARTER_MS = 900_000
const HISTORY_ROWS = 1_500_000
const LOG_CALLS = 400_000
const LINES_A_CHUNK = 2_000
const QUEUES = ['Анықтама', 'Жалпы', 'Техническая', 'Chat', 'Mail', 'Kz', 'Ru', 'Night']

/**
 * Measures both importers on seeded files, beside a plain reading of the same lines in the same
 * run. Prints one JSON line a file: rows or lines a second, and the ratio to the baseline.
 */
export async function benchImports(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kezek-bench-'))
  try {
    await bench('intervals-lean', join(folder, 'lean.csv'), leanHistory())
    await bench('intervals-full', join(folder, 'full.csv'), fullHistory())
    await bench('intervals-local-time', join(folder, 'local.csv'), localHistory())
    await bench('queue-log', join(folder, 'queue_log'), callLog())
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function bench(name: string, path: string, lines: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(chunksOf(lines)), createWriteStream(path))
  const baseline = await timed(async () => countLines(path))
  const options: ReadHistoryOptions = { timezone: 'Asia/Almaty' }
  let delivered = 0
  const read = await timed(async () => {
    const sink = {
      write: async (rows: readonly unknown[]): Promise<void> => {
        delivered += rows.length
        await Promise.resolve()
      },
    }
    const report = await readHistory(createReadStream(path), options, sink)
    if (!report.accepted) throw new Error(JSON.stringify(report.problems.slice(0, 3)))
    return report.rowsRead
  })
  const { arrayBuffers, heapUsed } = process.memoryUsage()
  const result = {
    bench: name,
    rows: read.result,
    delivered,
    rows_per_second: Math.round(read.result / read.seconds),
    lines_per_second_baseline: Math.round(baseline.result / baseline.seconds),
    times_slower_than_baseline: Number((read.seconds / baseline.seconds).toFixed(1)),
    memory_mb: Math.round((arrayBuffers + heapUsed) / 1_048_576),
  }
  process.stdout.write(`${JSON.stringify(result)}\n`)
}

async function timed<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly seconds: number }> {
  const startedMs = performance.now()
  const result = await work()
  return { result, seconds: (performance.now() - startedMs) / 1000 }
}

/** The least that any reader does: bytes to text, text to lines. */
async function countLines(path: string): Promise<number> {
  let lines = 0
  let pending = ''
  for await (const chunk of createReadStream(path, 'utf8') as AsyncIterable<string>) {
    const parts = (pending + chunk).split('\n')
    pending = parts.pop() ?? ''
    lines += parts.length
  }
  return lines
}

function* chunksOf(lines: Iterable<string>): Generator<string> {
  let chunk: string[] = []
  for (const line of lines) {
    chunk.push(line)
    if (chunk.length < LINES_A_CHUNK) continue
    yield `${chunk.join('\n')}\n`
    chunk = []
  }
  if (chunk.length > 0) yield `${chunk.join('\n')}\n`
}

function* leanHistory(): Generator<string> {
  const random = mulberry32(SEED)
  yield 'interval_start,queue,channel,offered'
  for (let row = 0; row < HISTORY_ROWS; row++) {
    const { start, queue } = place(row)
    yield `${start.slice(0, 19)}Z,${queue},voice,${Math.floor(random() * 60)}`
  }
}

function* fullHistory(): Generator<string> {
  const random = mulberry32(SEED)
  yield 'interval_start,queue,channel,offered,handled,abandoned,short_abandoned,talk_seconds,hold_seconds,wrap_seconds,wait_seconds,answered_in_target'
  for (let row = 0; row < HISTORY_ROWS; row++) {
    const { start, queue } = place(row)
    const offered = 5 + Math.floor(random() * 60)
    const talk = Math.round(offered * 180 * random())
    yield `${start.slice(0, 19)}Z,${queue},voice,${offered},${offered - 3},3,1,${talk},${talk >> 3},${talk >> 2},${(offered * 21.5).toFixed(1)},${offered - 4}`
  }
}

function* localHistory(): Generator<string> {
  const random = mulberry32(SEED)
  yield 'interval_start;queue;channel;offered'
  // 300 queues end before the doubled hour of 2024-02-29: here speed is measured, not the clock.
  for (let row = 0; row < HISTORY_ROWS; row++) {
    const startMs = FIRST_MS + Math.floor(row / 300) * QUARTER_MS
    const start = new Date(startMs).toISOString().slice(0, 16)
    yield `${start};queue ${row % 300};voice;${Math.floor(random() * 60)}`
  }
}

function place(row: number): { readonly start: string; readonly queue: string } {
  const startMs = FIRST_MS + Math.floor(row / QUEUES.length) * QUARTER_MS
  return { start: new Date(startMs).toISOString(), queue: QUEUES[row % QUEUES.length] ?? '' }
}

// Calls of two or four lines each.
function* callLog(): Generator<string> {
  const random = mulberry32(SEED)
  const start = FIRST_MS / 1000
  for (let call = 0; call < LOG_CALLS; call++) {
    const entered = start + call * 7
    const id = `${entered}.${call}`
    const queue = QUEUES[Math.floor(random() * QUEUES.length)] ?? ''
    const wait = Math.floor(random() * 6)
    yield `${entered}|${id}|${queue}|NONE|ENTERQUEUE||8701${call}|1`
    if (random() < 0.1) {
      yield `${entered + wait}|${id}|${queue}|NONE|ABANDON|1|1|${wait}`
      continue
    }
    const agent = `SIP/${100 + (call % 64)}`
    yield `${entered + wait}|${id}|${queue}|${agent}|RINGNOANSWER|3000`
    yield `${entered + wait}|${id}|${queue}|${agent}|CONNECT|${wait}|${id}9|2`
    yield `${entered + wait + 90}|${id}|${queue}|${agent}|COMPLETECALLER|${wait}|90|1`
  }
}
