import { describe, expect, it } from 'vitest'

import {
  drawnMonths,
  outlookRows,
} from '../../../../../../client/features/forecasts/outlook/outlook-rows.ts'
import { outlookAnswer } from '../../../../../../client/features/forecasts/outlook/outlook-words.ts'
import { outlookQuery } from '../../../../../../client/features/forecasts/outlook/use-outlook.ts'
import { createFormat } from '../../../../../../client/lib/i18n/format.ts'
import { translatorOf } from '../../../../../../client/lib/i18n/translate.ts'

const t = translatorOf('en')
const words = { t, format: createFormat('en', 'Asia/Almaty', t), monthName: (m: string) => m }

const OUTLOOK = {
  annualGrowth: 0.03,
  growthIs: 'learned' as const,
  knowsSeasons: true,
  history: [{ month: '2026-01', contacts: 900 }],
  months: [
    { month: '2027-01', learned: { mean: 1000, low: 900, high: 1100 }, scenario: null },
    { month: '2027-02', learned: { mean: 800, low: 700, high: 900 }, scenario: null },
  ],
}
const scenario = { mean: 960, low: 840, high: 1080 }

describe('outlookRows', () => {
  it('sets the month of a year before beside each, where it is known', () => {
    expect(outlookRows(OUTLOOK).map(({ yearBefore }) => yearBefore)).toEqual([900, null])
  })
})

describe('drawnMonths', () => {
  it('draws what came before what is expected', () => {
    expect(drawnMonths(OUTLOOK)).toEqual([
      { month: '2026-01', came: 900 },
      { month: '2027-01', mean: 1000, band: [900, 1100] },
      { month: '2027-02', mean: 800, band: [700, 900] },
    ])
  })
})

describe('outlookAnswer', () => {
  it('says the month with its doubt, and the growth', () => {
    expect(outlookAnswer(OUTLOOK, words)).toEqual([
      '2027-02: 800 (700–900) contacts; growth +3.0% a year, learned from history.',
    ])
  })

  it('says what a scenario makes of it, and what is not known', () => {
    const [first] = OUTLOOK.months
    const months = first === undefined ? [] : [{ ...first, scenario }]
    const told = outlookAnswer(
      { ...OUTLOOK, months, growthIs: 'unknown', knowsSeasons: false },
      words,
    )
    expect(told[0]).toContain('growth is not known yet')
    expect(told[1]).toBe('Under the scenario: 960 (840–1,080) (−4.0%).')
    expect(told).toHaveLength(3)
  })
})

describe('outlookQuery', () => {
  const none = { months: 12 as const, growthPercent: null, stepMonth: null, stepPercent: null }

  it('asks for a change only when both of its halves are there', () => {
    expect(outlookQuery({ ...none, stepMonth: '2027-03' }, 'q')).toEqual({
      queueId: 'q',
      months: 12,
    })
    expect(outlookQuery({ ...none, stepMonth: '2027-03', stepPercent: 0 }, 'q')).toEqual({
      queueId: 'q',
      months: 12,
      stepMonth: '2027-03',
      stepPercent: 0,
    })
  })
})
