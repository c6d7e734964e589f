import { describe, expect, it } from 'vitest'

import { readEvent } from '../../../../../client/features/calendar/event-draft.ts'
import { sameEvents } from '../../../../../client/features/calendar/same-events.ts'
import { sourceText } from '../../../../../client/features/calendar/source-text.ts'
import { translatorOf } from '../../../../../client/lib/i18n/translate.ts'

const draft = {
  kind: 'campaign',
  name: { kk: '', ru: 'Налоги', en: '' },
  from: '2026-12-07T00:00',
  to: '2026-12-12T00:00',
  queueId: '',
} as const

describe('readEvent', () => {
  it("reads times on the centre's clock, and one name for three", () => {
    expect(readEvent(draft, 'Asia/Almaty')).toEqual({
      kind: 'ready',
      event: {
        kind: 'campaign',
        name: { kk: 'Налоги', ru: 'Налоги', en: 'Налоги' },
        // Almaty has UTC+5.
        from: '2026-12-06T19:00:00.000Z',
        to: '2026-12-11T19:00:00.000Z',
        queueId: null,
      },
    })
  })

  it('names every fault at once', () => {
    const empty = { ...draft, name: { kk: ' ', ru: '', en: '' }, to: draft.from }
    expect(readEvent(empty, 'Asia/Almaty')).toEqual({ kind: 'refused', faults: ['name', 'span'] })
    const timeless = { ...draft, from: '' }
    expect(readEvent(timeless, 'Asia/Almaty')).toEqual({ kind: 'refused', faults: ['span'] })
  })
})

describe('sameEvents', () => {
  it('joins what differs by queue alone', () => {
    const name = { kk: 'a', ru: 'a', en: 'a' }
    const event = { kind: 'outage' as const, name, from: '2026-01-01', to: '2026-01-02' }
    const groups = sameEvents([
      { ...event, id: '1', queueId: 'q1' },
      { ...event, id: '2', queueId: 'q1', to: '2026-01-03' },
      { ...event, id: '3', queueId: 'q2' },
    ])
    expect(groups.map(({ events }) => events.map(({ id }) => id))).toEqual([['1', '3'], ['2']])
  })
})

describe('sourceText', () => {
  const t = translatorOf('ru')
  it.each([
    ['Law 267-II art. 2-3', 'Закон № 267-II, ст. 2-3'],
    ['Labour Code art. 84(5)', 'Трудовой кодекс, ст. 84(5)'],
    ['Приказ министра труда от 21.11.2024 № 436', 'Приказ министра труда от 21.11.2024 № 436'],
  ])('cites %s', (source, text) => {
    expect(sourceText(source, t)).toBe(text)
  })
})
