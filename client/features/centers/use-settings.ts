import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { createElement } from 'react'

import type { components } from '../../api/schema.d.ts'
import { StaleNote } from '../../components/stale-note.tsx'
import { showUndo } from '../../components/undo-toast.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'

export type Center = components['schemas']['Center']
export type Queue = components['schemas']['Queue']

/** The settings of a centre, or of a queue, that the page may change. */
export type CenterChange = Partial<
  Pick<
    Center,
    | 'name'
    | 'timezone'
    | 'asaTargetSeconds'
    | 'asaLowerSeconds'
    | 'maxOccupancy'
    | 'shrinkagePlanned'
    | 'shrinkageUnplanned'
  >
>
export type QueueChange = Partial<
  Omit<Queue, 'id' | 'code' | 'channel' | 'language' | 'archivedAt'>
>

/**
 * Saves a change at once and offers to take it back.
 *
 * @param label what is changed, for the offer
 * @returns null when it is saved, else why not; what is shown is then as it was before
 */
export type Save<Change> = (change: Change, label: string) => Promise<ProblemView | null>

export function useCenterSave(center: Center): Save<CenterChange> {
  const queries = useQueryClient()
  const { queryKey } = api.queryOptions('get', '/api/v1/center')
  return useSave<Center, CenterChange>(center, {
    show: (change) =>
      queries.setQueryData<Center>(queryKey, (before) =>
        before === undefined ? undefined : { ...before, ...change },
      ),
    send: async (body) => (await fetchClient.PATCH('/api/v1/center', { body })).error,
  })
}

export function useQueueSave(queue: Queue): Save<QueueChange> {
  const queries = useQueryClient()
  const { queryKey } = api.queryOptions('get', '/api/v1/queues')
  const params = { path: { queueId: queue.id } }
  return useSave<Queue, QueueChange>(queue, {
    show: (change) =>
      queries.setQueryData<{ queues: Queue[] }>(queryKey, (before) =>
        before === undefined
          ? undefined
          : {
              queues: before.queues.map((one) =>
                one.id === queue.id ? { ...one, ...change } : one,
              ),
            },
      ),
    send: async (body) =>
      (await fetchClient.PATCH('/api/v1/queues/{queueId}', { params, body })).error,
  })
}

interface Saving<Change> {
  /** Puts a change on the page before the server has answered. */
  readonly show: (change: Change) => void
  readonly send: (change: Change) => Promise<ProblemView | undefined>
}

/** @param whole what is changed, as it is now: what a change is taken back to */
export function useSave<Whole extends object, Change extends Partial<Whole>>(
  whole: Whole,
  { show, send }: Saving<Change>,
): Save<Change> {
  const t = useTranslate()
  const refresh = useSettingsRefresh()
  const save = async (change: Change): Promise<ProblemView | null> => {
    show(change)
    const problem = await send(change)
    refresh()
    return problem ?? null
  }
  return async (change, label) => {
    const keys = Object.keys(change) as (keyof Change & keyof Whole)[]
    const before = Object.fromEntries(keys.map((key) => [key, whole[key]])) as Change
    const problem = await save(change)
    if (problem !== null) {
      show(before)
      return problem
    }
    showUndo(t, {
      message: t('settings.saved', { what: label }),
      note: createElement(StaleNote),
      onUndo: () => void save(before),
    })
    return null
  }
}

/** Settings are what forecasts and requirements stand on: all of it is asked for again. */
export function useSettingsRefresh(): () => void {
  const queries = useQueryClient()
  const router = useRouter()
  return () => {
    void queries.invalidateQueries()
    void router.invalidate()
  }
}
