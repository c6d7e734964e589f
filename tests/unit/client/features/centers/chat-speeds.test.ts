import { describe, expect, it } from 'vitest'

import { readSpeeds, speedsText } from '../../../../../client/features/centers/chat-speeds.ts'

describe('readSpeeds', () => {
  it('reads numbers with either decimal sign, by semicolons or spaces', () => {
    expect(readSpeeds(' 1; 1,6;2 ')).toEqual({ kind: 'ready', value: [1, 1.6, 2] })
    expect(readSpeeds('1 1.6 2')).toEqual({ kind: 'ready', value: [1, 1.6, 2] })
  })

  it('takes the usual speeds when nothing is typed', () => {
    expect(readSpeeds('  ')).toEqual({ kind: 'ready', value: null })
  })

  it.each(['2; 3', '1; 0,9', '1; x', '1;;2', '1; 6,1', '1 1 1 1 1 1 1'])('refuses %j', (text) => {
    expect(readSpeeds(text)).toEqual({ kind: 'refused' })
  })
})

describe('speedsText', () => {
  it('writes what it reads', () => {
    expect(readSpeeds(speedsText([1, 1.6, 2.35], ','))).toEqual({
      kind: 'ready',
      value: [1, 1.6, 2.35],
    })
    expect(speedsText(null, '.')).toBe('')
  })
})
