import { type Locale, LOCALES } from './i18n/catalogue.ts'

/**
 * A name for all three languages: those that were left empty get the first that was not.
 *
 * @returns null when it is named in no language
 */
export function wholeName(
  name: Readonly<Record<Locale, string>>,
): Readonly<Record<Locale, string>> | null {
  const given = LOCALES.map(({ id }) => name[id].trim()).find((text) => text !== '')
  if (given === undefined) return null
  const of = (id: Locale): string => (name[id].trim() === '' ? given : name[id].trim())
  return { kk: of('kk'), ru: of('ru'), en: of('en') }
}
