import { useQueryClient } from '@tanstack/react-query'

import type { components } from '../../api/schema.d.ts'
import { showUndo } from '../../components/undo-toast.tsx'
import { api } from '../../lib/api.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'

export type SpecialEvent = components['schemas']['SpecialEvent']
export type CalendarDay = components['schemas']['Calendar']['days'][number]

/** What is known of one year's days. */
export function useCalendar(year: number) {
  const query = { from: `${year}-01-01`, to: `${year + 1}-01-01` }
  return api.useQuery('get', '/api/v1/calendar', { params: { query } })
}

/** Adds and removes events; what is removed can be brought back. */
export function useEventChanges() {
  const { locale, t } = useLocale()
  const queries = useQueryClient()
  const onSettled = (): void => void queries.invalidateQueries()
  const add = api.useMutation('post', '/api/v1/events', { onSettled })
  const remove = api.useMutation('delete', '/api/v1/events/{eventId}', { onSettled })
  return {
    add,
    problem: add.error ?? remove.error,
    remove: (events: readonly SpecialEvent[]): void => {
      void Promise.all(
        events.map(async ({ id }) => remove.mutateAsync({ params: { path: { eventId: id } } })),
      ).then(
        () =>
          showUndo(t, {
            message: t('calendar.removed', { name: events[0]?.name[locale] ?? '' }),
            onUndo: () => {
              for (const { id: _, ...event } of events) add.mutate({ body: event })
            },
          }),
        // The problem is shown by the page.
        () => undefined,
      )
    },
  }
}
