import type { components } from '../../api/schema.d.ts'
import { api, fetchClient } from '../../lib/api.ts'
import { useSending } from '../../lib/use-sending.ts'

type Availability = components['schemas']['Availability']
export type WeeklyTime = Availability['weekly'][number]
export type NewAbsence = Parameters<ReturnType<typeof useAvailabilityChange>['addAbsence']>[0]

export function useAvailability(operatorId: string) {
  const { data, error } = api.useQuery('get', '/api/v1/operators/{operatorId}/availability', {
    params: { path: { operatorId } },
  })
  const me = api.useQuery('get', '/api/v1/me').data
  const canChange = me?.abilities.managePeople === true || me?.abilities.configure === true
  return { data, error, canChange }
}

/** Ways to change when somebody cannot come; schedules are checked anew after each. */
export function useAvailabilityChange(operatorId: string) {
  const { problem, isBusy, send } = useSending()
  const path = { operatorId }
  return {
    problem,
    isBusy,
    addAbsence: (
      body: {
        readonly kind: 'annual' | 'maternity' | 'other' | 'sick' | 'study' | 'unpaid'
        readonly fromDate: string
        readonly toDate: string
      },
      onDone: () => void,
    ) =>
      void send(
        fetchClient.POST('/api/v1/operators/{operatorId}/absences', { params: { path }, body }),
        onDone,
      ),
    dropAbsence: (absenceId: string) =>
      void send(
        fetchClient.DELETE('/api/v1/operators/{operatorId}/absences/{absenceId}', {
          params: { path: { operatorId, absenceId } },
        }),
      ),
    setWeekly: (weekly: readonly WeeklyTime[], onDone: () => void) =>
      void send(
        fetchClient.PUT('/api/v1/operators/{operatorId}/weekly-unavailability', {
          params: { path },
          body: { weekly: [...weekly] },
        }),
        onDone,
      ),
  }
}
