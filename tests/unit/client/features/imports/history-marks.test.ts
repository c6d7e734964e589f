import { describe, expect, it } from 'vitest'

import { historyMarks, marksWithin } from '../../../../../client/features/imports/history-marks.ts'

const name = (text: string) => ({ kk: `${text} kk`, ru: `${text} ru`, en: text })
const reader = { queueId: 'q1', locale: 'ru', timeZone: 'Asia/Almaty' } as const
const SPAN = { from: '2026-06-01T00:00:00Z', to: '2026-06-02T00:00:00Z' }

describe('historyMarks', () => {
  it('takes events of the queue and of every queue, and no other', () => {
    const event = { kind: 'outage' as const, name: name('Outage'), ...SPAN }
    const events = [
      { ...event, queueId: 'q1' },
      { ...event, queueId: null },
      { ...event, queueId: 'q2' },
    ]
    const marks = historyMarks({ gaps: [], events, days: [] }, reader)
    expect(marks.map(({ kind, label }) => [kind, label])).toEqual([
      ['outage', 'Outage ru'],
      ['outage', 'Outage ru'],
    ])
  })

  it('marks holidays by name on the local day, and no moved working day', () => {
    const days = [
      { date: '2026-03-21', name: name('Nauryz'), fiveDayWeek: 'off' as const },
      { date: '2026-03-28', name: name('Moved'), fiveDayWeek: 'working' as const },
      { date: '2026-03-29', name: null, fiveDayWeek: 'off' as const },
    ]
    const marks = historyMarks({ gaps: [SPAN], events: [], days }, reader)
    expect(marks.map(({ kind }) => kind)).toEqual(['gap', 'holiday'])
    expect(marks[1]?.startMs).toBe(Date.parse('2026-03-21T00:00+05:00'))
  })

  it('is in view when it touches it, ends being outside', () => {
    const [mark] = historyMarks({ gaps: [SPAN], events: [], days: [] }, reader)
    const [startMs, endMs] = [mark?.startMs ?? 0, mark?.endMs ?? 0]
    const within = (a: number, b: number) =>
      marksWithin(mark === undefined ? [] : [mark], { startMs: a, endMs: b }).length
    expect(within(endMs, endMs + 1)).toBe(0)
    expect(within(startMs - 1, startMs)).toBe(0)
    expect(within(endMs - 1, endMs + 1)).toBe(1)
  })
})
