import { describe, expect, it } from 'vitest'

import {
  centreAnswer,
  historyAnswer,
} from '../../../../../client/features/imports/history-headline.ts'
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

describe('centreAnswer', () => {
  const queue = (name: string, firstAt: string | null, lastAt: string | null, gaps = 0) => ({
    name,
    firstAt,
    lastAt,
    gaps,
  })
  // Eight weeks from a Monday; a queue of working days ends on the Friday before the last Sunday.
  const round = queue('Звонки', '2026-01-04T19:00:00Z', '2026-03-01T19:00:00Z', 1)
  const workdays = queue('Почта', '2026-01-05T04:00:00Z', '2026-02-27T13:00:00Z', 2)

  it('counts the weeks of the shortest history and all gaps', () => {
    expect(centreAnswer([round, workdays], t).text).toBe(
      'Да, но без сезонов: 8 недель, меньше года (3 пропуска)',
    )
  })

  it('names queues without history, and says no when none has any', () => {
    const chat = queue('Чат', null, null)
    expect(centreAnswer([workdays, chat], t).text).toMatch(/\. Без истории: «Чат»$/)
    expect(centreAnswer([chat], t).text).toBe('Пока нет: история пуста')
  })
})
