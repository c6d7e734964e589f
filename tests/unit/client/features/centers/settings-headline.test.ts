import { expect, it } from 'vitest'

import { settingsAnswer } from '../../../../../client/features/centers/settings-headline.ts'
import { readSettingsSearch } from '../../../../../client/features/centers/settings-search.ts'
import { translatorOf } from '../../../../../client/lib/i18n/translate.ts'

const t = translatorOf('ru')
const center = { asaLowerSeconds: 40, asaTargetSeconds: 60 }
const week = (toMinutes: number) => ({
  openingHours: Array.from({ length: 7 }, () => [{ fromMinutes: 0, toMinutes }]),
})

it('says what is promised and how much of it never closes', () => {
  expect(settingsAnswer(center, [week(1440), week(720)], t).text).toBe(
    'Ответить в среднем за 40–60 с; 2 очереди, круглосуточно 1',
  )
})

it('does not answer for a centre without queues', () => {
  expect(settingsAnswer(center, [], t).tone).toBe('unknown')
})

it('takes from an address only a section that there is', () => {
  expect(readSettingsSearch({ section: 'queues', queue: 'q1', x: 1 })).toEqual({
    section: 'queues',
    queue: 'q1',
  })
  expect(readSettingsSearch({ section: 'secrets', queue: 5 })).toEqual({})
  const begun = { section: 'shifts', shape: 'F8', at: '07:30' }
  expect(readSettingsSearch(begun)).toEqual(begun)
  expect(readSettingsSearch({ ...begun, at: '07:10' })).toEqual({ section: 'shifts' })
})
