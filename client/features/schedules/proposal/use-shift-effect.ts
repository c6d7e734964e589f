import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'

import type { components } from '../../../api/schema.d.ts'
import { fetchClient } from '../../../lib/api.ts'
import type { ProblemView } from '../../../lib/problem.ts'
import { Refused } from '../refused.ts'
import type { Grid, NewShift, Placement } from '../shift/shift-edit.ts'

/** What a change would do, as the API tells it. */
export type ShiftEffect = components['schemas']['ShiftEffect']

/** A change that is only tried. */
export type Trial =
  | { readonly kind: 'place'; readonly shiftId: string; readonly wish: Placement }
  | { readonly kind: 'add'; readonly shift: NewShift }

/** A held key moves a shift many times a second: only where it rests is asked about. */
const REST_MS = 60

export interface TriedEffect {
  /** Null while it is not known. */
  readonly effect: ShiftEffect | null
  /** Why it cannot be told. */
  readonly problem: ProblemView | null
}

/**
 * Asks the server what a change of a draft would do, and stores nothing.
 *
 * @param trial null while nothing is tried
 */
export function useShiftEffect(schedule: Grid['schedule'], trial: Trial | null): TriedEffect {
  const [rested] = useDebouncedValue(trial, REST_MS)
  const asked = trial === null ? null : rested
  const { data, error } = useQuery({
    queryKey: ['shift effect', schedule.id, schedule.revision, asked],
    enabled: asked !== null,
    gcTime: 0,
    retry: false,
    queryFn: async ({ signal }): Promise<ShiftEffect> => {
      const answer = await tryOnServer(schedule.id, asked, signal)
      if (answer.data === undefined) throw new Refused(answer.error)
      return answer.data
    },
  })
  const isAnswered = trial !== null && rested === trial
  return {
    effect: isAnswered ? (data ?? null) : null,
    problem: isAnswered && error instanceof Refused ? error.problem : null,
  }
}

function tryOnServer(scheduleId: string, trial: Trial | null, signal: AbortSignal) {
  if (trial === null) throw new RangeError('nothing is tried')
  if (trial.kind === 'add') {
    return fetchClient.POST('/api/v1/schedules/{scheduleId}/shifts/try', {
      params: { path: { scheduleId } },
      body: trial.shift,
      signal,
    })
  }
  return fetchClient.POST('/api/v1/schedules/{scheduleId}/shifts/{shiftId}/try', {
    params: { path: { scheduleId, shiftId: trial.shiftId } },
    body: trial.wish,
    signal,
  })
}
