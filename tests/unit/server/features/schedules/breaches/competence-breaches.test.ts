import { expect, it } from 'vitest'

import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId, QueueId } from '#forecasting/kernel/units.ts'
import { competenceBreaches } from '#server/features/schedules/breaches/competence-breaches.ts'

const VOICE = 'q-voice' as QueueId
const CHAT = 'q-chat' as QueueId
const CALLS = { kk: 'Қазақша қоңыраулар', ru: 'Звонки на казахском', en: 'Calls in Kazakh' }

/** One person with a shift from 09:00 in Almaty on 1 and on 2 June 2026. */
function loaded(
  ...held: readonly (readonly [QueueId, string | null])[]
): Parameters<typeof competenceBreaches>[0] {
  const id = 'person' as OperatorId
  const rows = {
    timezone: 'Asia/Almaty',
    queues: [
      { id: VOICE, code: 'voice-kk', name: CALLS, channel: 'voice' },
      { id: CHAT, code: 'chat', name: { kk: 'Чат', ru: 'Чат', en: 'Chat' }, channel: 'chat' },
    ],
    operators: [
      {
        id,
        fullName: 'Айгүл Серік',
        competentFor: held.map(([queueId, until]) => ({
          queueId,
          validUntil: until as LocalDate | null,
          firstToExpire:
            until === null
              ? null
              : { kk: 'Сөйлеу мәдениеті', ru: 'Речевая культура', en: 'Speech culture' },
        })),
      },
    ],
  }
  const shifts = ['2026-06-01T04:00:00.000Z', '2026-06-02T04:00:00.000Z'].map((startsAt, i) => ({
    id: `s${i + 1}`,
    operatorId: id,
    startsAt,
  }))
  const loadedPart = { rows, shifts, permits: [], sessions: [] }
  return loadedPart as unknown as Parameters<typeof competenceBreaches>[0]
}

it('lets a competence work through its last day', () => {
  expect(competenceBreaches(loaded([VOICE, '2026-06-02']), 'ru')).toEqual([])
})

it('is content with one queue of several', () => {
  expect(competenceBreaches(loaded([VOICE, '2026-05-01'], [CHAT, null]), 'ru')).toEqual([])
})

it('names the person, the shift, the queue, the competence and the paragraph once the last competence has expired', () => {
  expect(competenceBreaches(loaded([VOICE, '2026-06-01']), 'ru')).toEqual([
    {
      rule: 'P18',
      article: null,
      hard: true,
      operatorId: 'person',
      operatorName: 'Айгүл Серік',
      shiftId: 's2',
      dates: ['2026-06-02'],
      at: '2026-06-02T04:00:00.000Z',
      text: 'Нет действующей компетенции ни для одной очереди (приказ № 443/НҚ, п. 18); истекла: Звонки на казахском: «Речевая культура» (1 июня 2026)',
    },
  ])
})

it.each([
  ['kk', 'Бірде-бір кезекке жарамды құзыреті жоқ (№ 443/НҚ бұйрық, 18-т.)'],
  ['en', 'No valid competence for any queue (order № 443/НҚ, p. 18)'],
] as const)('says in %s that somebody never was competent', (language, text) => {
  const [breach] = competenceBreaches(loaded(), language)
  expect(breach).toMatchObject({ dates: ['2026-06-01', '2026-06-02'], text })
})
