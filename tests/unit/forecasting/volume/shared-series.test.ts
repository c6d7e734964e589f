import { existsSync } from 'node:fs'
import path from 'node:path'

import { describe, expect, it } from 'vitest'

import { backtest } from '#forecasting/volume/backtest.ts'

import { readHistoryFile } from '../../../../server/commands/history-file.ts'

const SHARED = process.env['KEZEK_SHARED'] ?? path.resolve('../shared')
const SERIES = [
  { file: 'bank_us.csv', timezone: 'America/New_York' },
  { file: 'assist_cat.csv', timezone: 'Europe/Paris' },
  { file: 'assist_services.csv', timezone: 'Europe/Paris' },
].map((series) => ({ ...series, path: path.join(SHARED, 'forecasting/data', series.file) }))
const isThere = SERIES.every((series) => existsSync(series.path))
if (!isThere) process.stdout.write('skipped: no shared data\n')

describe.skipIf(!isThere)('real series', () => {
  // The comparison is the requirement: planners average the last four same weekdays by hand.
  it('are forecast with less error than the mean of the last four weeks has', async () => {
    const ratios: number[] = []
    for (const { path: file, timezone } of SERIES) {
      for (const history of await readHistoryFile(file, timezone)) {
        const rows = backtest(history, { timezone, specialDays: [], weeks: [1], origins: 4 })
        const wape = (method: string): number =>
          rows.find((row) => row.method === method)?.wape ?? Number.NaN
        ratios.push(wape('kezek') / wape('mean4dow'))
      }
    }
    const logs = ratios.map((ratio) => Math.log(ratio))
    expect(Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length)).toBeLessThan(0.97)
  })
})
