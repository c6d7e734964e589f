import { describe, expect, it } from 'vitest'

import { calendarMarks } from '../../../../../../client/features/forecasts/chart/calendar-marks.ts'
import { translatorOf } from '../../../../../../client/lib/i18n/translate.ts'

const text = (word: string) => ({ kk: word, ru: word, en: word })
const DAY_MS = 86_400_000
/** Monday 14 December 2026, 00:00 in Almaty. */
const MONDAY = Date.UTC(2026, 11, 13, 19)

const at = (day: number): string => new Date(MONDAY + day * DAY_MS).toISOString()
const day = { key: null, fiveDayWeek: 'off', sixDayWeek: 'off', source: 'law' } as const
const event = { id: 'e', kind: 'campaign', from: at(3), to: at(5) } as const
const override = {
  id: 'o',
  queueId: 'calls',
  from: at(1),
  to: at(2),
  kind: 'scale',
  value: 1.2,
  reason: 'Letters',
  event: null,
  active: true,
  madeBy: 'Planner',
  madeAt: at(0),
} as const

const sources = {
  calendar: {
    days: [
      { ...day, date: '2026-12-16', kind: 'holiday' as const, name: text('Independence Day') },
      { ...day, date: '2026-12-20', kind: 'moved_out' as const, name: null },
    ],
    events: [
      { ...event, name: text('Campaign'), queueId: null },
      { ...event, name: text('Of another queue'), queueId: 'chat' },
    ],
  },
  outliers: ['2026-11-02', '2026-12-14'],
  overrides: [override, { ...override, id: 'off', active: false }],
  queueId: 'calls',
  startMs: MONDAY,
  endMs: MONDAY + 7 * DAY_MS,
  timeZone: 'Asia/Almaty',
  locale: 'en',
  t: translatorOf('en'),
} satisfies Parameters<typeof calendarMarks>[0]

describe('calendarMarks', () => {
  it('marks what touches the span and the queue, in order of time', () => {
    const marks = calendarMarks(sources)
    expect(
      marks.map(({ kind, startMs, label }) => [kind, (startMs - MONDAY) / DAY_MS, label]),
    ).toEqual([
      ['outlier', 0, ''],
      ['override', 1, 'Letters — Planner'],
      ['holiday', 2, 'Independence Day'],
      ['event', 3, 'Campaign'],
      ['holiday', 6, 'Working day: its day off was moved'],
    ])
  })
})
