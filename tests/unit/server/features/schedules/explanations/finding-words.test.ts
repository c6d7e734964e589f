import { describe, expect, it } from 'vitest'

import { localDate } from '#forecasting/kernel/calendar.ts'
import { findingWords } from '#server/features/schedules/explanations/finding-words.ts'
import type { PlanningRows } from '#server/features/schedules/problem/planning-rows.ts'

const rows = {
  operators: [{ personnelNumber: '0017', fullName: 'Оператор 17' }],
  rules: [{ code: 'night_forbidden', article: '76' }],
} as unknown as PlanningRows
const period = { fromDate: localDate('2026-12-07'), days: 7, timezone: 'Asia/Almaty' }

/** Nothing but night shifts, for somebody who may not work at night. */
const barred = {
  kind: 'unreachable-hours',
  message: '',
  op: '0017',
  rule: 'R11',
  days: [0, 1],
  values: { targetMin: 2400, maxReachableMin: 0 },
  ruleValues: { nightMin: 480 },
} as const

describe('findingWords', () => {
  it.each([
    [
      'ru',
      'Свободные дни вмещают не больше 0 ч из положенных 40 ч. Ни одна смена не подходит в 2 дня: К работе в ночное время не допускается: 8 ч ночью (ст. 76)',
    ],
    [
      'kk',
      'Бос күндерге тиесілі 40 сағаттың ең көбі 0 сағаты сыяды. 2 күнге бірде-бір ауысым сәйкес келмейді: Түнгі уақыттағы жұмысқа жіберілмейді: түнде 8 сағ (76-бап)',
    ],
    [
      'en',
      'The free days hold at most 0 h of the 40 h owed. No shift fits on 2 days: Not admitted to night work: 8 h at night (art. 76)',
    ],
  ] as const)('names person, days and rule where nothing legal fits, in %s', (language, text) => {
    expect(findingWords(barred, rows, { period, language })).toMatchObject({
      who: 'Оператор 17',
      dates: ['2026-12-07', '2026-12-08'],
      text,
    })
  })

  it('tells hours alone where no rule closes a day', () => {
    const { rule: _, days: __, ruleValues: ___, ...open } = barred
    expect(findingWords(open, rows, { period, language: 'en' })).toMatchObject({
      dates: [],
      article: null,
      text: 'The free days hold at most 0 h of the 40 h owed',
    })
  })
})
