import type { Language } from '../db/column-types.ts'

/** `7 декабря 2026`, as the pages write a day in each language. */
export function dateText(date: string, language: Language): string {
  const { day, month, year } = partsOf(date, language, { day: 'numeric' })
  return `${day} ${month} ${year}`
}

const MONTHS: Readonly<Record<Language, (month: string, year: string) => string>> = {
  kk: (month, year) => `${year} жылғы ${month}`,
  ru: (month, year) => `${month} ${year}`,
  en: (month, year) => `${month} ${year}`,
}

/** `декабрь 2026` of `2026-12`, to stand before the word for a month in Kazakh. */
export function monthText(month: string, language: Language): string {
  const parts = partsOf(`${month}-01`, language, {})
  return MONTHS[language](parts.month, parts.year)
}

/** A date has no clock, and is read as midnight of UTC. */
function partsOf(
  date: string,
  language: Language,
  style: Intl.DateTimeFormatOptions,
): Record<'day' | 'month' | 'year', string> {
  const whole = { ...style, month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  const parts = new Intl.DateTimeFormat(language, whole).formatToParts(Date.parse(date))
  const part = (type: 'day' | 'month' | 'year'): string =>
    parts.find((one) => one.type === type)?.value ?? ''
  return { day: part('day'), month: part('month'), year: part('year') }
}
