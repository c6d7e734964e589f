import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'

import { CATALOGUES, LOCALES, type MessageKey } from '../../../../../client/lib/i18n/catalogue.ts'
import { translatorOf } from '../../../../../client/lib/i18n/translate.ts'
import review from '../../../../../client/locales/kk.review.json' with { type: 'json' }

const keys = Object.keys(CATALOGUES.ru) as MessageKey[]

type Elements = ReturnType<IntlMessageFormat['getAst']>

/** Names of a message's arguments, also inside plural branches. */
function argumentsOf(message: string): string[] {
  const names = new Set<string>()
  const visit = (elements: Elements): void => {
    for (const element of elements) {
      if (!('value' in element) || isLiteral(element)) continue
      names.add(element.value)
      if ('options' in element) {
        for (const option of Object.values(element.options)) visit(option.value)
      }
    }
  }
  visit(new IntlMessageFormat(message, 'ru').getAst())
  return [...names].toSorted((a, b) => a.localeCompare(b))
}

/** Type 0 of the parser: words between the arguments. */
function isLiteral(element: Elements[number]): boolean {
  return Number(element.type) === 0
}

describe('the three catalogues', () => {
  it.each(LOCALES)('has in $id exactly the keys of Russian', ({ id }) => {
    expect(Object.keys(CATALOGUES[id])).toEqual(keys)
  })

  it.each(keys)('says %s with the same arguments in every language', (key) => {
    const [russian, kazakh, english] = [CATALOGUES.ru, CATALOGUES.kk, CATALOGUES.en].map(
      (catalogue) => argumentsOf(catalogue[key]),
    )
    expect({ kazakh, english }).toEqual({ kazakh: russian, english: russian })
  })

  it.each(LOCALES)('leaves no message of $id empty', ({ id }) => {
    expect(keys.filter((key) => CATALOGUES[id][key].trim() === '')).toEqual([])
  })

  it.each(LOCALES)(
    'has in $id a name of its own for every activity, and for every state',
    ({ id }) => {
      for (const what of ['today.activity.', 'today.state.']) {
        const names = keys.filter((key) => key.startsWith(what)).map((key) => CATALOGUES[id][key])
        expect(names.length).toBeGreaterThan(10)
        expect(new Set(names).size).toBe(names.length)
      }
    },
  )

  it('asks for review only of messages that exist', () => {
    expect(Object.keys(review).filter((key) => !(key in CATALOGUES.kk))).toEqual([])
  })
})

describe('translatorOf', () => {
  // Russian plural categories of CLDR: 1, 21 one; 2–4 few; 5, 11 many.
  it.each([
    [1, '1 человек'],
    [2, '2 человека'],
    [5, '5 человек'],
    [11, '11 человек'],
    [21, '21 человек'],
    [22, '22 человека'],
  ])('counts %d people in Russian', (count, words) => {
    expect(translatorOf('ru')('grid.people', { count })).toBe(words)
  })

  it('does not change a Kazakh noun after a number', () => {
    const t = translatorOf('kk')
    expect([1, 5].map((count) => t('grid.people', { count }))).toEqual(['1 адам', '5 адам'])
  })

  it('groups a Kazakh number by a no-break space, as CLDR does, and not by a comma', () => {
    expect(translatorOf('kk')('grid.people', { count: 12_345 })).toBe('12\u00A0345 адам')
  })
})
