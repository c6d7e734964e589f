import { describe, expect, it } from 'vitest'

import { faultWords } from '#server/platform/http/validation-words.ts'
import { LANGUAGES } from '#server/platform/i18n/messages.ts'

/** A fault as Ajv tells it: https://ajv.js.org/api.html#error-parameters */
const fault = (keyword: string, params: Record<string, string | number | string[]>) => ({
  keyword,
  params,
  message: `Ajv on ${keyword}`,
  instancePath: '',
  schemaPath: '',
})

describe('faultWords', () => {
  it.each([
    ['type', { type: 'integer' }, 'нужно целое число'],
    ['minimum', { comparison: '>=', limit: 5 }, 'не меньше 5'],
    ['exclusiveMaximum', { comparison: '<', limit: 1 }, 'меньше 1'],
    ['maxLength', { limit: 2000 }, 'не длиннее 2000 знаков'],
    ['required', { missingProperty: 'name' }, 'нет поля name'],
    ['enum', { allowedValues: ['kk', 'ru'] }, 'одно из: kk, ru'],
    ['format', { format: 'date' }, 'нужна дата вида 2026-12-31'],
    ['format', { format: 'ipv4' }, 'нужен вид ipv4'],
  ])('says in Russian what %s with %j asks for', (keyword, params, words) => {
    expect(faultWords(fault(keyword, params), 'ru')).toBe(words)
  })

  it('says each in three languages', () => {
    const tooLittle = fault('minimum', { limit: 5 })
    expect(LANGUAGES.map((language) => faultWords(tooLittle, language))).toEqual([
      '5 мәнінен кем болмауы керек',
      'не меньше 5',
      'must be at least 5',
    ])
  })

  it('leaves a keyword that it has no words for as Ajv says it', () => {
    expect(faultWords(fault('contains', {}), 'ru')).toBe('Ajv on contains')
  })
})
