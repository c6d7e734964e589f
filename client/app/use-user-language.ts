import { useEffect } from 'react'

import type { Locale } from '../lib/i18n/catalogue.ts'
import { rememberedLocale, useLocale } from '../lib/i18n/locale-context.tsx'
import { useLanguageChoice } from '../lib/use-language-choice.ts'
import { useStable } from '../lib/use-stable.ts'

/**
 * Keeps the page and the server in one language: what was chosen in this browser is told to the
 * server, and where nothing was, the page takes the user's language.
 *
 * @param userLanguage as the server has it
 * @returns stores a choice and reads again what the server words
 */
export function useUserLanguage(userLanguage: Locale): (locale: Locale) => void {
  const { locale, setLocale } = useLocale()
  const choose = useLanguageChoice()
  const agree = useStable(() => {
    if (userLanguage === locale) return
    if (rememberedLocale() === null) setLocale(userLanguage)
    else choose(locale)
  })
  // Once, when the session begins; later changes go through what is returned.
  useEffect(agree, [agree])
  return choose
}
