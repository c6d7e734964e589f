import { describe, expect, it } from 'vitest'

import { findRules } from '../../../../../client/features/labour-rules/find-rules.ts'
import {
  draftFigures,
  readHouseRule,
} from '../../../../../client/features/labour-rules/house-rule-draft.ts'
import { versionsToCome } from '../../../../../client/features/labour-rules/rule-figures.ts'

const text = (ru: string) => ({ kk: ru, ru, en: ru })
const RULES = [
  { article: '83', says: text('Отдых между сменами'), unless: null, how: null, checks: ['R07'] },
  {
    article: null,
    says: text('Отдых в неделю'),
    unless: text('кроме вахты'),
    how: text('договоры'),
    checks: ['R08'],
  },
]
const FIGURES = [
  { name: 'rest', label: text('Отдых'), unit: 'hours' as const, bound: null },
  { name: 'days', label: text('Дней'), unit: 'count' as const, bound: null },
]

describe('findRules', () => {
  const reader = { locale: 'ru', articleText: (article: string) => `ст. ${article}` } as const
  it.each([
    ['', 2],
    ['83', 1],
    ['ст. 83', 1],
    ['ОТДЫХ', 2],
    ['отдых вахты', 1],
    ['r07', 1],
    ['нет такого', 0],
  ])('looks for every word of “%s” in the words, the article and the names', (wanted, count) => {
    expect(findRules(RULES, wanted, reader)).toHaveLength(count)
  })
})

describe('a house rule being written', () => {
  const rule = { figures: FIGURES }

  it('is shown in hours and sent in minutes', () => {
    const figures = draftFigures(rule, { rest: 2550, days: 6 })
    expect(figures).toEqual({ rest: 42.5, days: 6 })
    expect(readHouseRule(rule, { figures, validFrom: '2027-01-04', reason: 'Приказ' })).toEqual({
      kind: 'ready',
      figures: { rest: 2550, days: 6 },
    })
  })

  it('names what cannot be read', () => {
    const figures = { rest: '', days: 1.5 }
    expect(readHouseRule(rule, { figures, validFrom: '', reason: ' ' })).toEqual({
      kind: 'refused',
      faults: [{ figure: 'rest' }, { figure: 'days' }, 'validFrom', 'reason'],
    })
  })
})

describe('versionsToCome', () => {
  const version = (number: number, validFrom: string | null, days: number) => ({
    version: number,
    validFrom,
    figures: { days },
    reason: '',
    madeBy: '',
    madeAt: '2026-11-23T04:10:00.000Z',
  })
  const toCome = (...versions: ReturnType<typeof version>[]): number[] =>
    versionsToCome({ version: 1, versions }).map((one) => one.version)

  it('are those after today’s, the first to come first', () => {
    expect(
      toCome(version(3, '2027-02-01', 4), version(2, '2027-01-04', 5), version(1, null, 6)),
    ).toEqual([2, 3])
  })

  it('leave out what a later word takes the place of, and what changes nothing', () => {
    expect(
      toCome(version(3, '2027-01-04', 6), version(2, '2027-01-04', 5), version(1, null, 6)),
    ).toEqual([])
    expect(
      toCome(version(3, '2026-12-07', 4), version(2, '2027-01-04', 5), version(1, null, 6)),
    ).toEqual([3])
  })
})
