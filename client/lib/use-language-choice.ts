import { useQueryClient } from '@tanstack/react-query'

import { api } from './api.ts'
import type { Locale } from './i18n/catalogue.ts'
import { useLocale } from './i18n/locale-context.tsx'

/** Changes the language of the page and of what the server words, and keeps the choice with the user. */
export function useLanguageChoice(): (locale: Locale) => void {
  const { setLocale } = useLocale()
  const queries = useQueryClient()
  const { mutate } = api.useMutation('patch', '/api/v1/me', {
    onSuccess: () => {
      void queries.invalidateQueries()
    },
  })
  return (locale) => {
    setLocale(locale)
    mutate({ body: { language: locale } })
  }
}
