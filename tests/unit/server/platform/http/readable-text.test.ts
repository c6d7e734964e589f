import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { findUnreadable } from '#server/platform/http/readable-text.ts'

describe('findUnreadable', () => {
  it('names the place of a text that no database keeps', () => {
    expect(findUnreadable({ name: { kk: 'А', ru: 'Б\0' } }, 'body')).toBe('body/name/ru')
    expect(findUnreadable({ list: ['ok', 'half \uD83D'] }, 'body')).toBe('body/list/1')
    expect(findUnreadable({ inner: { 'a\0': 1 } }, 'body')).toBe('body/inner')
    expect(findUnreadable('a\0b', 'params')).toBe('params')
  })

  it('finds nothing in any other value', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((one) => !one.includes('\0'))
    fc.assert(
      fc.property(
        fc.jsonValue({ stringUnit: fc.constantFrom('Қ', 'ж', '😀', ' ', 'a') }),
        text,
        (value, word) => findUnreadable({ value, word }, 'body') === undefined,
      ),
    )
    expect(findUnreadable(undefined, 'body')).toBeUndefined()
    expect(findUnreadable(null, 'body')).toBeUndefined()
  })
})
