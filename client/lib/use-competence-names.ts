import { api } from './api.ts'
import { useLocale } from './i18n/locale-context.tsx'

/** Names by code, in the reader's language; the code itself while they are on their way. */
export function useCompetenceNames(): (code: string) => string {
  const { locale } = useLocale()
  const known = api.useQuery('get', '/api/v1/competences').data?.competences ?? []
  const names = new Map(known.map(({ code, name }) => [code, name[locale]]))
  return (code) => names.get(code) ?? code
}
