import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { type LocalDate, localDate, localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'

import { generateSampleCentre } from '../../fixtures/sample/sample-centre.ts'
import { sampleHistoryCsv, sampleJson } from '../../fixtures/sample/sample-file.ts'
import { type Command, parseOptions, UsageError } from './command.ts'

const SEED_MAX = 2_147_483_647

/** Writes the sample centre as files: the same bytes for the same seed and date. */
export const sampleCommand: Command = {
  name: 'sample',
  summary: 'Makes the sample centre as files: centre.json and history.csv.',
  usage: '[--as-of DATE] [--seed N] [--out FOLDER]',
  async run(args) {
    const options = parseOptions(args, { 'as-of': 'string', seed: 'string', out: 'string' })
    const seed = options.integer('seed', { min: 0, max: SEED_MAX }) ?? 1
    const asOf = dateOf(options.text('as-of'))
    const folder = path.resolve(options.text('out') ?? 'sample')
    const sample = generateSampleCentre({ asOf, seed })
    await mkdir(folder, { recursive: true })
    await writeFile(path.join(folder, 'centre.json'), sampleJson(sample))
    const history = path.join(folder, 'history.csv')
    await pipeline(Readable.from(sampleHistoryCsv(sample)), createWriteStream(history))
    const { planningWeek, operators } = sample
    process.stdout.write(
      `${JSON.stringify({ folder, asOf, seed, planningWeek, operators: operators.length, intervals: sample.history.length })}\n`,
    )
  },
}

function dateOf(text: string | undefined): LocalDate {
  if (text === undefined) return localDateOf(Date.now() as EpochMs, 'Asia/Almaty')
  try {
    return localDate(text)
  } catch {
    throw new UsageError(`--as-of must be a date such as 2026-11-24, got ${text}`)
  }
}
