import { describe, expect, it } from 'vitest'

import { createFormat } from '../../../../../client/lib/i18n/format.ts'
import { stretchText } from '../../../../../client/lib/i18n/stretch-text.ts'
import { translatorOf } from '../../../../../client/lib/i18n/translate.ts'

describe('stretchText', () => {
  const format = createFormat('ru', 'Asia/Almaty', translatorOf('ru'))
  it.each([
    ['2026-06-15T00:00+05:00', '2026-06-16T00:00+05:00', '15 июня 2026'],
    ['2026-06-15T00:00+05:00', '2026-06-17T00:00+05:00', '15 июня 2026 – 16 июня 2026'],
    ['2026-06-15T10:00+05:00', '2026-06-15T14:00+05:00', '15 июня 2026, 10:00–14:00'],
    [
      '2026-06-15T22:00+05:00',
      '2026-06-16T02:00+05:00',
      '15 июня 2026, 22:00 – 16 июня 2026, 02:00',
    ],
  ])('says [%s, %s) as %s', (from, to, text) => {
    expect(stretchText(Date.parse(from), Date.parse(to), format)).toBe(text)
  })
})
