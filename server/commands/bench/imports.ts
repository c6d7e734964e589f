import { execFile } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { callLog, chunksOf, fullHistory, leanHistory, localHistory } from './history-lines.ts'
import type { ReadingFigures, ReadingMode } from './read-one-file.ts'

const MEGABYTE = 1_048_576
const READ_ONE_FILE = fileURLToPath(new URL('read-one-file.ts', import.meta.url))

interface Trial {
  readonly name: string
  readonly file: string
  readonly lines: () => Iterable<string>
  readonly mode: ReadingMode
}

const TRIALS: readonly Trial[] = [
  trial('intervals, 4 columns, 300,000', 'lean.csv', () => leanHistory(300_000)),
  trial('intervals, 4 columns, 3 million', 'lean-10.csv', () => leanHistory(3_000_000)),
  trial('intervals, 12 columns', 'full.csv', () => fullHistory(1_000_000)),
  trial('intervals, local time', 'local.csv', () => localHistory(1_000_000)),
  trial('queue_log, 400,000 calls', 'queue_log', () => callLog(400_000)),
  trial('queue_log, 1.2 million calls', 'queue_log-3', () => callLog(1_200_000)),
  { ...trial('intervals, stored', 'few.csv', () => storedHistory()), mode: 'store' },
]

/**
 * Measures the importers on seeded files, beside a plain count of the same lines in the same run,
 * each in a process of its own so that its greatest memory is its own. A line a second is also told
 * by the processor's time of the reading thread, which other work on the machine does not change.
 */
export async function benchImports(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kezek-bench-'))
  print('imports, by the clock and by the processor | plain count | times slower | memory')
  try {
    for (const one of TRIALS) await measure(one, join(folder, one.file))
  } finally {
    await rm(folder, { recursive: true })
  }
}

function trial(name: string, file: string, lines: Trial['lines']): Trial {
  return { name, file, lines, mode: 'read' }
}

/** Two years of eight queues: what a centre brings when it begins. */
function storedHistory(): Iterable<string> {
  return leanHistory(2 * 365 * 96 * 8)
}

async function measure({ name, lines, mode }: Trial, path: string): Promise<void> {
  await pipeline(Readable.from(chunksOf(lines())), createWriteStream(path))
  const plain = await inOwnProcess('count', path)
  const own = await inOwnProcess(mode, path)
  const { size } = await stat(path)
  await rm(path)
  print(
    `${name.padEnd(32)}${rate(own.lines / own.seconds)}/s ${rate(own.lines / own.cpuSeconds)}/cpu s` +
      ` | ${rate(plain.lines / plain.cpuSeconds)}/cpu s | ${(own.cpuSeconds / plain.cpuSeconds).toFixed(1)}` +
      ` | ${(size / MEGABYTE).toFixed(0)} MB file, ${own.peakMb.toFixed(0)} MB at most` +
      ` (plain count ${plain.peakMb.toFixed(0)} MB)`,
  )
}

async function inOwnProcess(mode: ReadingMode, path: string): Promise<ReadingFigures> {
  const { stdout } = await promisify(execFile)(process.execPath, [READ_ONE_FILE, mode, path])
  return JSON.parse(stdout) as ReadingFigures
}

const rate = (perSecond: number): string => Math.round(perSecond).toLocaleString('en').padStart(10)

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
