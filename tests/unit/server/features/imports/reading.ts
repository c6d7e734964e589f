import { Readable } from 'node:stream'

import type { NormalisedRow } from '#server/features/imports/normalised-row.ts'
import { readHistory } from '#server/features/imports/read-history.ts'
import type { ReadHistoryOptions } from '#server/features/imports/read-history.ts'
import type { ImportReport } from '#server/features/imports/report/import-report.ts'

export interface ReadResult {
  readonly report: ImportReport
  readonly rows: readonly NormalisedRow[]
}

/** Reads a text or bytes as a file, in chunks of a given size, and gathers what the sink was given. */
export async function read(
  content: string | Buffer,
  options: Partial<ReadHistoryOptions> & { readonly chunkBytes?: number } = {},
): Promise<ReadResult> {
  const rows: NormalisedRow[] = []
  const sink = {
    write: async (batch: readonly NormalisedRow[]): Promise<void> => {
      rows.push(...batch)
      await Promise.resolve()
    },
  }
  const bytes = Buffer.from(content)
  const size = options.chunkBytes ?? 65_536
  const chunks: Buffer[] = []
  for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size))
  const report = await readHistory(
    Readable.from(chunks),
    { timezone: 'Asia/Almaty', ...options },
    sink,
  )
  return { report, rows }
}

/** A Kezek history of the given lines. */
export function history(...lines: readonly string[]): string {
  return `${['interval_start,queue,channel,offered', ...lines].join('\n')}\n`
}
