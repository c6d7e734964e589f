import { describe, expect, it } from 'vitest'

import {
  newQueue,
  queueFaults,
  wholeName,
} from '../../../../../client/features/centers/new-queue.ts'

const draft = {
  code: ' voice-kk ',
  name: { kk: '', ru: 'Звонки', en: '' },
  channel: 'voice',
  language: '',
} as const

describe('queueFaults', () => {
  it('asks for a code that history files can use, and for one name', () => {
    expect(queueFaults(draft)).toEqual([])
    const nameless = { ...draft, name: { kk: ' ', ru: '', en: '' } }
    expect(queueFaults({ ...nameless, code: 'звонки' })).toEqual(['code', 'name'])
    expect(queueFaults({ ...draft, code: '-voice' })).toEqual(['code'])
  })
})

describe('newQueue', () => {
  it('speaks any language and works on five days until somebody says otherwise', () => {
    const queue = newQueue(draft)
    expect(queue).toMatchObject({ code: 'voice-kk', channel: 'voice', language: null })
    expect(queue.openingHours.map((day) => day.length)).toEqual([1, 1, 1, 1, 1, 0, 0])
  })
})

describe('wholeName', () => {
  it('keeps what was given and fills the rest', () => {
    expect(wholeName(draft.name)).toEqual({ kk: 'Звонки', ru: 'Звонки', en: 'Звонки' })
    expect(wholeName({ kk: 'Қоңыраулар', ru: '', en: ' Calls ' })).toEqual({
      kk: 'Қоңыраулар',
      ru: 'Қоңыраулар',
      en: 'Calls',
    })
  })
})
