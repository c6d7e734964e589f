/** How files write the languages that a centre of Kazakhstan hears most. */
const NAMES: Readonly<Record<string, string>> = {
  kaz: 'kk',
  kazakh: 'kk',
  казахский: 'kk',
  қазақша: 'kk',
  қазақ: 'kk',
  'қазақ тілі': 'kk',
  // The country's code is often written for the language's.
  kz: 'kk',
  rus: 'ru',
  russian: 'ru',
  русский: 'ru',
  орысша: 'ru',
  орыс: 'ru',
  'орыс тілі': 'ru',
  eng: 'en',
  english: 'en',
  английский: 'en',
  ағылшынша: 'en',
  'ағылшын тілі': 'en',
}

/**
 * The code of a language as a file writes it: a code of ISO 639 with a region perhaps (`kk-KZ`), or one of
 * the names above. Another name stays as it is written: systems let people name languages freely.
 */
export function languageOf(text: string): string {
  const name = text.toLowerCase()
  const code = /^([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*$/.exec(name)?.[1]
  return NAMES[name] ?? (code === undefined ? text : (NAMES[code] ?? code))
}
