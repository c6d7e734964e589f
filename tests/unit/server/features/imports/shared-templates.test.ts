import { readFileSync } from 'node:fs'
import path from 'node:path'

import { describe, expect, it } from 'vitest'

import { read } from './reading.ts'

const SHARED = process.env['KEZEK_SHARED']

const FILES = [
  ['genesys_historical_import.csv', 'genesys-cloud'],
  ['amazon_connect_import.csv', 'amazon-connect'],
  ['calabrio_21_fields.csv', 'calabrio'],
] as const

describe.skipIf(SHARED === undefined)('samples of other systems (skipped: no shared data)', () => {
  it.each(FILES)('reads %s as it is', async (name, format) => {
    const file = readFileSync(path.join(SHARED ?? '', 'integrations', name), 'utf8')
    const { report, rows } = await read(file, { timezone: 'Asia/Almaty' })
    expect(report.format).toBe(format)
    // A template that is a header alone must be recognised, and lack its rows only.
    const isHeaderAlone = file.trim().split('\n').length === 1
    expect(report.problems.map(({ code }) => code)).toEqual(
      isHeaderAlone ? ['file-without-rows'] : [],
    )
    expect(rows.length > 0).toBe(!isHeaderAlone)
  })
})
