import { IntlMessageFormat } from 'intl-messageformat'

import type { Language, Text3 } from '../db/column-types.ts'

export type MessageValues = Readonly<Record<string, string | number>>

export const LANGUAGES: readonly Language[] = ['kk', 'ru', 'en']
const FALLBACK: Language = 'ru'

const compiled = new Map<string, IntlMessageFormat>()

/** Says an ICU message in one language. */
export function say(message: Text3, language: Language, values: MessageValues = {}): string {
  const key = `${language}\n${message[language]}`
  const format = compiled.get(key) ?? new IntlMessageFormat(message[language], language)
  compiled.set(key, format)
  return String(format.format({ ...values }))
}

/**
 * The language of an `Accept-Language` header that the service speaks; Russian when none is.
 *
 * @param header for example `kk-KZ,kk;q=0.9,ru;q=0.8`
 */
export function languageOf(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(';q=')
      return { tag: tag.slice(0, 2).toLowerCase(), quality: Number(quality ?? '1') }
    })
    .toSorted((a, b) => b.quality - a.quality)
  for (const { tag } of wanted) {
    const language = LANGUAGES.find((candidate) => candidate === tag)
    if (language !== undefined) return language
  }
  return FALLBACK
}
