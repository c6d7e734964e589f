import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { api } from '../lib/api.ts'
import type { Locale } from '../lib/i18n/catalogue.ts'
import { rememberedLocale, useLocale } from '../lib/i18n/locale-context.tsx'
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
  const queries = useQueryClient()
  const { mutate } = api.useMutation('patch', '/api/v1/me', {
    onSuccess: () => {
      void queries.invalidateQueries()
    },
  })
  const agree = useStable(() => {
    if (userLanguage === locale) return
    if (rememberedLocale() === null) setLocale(userLanguage)
    else mutate({ body: { language: locale } })
  })
  // Once, when the session begins; later changes go through what is returned.
  useEffect(agree, [agree])
  return (next) => {
    setLocale(next)
    mutate({ body: { language: next } })
  }
}
