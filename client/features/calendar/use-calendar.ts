import { useQueryClient } from '@tanstack/react-query'
import { createElement } from 'react'

import type { components } from '../../api/schema.d.ts'
import { StaleNote } from '../../components/stale-note.tsx'
import { showUndo } from '../../components/undo-toast.tsx'
import { api } from '../../lib/api.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import type { CalendarDay } from './calendar-day.ts'
import type { ReadDay } from './day-draft.ts'
import type { NewEvent } from './event-draft.ts'

export type SpecialEvent = components['schemas']['SpecialEvent']
/** What is known of one year's days. */
export function useCalendar(year: number) {
  const query = { from: `${year}-01-01`, to: `${year + 1}-01-01` }
  return api.useQuery('get', '/api/v1/calendar', { params: { query } })
}

/** Adds, changes and removes events; what is changed or removed can be brought back. */
export function useEventChanges() {
  const { locale } = useLocale()
  const queries = useQueryClient()
  const onSettled = (): void => void queries.invalidateQueries()
  const add = api.useMutation('post', '/api/v1/events', { onSettled })
  const replace = api.useMutation('put', '/api/v1/events/{eventId}', { onSettled })
  const remove = api.useMutation('delete', '/api/v1/events/{eventId}', { onSettled })
  const putAll = async (events: readonly SpecialEvent[]): Promise<unknown> =>
    Promise.all(
      events.map(async ({ id, ...body }) =>
        replace.mutateAsync({ params: { path: { eventId: id } }, body }),
      ),
    )
  const say = useSaying()
  return {
    isBusy: add.isPending || replace.isPending,
    problem: add.error ?? replace.error ?? remove.error,
    /** @returns false when it was refused; the problem says why. The same of the others. */
    add: async (event: NewEvent): Promise<boolean> =>
      add.mutateAsync({ body: event }).then(
        ({ id }) => {
          say('added', event.name[locale], () =>
            remove.mutate({ params: { path: { eventId: id } } }),
          )
          return true
        },
        () => false,
      ),
    /** Says one event anew, or the same of several queues: each keeps its own unless it is the only one. */
    change: async (events: readonly SpecialEvent[], anew: NewEvent): Promise<boolean> => {
      const isOne = events.length === 1
      return putAll(
        events.map(({ id, queueId }) => ({
          id,
          ...anew,
          queueId: isOne ? anew.queueId : queueId,
        })),
      ).then(
        () => {
          say('changed', anew.name[locale], () => void putAll(events))
          return true
        },
        () => false,
      )
    },
    remove: async (events: readonly SpecialEvent[]): Promise<boolean> =>
      Promise.all(
        events.map(async ({ id }) => remove.mutateAsync({ params: { path: { eventId: id } } })),
      ).then(
        () => {
          say('removed', events[0]?.name[locale] ?? '', () => {
            for (const { id: _, ...event } of events) add.mutate({ body: event })
          })
          return true
        },
        () => false,
      ),
  }
}

/** Adds and removes days of the calendar; each can be taken back. */
export function useDayChanges() {
  const { locale, t } = useLocale()
  const queries = useQueryClient()
  const onSettled = (): void => void queries.invalidateQueries()
  const insert = api.useMutation('post', '/api/v1/calendar/days', { onSettled })
  const move = api.useMutation('post', '/api/v1/calendar/moves', { onSettled })
  const drop = api.useMutation('delete', '/api/v1/calendar/days/{date}/{kind}', { onSettled })
  const say = useSaying()
  const nameOf = (day: CalendarDay): string =>
    day.name === null ? t(`calendar.kind.${day.kind}`) : day.name[locale]
  const removeAll = (days: readonly CalendarDay[]): void => {
    for (const { date, kind } of days) drop.mutate({ params: { path: { date, kind } } })
  }
  return {
    isBusy: insert.isPending || move.isPending,
    problem: insert.error ?? move.error ?? drop.error,
    /** @returns false when it was refused; the problem says why. The same of the other. */
    add: async (read: Exclude<ReadDay, { kind: 'refused' }>): Promise<boolean> => {
      const added =
        read.kind === 'moved'
          ? move.mutateAsync({ body: read.move }).then(({ days }) => days)
          : insert.mutateAsync({ body: read.day }).then((day) => [day])
      return added.then(
        (days) => {
          say('added', days.map(nameOf).join('; '), () => removeAll(days))
          return true
        },
        () => false,
      )
    },
    remove: async (day: CalendarDay): Promise<boolean> =>
      drop.mutateAsync({ params: { path: { date: day.date, kind: day.kind } } }).then(
        () => {
          say('removed', nameOf(day), () => insert.mutate({ body: day }))
          return true
        },
        () => false,
      ),
  }
}

/** Says what was done, and what no longer stands since. */
function useSaying() {
  const { t } = useLocale()
  return (text: 'added' | 'changed' | 'removed', name: string, onUndo: () => void): void =>
    showUndo(t, {
      message: t(`calendar.${text}`, { name }),
      note: createElement(StaleNote),
      onUndo,
    })
}
