import { describe, expect, it } from 'vitest'

import {
  driftText,
  judgementText,
  triedAnswer,
} from '../../../../../../client/features/forecasts/accuracy/accuracy-words.ts'
import { createFormat } from '../../../../../../client/lib/i18n/format.ts'
import { translatorOf } from '../../../../../../client/lib/i18n/translate.ts'

const t = translatorOf('en')
const words = { t, format: createFormat('en', 'Asia/Almaty', t) }

const SCORE = {
  stretches: 7,
  actual: 1000,
  wapeEngine: 0.06,
  wapeFinal: 0.05,
  wapeNaive: 0.08,
  biasFinal: 0,
}
const DRIFT = { days: 28, signal: 0.2, limit: 0.74, isDrifting: false, recentBias: 0.01 }
const ACCURACY = {
  versions: [],
  byLag: [{ ...SCORE, weekAhead: 1, step: 'day' as const, coverage80: null }],
  judgement: null,
  overrides: [],
  drift: DRIFT,
}

describe('triedAnswer', () => {
  it('sets the forecast beside what last week would have said', () => {
    expect(triedAnswer(ACCURACY, words)).toBe(
      "A week ahead, by day, the forecast was off by 5.0%, last week's figures by 8.0% (7 days).",
    )
  })

  it('stands alone where no week is known before', () => {
    const [row] = ACCURACY.byLag
    const byLag = row === undefined ? [] : [{ ...row, wapeNaive: null }]
    expect(triedAnswer({ ...ACCURACY, byLag }, words)).toBe(
      'A week ahead, by day, the forecast was off by 5.0% (7 days).',
    )
    expect(triedAnswer({ ...ACCURACY, byLag: [] }, words)).toBeNull()
  })
})

describe('judgementText', () => {
  const judged = (wapeEngine: number, wapeFinal: number) =>
    judgementText({ ...ACCURACY, judgement: { ...SCORE, wapeEngine, wapeFinal } }, words)

  it('says whether changes by hand lessened the error', () => {
    expect(judged(0.06, 0.05)).toContain('they helped')
    expect(judged(0.05, 0.06)).toContain('they made it worse')
    expect(judged(0.05, 0.0501)).toContain('they changed nothing')
    expect(judgementText(ACCURACY, words)).toBeNull()
  })
})

describe('driftText', () => {
  it('speaks only beyond chance, and says to which side', () => {
    expect(driftText(ACCURACY, words)).toBeNull()
    const drift = (signal: number, recentBias: number) =>
      driftText({ ...ACCURACY, drift: { ...DRIFT, signal, recentBias, isDrifting: true } }, words)
    expect(drift(0.9, 0.12)).toMatch(/^More contacts come than forecast: \+12\.0%/u)
    expect(drift(-0.9, -0.12)).toMatch(/^Fewer contacts come than forecast: −12\.0%/u)
  })
})
