import { describe, expect, it } from 'vitest'

import { historyAnswer } from '../../../../../client/features/imports/history-headline.ts'
import { translatorOf } from '../../../../../client/lib/i18n/translate.ts'

const t = translatorOf('ru')

describe('historyAnswer', () => {
  it.each([
    [{ weeks: 0, gapCount: 0 }, 'Пока нет: история пуста'],
    [{ weeks: 5, gapCount: 0 }, 'Пока нет: есть 5 недель, нужно 6'],
    [{ weeks: 6, gapCount: 0 }, 'Да, но без сезонов: 6 недель, меньше года'],
    [{ weeks: 51, gapCount: 0 }, 'Да, но без сезонов: 51 неделя, меньше года'],
    [{ weeks: 52, gapCount: 0 }, 'Да, 52 недели'],
    [{ weeks: 104, gapCount: 2 }, 'Да, 104 недели (2 пропуска)'],
  ])('answers %j', (summary, text) => {
    expect(historyAnswer(summary, t).text).toBe(text)
  })
})
