import type { components } from '../../api/schema.d.ts'
import { api } from '../../lib/api.ts'
import { addLocalDays, fromLocalInput } from '../../lib/centre-time.ts'
import { useLocale, useTimeZone } from '../../lib/i18n/locale-context.tsx'
import type { AuditSearch } from './audit-search.ts'

export type AuditRecord = components['schemas']['AuditRecord']

interface AuditPage {
  readonly records: readonly AuditRecord[]
  readonly next: number | null
}

/** The record from its end backwards, a page at a time. */
export function useAudit(search: AuditSearch) {
  const timeZone = useTimeZone()
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
    error,
    more: hasNextPage ? () => void fetchNextPage() : null,
    isLoadingMore: isFetchingNextPage,
  }
}

/** Who and what the record can be narrowed to. */
export function useAuditChoices() {
  return api.useQuery('get', '/api/v1/audit/choices')
}

/** By id: an update keeps the columns that changed, which seldom say of what. */
export type RecordNames = ReadonlyMap<string, string>

/** What queues and people are called now. */
export function useRecordNames(): RecordNames {
  const { locale } = useLocale()
  const query = { archived: true }
  const queues = api.useQuery('get', '/api/v1/queues', { params: { query } }).data?.queues ?? []
  const actors = useAuditChoices().data?.actors ?? []
  return new Map([
    ...queues.map(({ id, name }) => [id, name[locale]] as const),
    ...actors.map(({ id, name }) => [id, name] as const),
  ])
}

/** As the API takes it: half-open, from the midnight of the first day to that after the last. */
export function auditFilter(search: AuditSearch, timeZone: string) {
  const { actor, entity, id, action, from, to } = search
  const fromMs = from === undefined ? null : fromLocalInput(`${from}T00:00`, timeZone)
  const toMs = to === undefined ? null : fromLocalInput(`${to}T00:00`, timeZone)
  return {
    ...(actor === undefined ? {} : { actorId: actor }),
    ...(entity === undefined ? {} : { entity }),
    ...(id === undefined ? {} : { entityId: id }),
    ...(action === undefined ? {} : { action }),
    ...(fromMs === null ? {} : { from: new Date(fromMs).toISOString() }),
    ...(toMs === null ? {} : { to: new Date(addLocalDays(toMs, 1, timeZone)).toISOString() }),
  }
}
