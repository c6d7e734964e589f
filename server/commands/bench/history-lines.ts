import { mulberry32 } from '#forecasting/kernel/random.ts'

const SEED = 2026
const FIRST_MS = Date.UTC(2024, 0, 1)
const QUARTER_MS = 900_000
const LINES_A_CHUNK = 2_000
/** Names in the files, in two alphabets. */
export const QUEUES: readonly string[] = [
  'Анықтама',
  'Жалпы',
  'Техническая',
  'Chat',
  'Mail',
  'Kz',
  'Ru',
  'Night',
]

/**
 * Lines joined into chunks, so that a stream of millions of them is written quickly.
 *
 * @yields up to 2,000 lines with their ends
 */
export function* chunksOf(lines: Iterable<string>): Generator<string> {
  let chunk: string[] = []
  for (const line of lines) {
    chunk.push(line)
    if (chunk.length < LINES_A_CHUNK) continue
    yield `${chunk.join('\n')}\n`
    chunk = []
  }
  if (chunk.length > 0) yield `${chunk.join('\n')}\n`
}

/**
 * The four columns that every history has, starts in UTC.
 *
 * @yields each line, without its end
 */
export function* leanHistory(rows: number): Generator<string> {
  const random = mulberry32(SEED)
  yield 'interval_start,queue,channel,offered'
  for (let row = 0; row < rows; row++) {
    const { start, queue } = place(row)
    yield `${start.slice(0, 19)}Z,${queue},voice,${Math.floor(random() * 60)}`
  }
}

/**
 * Twelve columns.
 *
 * @yields each line, without its end
 */
export function* fullHistory(rows: number): Generator<string> {
  const random = mulberry32(SEED)
  yield 'interval_start,queue,channel,offered,handled,abandoned,short_abandoned,talk_seconds,hold_seconds,wrap_seconds,wait_seconds,answered_in_target'
  for (let row = 0; row < rows; row++) {
    const { start, queue } = place(row)
    const offered = 5 + Math.floor(random() * 60)
    const talk = Math.round(offered * 180 * random())
    yield `${start.slice(0, 19)}Z,${queue},voice,${offered},${offered - 3},3,1,${talk},${talk >> 3},${talk >> 2},${(offered * 21.5).toFixed(1)},${offered - 4}`
  }
}

/**
 * Semicolons, and starts on the wall clock of a zone.
 *
 * @yields each line, without its end
 */
export function* localHistory(rows: number): Generator<string> {
  const random = mulberry32(SEED)
  yield 'interval_start;queue;channel;offered'
  // 300 queues end before the doubled hour of 2024-02-29: here speed is measured, not the clock.
  for (let row = 0; row < rows; row++) {
    const startMs = FIRST_MS + Math.floor(row / 300) * QUARTER_MS
    const start = new Date(startMs).toISOString().slice(0, 16)
    yield `${start};queue ${row % 300};voice;${Math.floor(random() * 60)}`
  }
}

function place(row: number): { readonly start: string; readonly queue: string } {
  const startMs = FIRST_MS + Math.floor(row / QUEUES.length) * QUARTER_MS
  return { start: new Date(startMs).toISOString(), queue: QUEUES[row % QUEUES.length] ?? '' }
}

/**
 * An Asterisk `queue_log`: calls of two or four lines each.
 *
 * @yields each line, without its end
 */
export function* callLog(calls: number): Generator<string> {
  const random = mulberry32(SEED)
  const start = FIRST_MS / 1000
  for (let call = 0; call < calls; call++) {
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
