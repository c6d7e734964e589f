import { expect, it } from 'vitest'

import { dateText, monthText } from '#server/platform/i18n/date-text.ts'

it('writes a day as the pages do, in each language', () => {
  expect(dateText('2026-12-07', 'ru')).toBe('7 декабря 2026')
  expect(dateText('2026-12-07', 'kk')).toBe('7 желтоқсан 2026')
  expect(dateText('2026-12-07', 'en')).toBe('7 December 2026')
})

it('calls a month by its name', () => {
  expect(monthText('2026-12', 'ru')).toBe('декабрь 2026')
  expect(monthText('2026-12', 'kk')).toBe('2026 жылғы желтоқсан')
  expect(monthText('2026-12', 'en')).toBe('December 2026')
})
