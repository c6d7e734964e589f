import { describe, expect, it } from 'vitest'

import { FIGURES } from '#server/features/labour-rules/figures.ts'
import { articleName, toldRule } from '#server/features/labour-rules/told-rule.ts'

import { kzLabourRules } from '../../../../../fixtures/rules/kz-labour-rules.ts'

const told = (code: string, parameters: Readonly<Record<string, number>>) =>
  toldRule({ code, parameters, value: '<= 1', exceptions: '', words: null })

describe('toldRule', () => {
  it('says every rule of the set in three languages, with every figure in place', () => {
    const texts = kzLabourRules().rules.flatMap(({ key, machine }) => {
      const { says, unless } = told(key, machine?.parameters ?? {})
      return [...Object.values(says), ...Object.values(unless ?? {})]
    })
    expect(texts.length).toBeGreaterThan(150)
    expect(texts.filter((text) => !/^[^{}]{2,}$/u.test(text))).toEqual([])
  })

  it('follows the figures: numbers agree with their words, times are read off a clock', () => {
    expect(told('house_consecutive_days', { maxDays: 1 }).says.ru).toBe(
      'Подряд не больше 1 рабочего дня',
    )
    expect(told('night', { fromMinute: 1380, toMinute: 300 }).says.en).toBe(
      'Night is from 23:00 to 05:00',
    )
  })

  it('keeps to the words that a centre was given, and to the text where there are none', () => {
    const words = {
      says: { kk: 'а {maxDays}', ru: 'б {maxDays}', en: 'c {maxDays}' },
      unless: null,
    }
    const rule = {
      code: 'house_consecutive_days',
      parameters: { maxDays: 5 },
      value: '',
      exceptions: '',
    }
    expect(toldRule({ ...rule, words })).toEqual({
      says: { kk: 'а 5', ru: 'б 5', en: 'c 5' },
      unless: null,
    })
    expect(told('of tomorrow', {}).says.kk).toBe('<= 1')
  })
})

describe('FIGURES', () => {
  it('names every figure of the set, and no other', () => {
    const inSet = kzLabourRules().rules.flatMap(({ key, machine }) =>
      Object.keys(machine?.parameters ?? {}).map((name) => `${key}.${name}`),
    )
    const named = Object.entries(FIGURES).flatMap(([code, figures]) =>
      Object.keys(figures).map((name) => `${code}.${name}`),
    )
    expect(named.toSorted()).toEqual(inSet.toSorted())
  })
})

describe('articleName', () => {
  it.each([
    ['68(1)', '68(1)'],
    ['84(1-4), 84(4-1)', '84(1-4), 84(4-1)'],
    ['75(10), added by Law 277-VIII of 07.04.2026 (in force ~June 2026)', '75(10)'],
    ['52(1)8)', '52(1)8)'],
    ['no article; follows from 83 and practice', null],
    ['', null],
  ])('of “%s” is %s', (text, expected) => {
    expect(articleName(text)).toBe(expected)
  })
})
