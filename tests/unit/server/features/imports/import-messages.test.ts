import { describe, expect, it } from 'vitest'

import { importMessage } from '#server/features/imports/import-messages.ts'
import { FILE_PROBLEMS, ROW_PROBLEMS } from '#server/features/imports/import-problem.ts'
import { shownValue } from '#server/features/imports/shown-value.ts'

const PARAMS = {
  needed: 'queue, offered',
  limit: 1_000_000,
  encoding: 'utf-8',
  template: 'kezek',
  missing: 'channel',
  expected: 4,
  found: 3,
  minutes: 15,
  offered: 5,
  handled: 6,
  abandoned: 6,
  shortAbandoned: 7,
  answeredInTarget: 7,
}

describe('importMessage', () => {
  it.each([...FILE_PROBLEMS, ...ROW_PROBLEMS])('says %s in three languages', (code) => {
    const problem = { code, row: 12, column: 'offered', value: '-5', params: PARAMS }
    const texts = (['kk', 'ru', 'en'] as const).map((language) => importMessage(problem, language))

    expect(new Set(texts).size).toBe(3)
    for (const text of texts) {
      expect(text).toContain('12')
      expect(text).toContain('offered')
      expect(text).not.toMatch(/[{}]/)
    }
  })
})

describe('shownValue', () => {
  it.each([
    ['-5', '-5'],
    ['2026-13-41T09:00', '2026-13-41T09:00'],
    ['31.02.2026 9:15', '31.02.2026 9:15'],
    ['10000000', '1.0e+7'],
    ['Иванов', 'aaaaaa'],
    ['ivanov@example.kz', 'aaaaaa@aaaaaaa.aa'],
    ['+7 701 123-45-67', '+9 999 999-99-99'],
    ['a\u0000b', 'a?a'],
  ])('shows %j as %j', (text, shown) => {
    expect(shownValue(text)).toBe(shown)
  })

  it('shortens', () => {
    expect(shownValue('-'.repeat(100))).toHaveLength(24)
  })
})
