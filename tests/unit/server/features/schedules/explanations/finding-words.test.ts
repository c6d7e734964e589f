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

  it.each([
    [
      'ru',
      'Не меньше 40 чел.-ч останутся без людей, как ни ставь смены: 00:00–06:00 ежедневно (28 чел.-ч); 22:00–24:00 7 дек., 8 дек. (8 чел.-ч); 12:00–12:30 в 4 дня (3 чел.-ч); и ещё 1 промежуток',
    ],
    [
      'kk',
      'Ауысымдарды қалай қойса да, кемінде 40 адам-сағат қамтылмай қалады: 00:00–06:00 күн сайын (28 адам-сағ); 22:00–24:00 7 жел., 8 жел. (8 адам-сағ); 12:00–12:30 4 күнде (3 адам-сағ); және тағы 1 аралық',
    ],
    [
      'en',
      'At least 40 agent-hours stay uncovered, however people are placed: 00:00–06:00 every day (28 agent-hours); 22:00–24:00 Dec 7, Dec 8 (8 agent-hours); 12:00–12:30 on 4 days (3 agent-hours); and 1 time more',
    ],
  ] as const)('says when nobody can come, the most hours first, in %s', (language, text) => {
    const shortage = {
      kind: 'unavoidable-shortage',
      message: '',
      skill: 'voice',
      values: { minShortageHours: 40, intervals: 12 },
      when: [
        { days: [5], fromMin: 600, toMin: 630, hours: 1, text: '' },
        { days: [0, 1], fromMin: 1320, toMin: 1440, hours: 8, text: '' },
        { days: [0, 2, 3, 4], fromMin: 720, toMin: 750, hours: 3, text: '' },
        { days: [0, 1, 2, 3, 4, 5, 6], fromMin: 0, toMin: 360, hours: 28, text: '' },
      ],
    } as const
    expect(findingWords(shortage, rows, { period, language })).toMatchObject({ who: 'voice', text })
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
