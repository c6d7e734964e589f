import { IntlMessageFormat } from 'intl-messageformat'

import { CATALOGUES, type Locale, type MessageKey } from './catalogue.ts'

export type MessageValues = Readonly<Record<string, string | number>>

/** Says the message `key` in one language. Numbers in `values` decide plural forms. */
export type Translate = (key: MessageKey, values?: MessageValues) => string

/**
 * The locale whose numbers look as Kazakh numbers do. Chromium claims `kk` and then formats it by
 * the root locale, so 12 345,6 would read 12,345.6; Russian separators are the same as CLDR's Kazakh.
 */
export function numberLocale(locale: Locale): string {
  return locale === 'kk' ? 'ru' : locale
}

const translators = new Map<Locale, Translate>()

/** One translator per language, made once: parsed messages are kept in it. */
export function translatorOf(locale: Locale): Translate {
  const known = translators.get(locale)
  if (known !== undefined) return known
  const made = createTranslator(locale)
  translators.set(locale, made)
  return made
}

function createTranslator(locale: Locale): Translate {
  const parsed = new Map<MessageKey, IntlMessageFormat>()
  const formatters = {
    getNumberFormat: (_: unknown, options?: object) =>
      new Intl.NumberFormat(numberLocale(locale), options),
    getDateTimeFormat: (_: unknown, options?: object) => new Intl.DateTimeFormat(locale, options),
    getPluralRules: (_: unknown, options?: object) => new Intl.PluralRules(locale, options),
  }
  return (key, values = {}) => {
    let message = parsed.get(key)
    if (message === undefined) {
      message = new IntlMessageFormat(CATALOGUES[locale][key], locale, undefined, { formatters })
      parsed.set(key, message)
    }
    return String(message.format({ ...values }))
  }
}
