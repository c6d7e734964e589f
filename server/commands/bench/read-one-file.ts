import { createReadStream } from 'node:fs'

import { readHistory } from '#server/features/imports/read-history.ts'

import { addQueue } from '../../features/centers/centers.service.ts'
import { importFile } from '../../features/imports/imports.service.ts'
import { openInMemory } from '../../platform/db/connection.ts'
import { migrate } from '../../platform/db/migrate.ts'
import { inNewCenter } from '../../platform/db/scope.ts'
import { insertEmptyCentre } from '../../sample/empty-centre.ts'
import { QUEUES } from './history-lines.ts'

const ZONE = 'Asia/Almaty'
const ALWAYS = Array.from({ length: 7 }, () => [{ fromMinutes: 0, toMinutes: 1440 }])

const MODES = { count: countLines, read: readWhole, store: storeWhole }
export type ReadingMode = keyof typeof MODES

/** What one process needed for one file. */
export interface ReadingFigures {
  readonly lines: number
  readonly seconds: number
  /** Processor's time of the thread that reads. */
  readonly cpuSeconds: number
  /** The most memory that the process ever held. */
  readonly peakMb: number
}

/** The least that any reader does: bytes to text, text to lines. */
async function countLines(path: string): Promise<() => Promise<number>> {
  return async () => {
    let lines = 0
    let pending = ''
    for await (const chunk of createReadStream(path, 'utf8') as AsyncIterable<string>) {
      const parts = (pending + chunk).split('\n')
      pending = parts.pop() ?? ''
      lines += parts.length
    }
    return lines
  }
}

/** Reads, checks and delivers every row, to somebody who only counts them. */
async function readWhole(path: string): Promise<() => Promise<number>> {
  return async () => {
    let delivered = 0
    const write = async (rows: readonly unknown[]): Promise<void> => void (delivered += rows.length)
    const report = await readHistory(createReadStream(path), { timezone: ZONE }, { write })
    if (!report.accepted) throw new Error(JSON.stringify(report.problems.slice(0, 3)))
    if (delivered === 0) throw new Error('nothing was delivered')
    return report.rowsRead
  }
}

/** Brings the file into a centre of the embedded database, as the command does. */
async function storeWhole(path: string): Promise<() => Promise<number>> {
  const { db } = await openInMemory()
  await migrate(db)
  const scope = await inNewCenter(
    db,
    (inside) =>
      insertEmptyCentre(inside, {
        code: 'bench',
        name: { kk: 'Өлшем', ru: 'Замер', en: 'Bench' },
        timezone: ZONE,
        intervalMinutes: 15,
      }),
    async (inside, own) => {
      for (const [i, ru] of QUEUES.entries()) {
        const name = { kk: ru, ru, en: ru }
        const order = { code: `q${i}`, name, channel: 'voice', openingHours: ALWAYS } as const
        await addQueue(inside, own.centerId, order)
      }
      return own
    },
  )
  if (scope === undefined) throw new Error('there is no centre')
  return async () => {
    const { rowsRead } = await importFile(db, scope, createReadStream(path), {
      kind: 'intervals',
      fileName: 'bench.csv',
      dryRun: false,
      queueMap: Object.fromEntries(QUEUES.map((queue, i) => [queue, `q${i}`])),
      language: 'en',
    })
    return rowsRead
  }
}

/** Prints the figures of `MODE FILE` as JSON: a process of its own has a memory of its own. */
async function main([mode = '', path = '']: readonly string[]): Promise<void> {
  const run = await MODES[mode as ReadingMode](path)
  const startedMs = performance.now()
  const before = process.threadCpuUsage()
  const lines = await run()
  const { user, system } = process.threadCpuUsage(before)
  const figures: ReadingFigures = {
    lines,
    seconds: (performance.now() - startedMs) / 1000,
    cpuSeconds: (user + system) / 1e6,
    peakMb: process.resourceUsage().maxRSS / 1024,
  }
  process.stdout.write(JSON.stringify(figures))
}

await main(process.argv.slice(2))
