import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'

import type { components } from '../../api/schema.d.ts'
import { api, fetchClient } from '../../lib/api.ts'
import type { ProblemView } from '../../lib/problem.ts'
import { type EditDirection, type EditHistory, NO_HISTORY, recorded } from './edit-history.ts'
import { Refused } from './refused.ts'
import { applyEdit, type Grid, type ManyChanges, type ShiftEdit } from './shift/shift-edit.ts'

export interface ScheduleEdits {
  /** With every edit on it that the server has not answered yet. */
  readonly grid: Grid
  readonly edit: (edit: ShiftEdit) => void
  /** Null when there is nothing to take back. */
  readonly undo: (() => void) | null
  readonly redo: (() => void) | null
  /** Why the last edit was refused. */
  readonly refusal: ProblemView | null
}

/** An edit, or what the history has on top when its turn comes. */
type Request =
  | { readonly direction: 'do'; readonly edit: ShiftEdit; readonly round: number }
  | { readonly direction: 'undo' | 'redo'; readonly round: number }

/**
 * Changes a draft by hand: at once on the page, one after another on the server, each on the
 * revision that the one before left. After a refusal the page shows what the server has, and what
 * was made upon the refused edit is dropped with it.
 *
 * @param stored as the server last sent it
 */
export function useScheduleEdits(stored: Grid): ScheduleEdits {
  const queries = useQueryClient()
  const { id } = stored.schedule
  const { queryKey } = gridOptions(id)
  const [history, setHistory] = useState<EditHistory>(NO_HISTORY)
  const [pending, setPending] = useState<readonly ShiftEdit[]>([])
  const [refusal, setRefusal] = useState<ProblemView | null>(null)
  // Read when a request's turn comes, not when it was made.
  const latest = useRef({ history: NO_HISTORY, round: 0 })
  const remember = (next: EditHistory): void => {
    latest.current.history = next
    setHistory(next)
  }

  const { mutate } = useMutation({
    scope: { id: `edits of ${id}` },
    mutationFn: async (request: Request): Promise<void> => {
      const before = queries.getQueryData<Grid>(queryKey)
      const edit = editOf(request, latest.current.history)
      if (request.round !== latest.current.round || before === undefined || edit === undefined) {
        return
      }
      const { grid: after, absenceId } = await send(edit, before.schedule)
      queries.setQueryData<Grid>(queryKey, after)
      const grids = { before, after, absenceId }
      remember(recorded(latest.current.history, edit, request.direction, grids))
      setPending((edits) => edits.slice(1))
    },
    onError: async (error) => {
      latest.current.round++
      remember(NO_HISTORY)
      setPending([])
      setRefusal(error instanceof Refused ? error.problem : null)
      // Somebody else may have published the draft meanwhile, or dropped it: the list says so.
      void queries.invalidateQueries({ queryKey: SCHEDULES.queryKey })
      await queries.invalidateQueries({ queryKey })
    },
  })

  const ask = (direction: EditDirection, edit: ShiftEdit | undefined): void => {
    setRefusal(null)
    const { round } = latest.current
    if (direction !== 'do') mutate({ direction, round })
    else if (edit !== undefined) mutate({ direction, edit, round })
    if (edit !== undefined) setPending((edits) => [...edits, edit])
  }
  return {
    grid: useMemo(() => pending.reduce(applyEdit, stored), [pending, stored]),
    edit: (edit) => ask('do', edit),
    undo: history.undo.length === 0 ? null : () => ask('undo', history.undo.at(-1)),
    redo: history.redo.length === 0 ? null : () => ask('redo', history.redo.at(-1)),
    refusal,
  }
}

const SCHEDULES = api.queryOptions('get', '/api/v1/schedules')

/** The one way to name a schedule's grid in the cache. */
export function gridOptions(scheduleId: string) {
  return api.queryOptions('get', '/api/v1/schedules/{scheduleId}/grid', {
    params: { path: { scheduleId } },
  })
}

function editOf(request: Request, history: EditHistory): ShiftEdit | undefined {
  if (request.direction === 'do') return request.edit
  return history[request.direction].at(-1)
}

/** @throws {Refused} with the problem that the server answered with */
async function send(edit: ShiftEdit, { id, revision }: Grid['schedule']): Promise<ChangedPlan> {
  if (edit.kind === 'many') return sendMany(edit, { id, revision })
  const { data, error } = await answerTo(edit, id, revision)
  if (data === undefined) throw new Refused(error)
  return { grid: data, absenceId: null }
}

export type ChangedPlan = components['schemas']['ChangedPlan']

/**
 * Keeps many changes as one; of a published schedule the answer is a new draft.
 *
 * @throws {Refused} with the problem that the server answered with
 */
export async function sendMany(
  { changes, absence, requirementId, withdraws }: ManyChanges,
  { id, revision }: Pick<Grid['schedule'], 'id' | 'revision'>,
): Promise<ChangedPlan> {
  const { data, error } = await fetchClient.POST('/api/v1/schedules/{scheduleId}/changes', {
    params: { path: { scheduleId: id } },
    body: {
      revision,
      changes: changes.map(({ operatorId, shiftId, after, locked = false }) => ({
        operatorId,
        shiftId,
        after,
        locked,
      })),
      ...(absence === undefined ? {} : { absence }),
      ...(requirementId === undefined ? {} : { requirementId }),
      ...(withdraws === undefined ? {} : { withdrawsAbsenceId: withdraws.absenceId }),
    },
  })
  if (data === undefined) throw new Refused(error)
  return data
}

const ROUTE = '/api/v1/schedules/{scheduleId}/shifts/{shiftId}'

function answerTo(edit: Exclude<ShiftEdit, ManyChanges>, scheduleId: string, revision: number) {
  if (edit.kind === 'add') {
    const body = { revision, ...edit.shift }
    const params = { path: { scheduleId } }
    return fetchClient.POST('/api/v1/schedules/{scheduleId}/shifts', { params, body })
  }
  const path = { scheduleId, shiftId: edit.shiftId }
  if (edit.kind === 'remove') {
    return fetchClient.DELETE(ROUTE, { params: { path, query: { revision } } })
  }
  const { kind: _, shiftId: __, ...change } = edit
  return fetchClient.PATCH(ROUTE, { params: { path }, body: { revision, ...change } })
}
