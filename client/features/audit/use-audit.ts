import type { components, operations } from '../../api/schema.d.ts'
import { api } from '../../lib/api.ts'
import { addLocalDays, fromLocalInput } from '../../lib/centre-time.ts'
import type { Locale } from '../../lib/i18n/catalogue.ts'
import { useLocale, useTimeZone } from '../../lib/i18n/locale-context.tsx'
import type { AuditSearch } from './audit-search.ts'

export type AuditRecord = components['schemas']['AuditRecord']

type AuditPage = operations['listAuditRecords']['responses'][200]['content']['application/json']

/** The record from its end backwards, a page at a time. */
export function useAudit(search: AuditSearch) {
  const timeZone = useTimeZone()
  const { locale } = useLocale()
  const filter = auditFilter(search, timeZone)
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = api.useInfiniteQuery(
    'get',
    '/api/v1/audit',
    { params: { query: filter } },
    {
      pageParamName: 'cursor',
      // Not `undefined`: that would begin at 0.
      initialPageParam: null,
      getNextPageParam: ({ next }: AuditPage) => next,
    },
  )
  return {
    records: data?.pages.flatMap(({ records }) => records),
    names: namesIn(data?.pages ?? [], locale),
    error,
    more: hasNextPage ? () => void fetchNextPage() : null,
    isLoadingMore: isFetchingNextPage,
  }
}

/** Who and what the record can be narrowed to. */
export function useAuditChoices() {
  return api.useQuery('get', '/api/v1/audit/choices')
}

/** What a row is called now, by its id; null for what has no name, or is no id. */
export type RecordNames = (id: string) => string | null

function namesIn(pages: readonly AuditPage[], locale: Locale): RecordNames {
  const names = new Map(pages.flatMap((page) => Object.entries(page.names)))
  return (id) => {
    const name = names.get(id)
    if (name === undefined) return null
    if (typeof name === 'number') return `№ ${name}`
    return typeof name === 'string' ? name : name[locale]
  }
}

/** As the API takes it: half-open, from the midnight of the first day to that after the last. */
export function auditFilter(search: AuditSearch, timeZone: string) {
  const { actor, about, entity, id, action, from, to } = search
  const fromMs = from === undefined ? null : fromLocalInput(`${from}T00:00`, timeZone)
  const toMs = to === undefined ? null : fromLocalInput(`${to}T00:00`, timeZone)
  return {
    ...(actor === undefined ? {} : { actorId: actor }),
    ...(about === undefined ? {} : { operatorId: about }),
    ...(entity === undefined ? {} : { entity }),
    ...(id === undefined ? {} : { entityId: id }),
    ...(action === undefined ? {} : { action }),
    ...(fromMs === null ? {} : { from: new Date(fromMs).toISOString() }),
    ...(toMs === null ? {} : { to: new Date(addLocalDays(toMs, 1, timeZone)).toISOString() }),
  }
}
