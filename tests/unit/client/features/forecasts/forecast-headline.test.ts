import { describe, expect, it } from 'vitest'

import { forecastAnswer } from '../../../../../client/features/forecasts/forecast-headline.ts'
import { createFormat } from '../../../../../client/lib/i18n/format.ts'
import { translatorOf } from '../../../../../client/lib/i18n/translate.ts'

const t = translatorOf('ru')
const words = { t, format: createFormat('ru', 'Asia/Almaty', t) }

/** Monday 15 June 2026, 11:00 in Almaty. */
const START = Date.UTC(2026, 5, 15, 6)

const point = (at: number, mean: number) => ({
  startMs: START + at * 1_800_000,
  endMs: START + (at + 1) * 1_800_000,
  mean,
  low: mean - 10,
  high: mean + 10,
  actual: null,
  handleSeconds: null,
  handleQuantiles: null,
  engineMean: mean,
  quantiles: [],
  previous: null,
})

describe('forecastAnswer', () => {
  it('says the total as people say it, and the peak with its doubt', () => {
    // 20 012 + 14 221 = 34 233, three digits of it: 34 200.
    expect(forecastAnswer([point(0, 14_221), point(1, 20_012)], words)).toEqual({
      text: 'Около 34\u00A0200 обращений, больше всего пн 11:30–12:00 — 20\u00A0012 (20\u00A0002–20\u00A0022)',
      tone: 'covered',
    })
  })

  it('does not know without points', () => {
    expect(forecastAnswer([], words).tone).toBe('unknown')
  })
})
