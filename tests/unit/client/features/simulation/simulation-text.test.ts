import { describe, expect, it } from 'vitest'

import type { JudgedSpan } from '../../../../../client/features/simulation/simulation-model.ts'
import {
  callersAnswer,
  chanceText,
  percentText,
} from '../../../../../client/features/simulation/simulation-text.ts'
import { createFormat } from '../../../../../client/lib/i18n/format.ts'
import { translatorOf } from '../../../../../client/lib/i18n/translate.ts'

const t = translatorOf('ru')
const words = { t, format: createFormat('ru', 'Asia/Almaty', t) }
const spread = (mean: number | null, p10 = mean, p90 = mean) => ({ mean, p10, p50: mean, p90 })

function week(part: Partial<JudgedSpan>): JudgedSpan {
  return {
    fromDate: '2026-12-07',
    offered: spread(1000),
    asaSeconds: spread(24, 11, 43),
    abandonShare: spread(0.034, 0.018, 0.057),
    serviceLevel: spread(0.9),
    occupancy: spread(0.8),
    keptChance: 0.97,
    ...part,
  }
}

describe('callersAnswer', () => {
  it('says the wait, the lost and the chance, each with its band', () => {
    expect(callersAnswer(week({}), words)).toEqual({
      text: 'Ждать будут в среднем 24 с (11–43), потеряется 3,4 % (1,8–5,7); за неделю обещание сдержат с вероятностью 97\u00A0%',
      tone: 'covered',
    })
  })

  it('warns when the promise is more likely broken than kept', () => {
    expect(callersAnswer(week({ keptChance: 0.4 }), words).tone).toBe('under')
    expect(callersAnswer(week({ keptChance: 0.5 }), words).tone).toBe('covered')
  })

  it('tells no chance where nothing is promised, and nothing where nobody comes', () => {
    expect(callersAnswer(week({ keptChance: null }), words).text).not.toContain('вероятност')
    expect(callersAnswer(week({ offered: spread(0) }), words).tone).toBe('unknown')
  })
})

describe('chanceText', () => {
  it.each([
    [1, '>\u00A099\u00A0%'],
    [0.994, '99\u00A0%'],
    [0.004, '<\u00A01\u00A0%'],
    [0.5, '50\u00A0%'],
  ])('writes %s as no more than runs can tell', (chance, text) => {
    expect(chanceText(chance, words)).toBe(text)
  })
})

it('writes a dash where there was nothing to measure', () => {
  expect(percentText(spread(null), words)).toBe('—')
})
