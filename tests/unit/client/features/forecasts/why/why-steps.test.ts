import { describe, expect, it } from 'vitest'

import { shownDay } from '../../../../../../client/features/forecasts/why/why-day.ts'
import {
  chiefSteps,
  whySteps,
  whyTicks,
} from '../../../../../../client/features/forecasts/why/why-steps.ts'
import { whyAnswer } from '../../../../../../client/features/forecasts/why/why-words.ts'
import { createFormat } from '../../../../../../client/lib/i18n/format.ts'
import { translatorOf } from '../../../../../../client/lib/i18n/translate.ts'

const step = (part: 'level' | 'weekday' | 'special', contacts: number) => ({
  part,
  contacts,
  factor: 1.5,
})

/** 100 of an ordinary day, 40 more by its weekday, 10 fewer by its level: 130. */
const DAY = {
  date: '2026-06-15',
  volume: 130,
  adjusted: 130,
  low: 120,
  high: 141,
  actual: null,
  special: null,
  parts: { base: 100, steps: [step('level', -10), step('weekday', 40)], rest: 0 },
  moved: {
    from: 125,
    steps: [{ part: 'trend' as const, contacts: 2, factor: 1.02 }, step('weekday', 3)],
    rest: 0,
  },
}

describe('whySteps', () => {
  it('lets every row begin where the one above ends, and ends at the forecast', () => {
    expect(whySteps(DAY).map(({ id, from, to }) => [id, from, to])).toEqual([
      ['base', 0, 100],
      ['level', 100, 90],
      ['weekday', 90, 130],
      ['total', 0, 130],
    ])
  })

  it('shares the change out to the parts that made it', () => {
    expect(whySteps(DAY).map(({ moved }) => moved)).toEqual([2, null, 3, 5])
  })

  it('tells what was changed by hand as a row of its own', () => {
    const rows = whySteps({ ...DAY, adjusted: 260 })
    expect(rows.at(-2)).toMatchObject({ id: 'override', contacts: 130, factor: 2 })
    expect(rows.at(-1)).toMatchObject({ id: 'total', to: 260 })
  })

  it('says nothing of a closed day', () => {
    expect(whySteps({ ...DAY, parts: null })).toEqual([])
  })
})

describe('chiefSteps', () => {
  it('takes the greatest first, and none that nobody would ask about', () => {
    const rows = whySteps({
      ...DAY,
      parts: { ...DAY.parts, steps: [step('level', -10), step('special', 1), step('weekday', 40)] },
    })
    expect(chiefSteps(rows, 3).map(({ id }) => id)).toEqual(['weekday', 'level'])
  })
})

describe('whyTicks', () => {
  it('begins at zero where the differences are seen from there', () => {
    expect(whyTicks(whySteps(DAY), [])).toEqual([0, 50, 100, 150])
  })

  it('begins higher where zero would hide them', () => {
    const near = { ...DAY, parts: { base: 1000, steps: [step('weekday', 5)], rest: 0 } }
    const ticks = whyTicks(whySteps({ ...near, volume: 1005, adjusted: 1005 }), [])
    // Half of 2 % of 1005 below 1000 is 990; the next round number beneath it, in steps of 5, is 985.
    expect(ticks).toEqual([985, 990, 995, 1000, 1005])
  })
})

describe('whyAnswer', () => {
  const t = translatorOf('en')
  const words = { t, format: createFormat('en', 'Asia/Almaty', t), name: 'Monday, 15 June' }

  it('names what makes the day unlike others', () => {
    expect(whyAnswer(DAY, whySteps(DAY), words)).toBe(
      'Monday, 15 June: 130 (120–141) contacts. Most of the difference from an ordinary day (100): weekday +40, level of the last weeks −10.',
    )
  })

  it('says that a day is closed', () => {
    expect(whyAnswer({ ...DAY, parts: null }, [], words)).toBe(
      'Monday, 15 June: closed, no contacts are expected.',
    )
  })
})

describe('shownDay', () => {
  const days = [1, 2, 3].map((n) => ({ ...DAY, date: `2026-06-0${n}`, adjusted: 10 * n }))
  const startOf = (date: string): number => Number(date.slice(8))

  it('is the one that was asked for', () => {
    expect(shownDay(days, { asked: '2026-06-01', span: null, startOf })?.date).toBe('2026-06-01')
  })

  it('is the busiest of what is in view otherwise', () => {
    const span = { startMs: 1, endMs: 3 }
    expect(shownDay(days, { asked: undefined, span, startOf })?.date).toBe('2026-06-02')
    expect(shownDay(days, { asked: '2020-01-01', span: null, startOf })?.date).toBe('2026-06-03')
  })
})
