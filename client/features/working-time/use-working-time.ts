import type { components } from '../../api/schema.d.ts'
import { api, fetchClient } from '../../lib/api.ts'
import { useSending } from '../../lib/use-sending.ts'

export type ShiftShape = components['schemas']['ShiftShape']
export type ContractTerms = components['schemas']['ContractTerms']
export type Regime = ContractTerms['regime']
export type NewShape = Omit<ShiftShape, 'paidMinutes' | 'contracts' | 'isUsed'>
export type NewTerms = Omit<ContractTerms, 'people'>

/** Kinds of shift and contracts, and the ways to change them; every schedule is checked anew after each. */
export function useWorkingTime() {
  const { data, error } = api.useQuery('get', '/api/v1/working-time')
  return { data, error }
}

/** Sends one change at a time: a form's own, so that its refusal stands in the form. */
export function useWorkingTimeChange() {
  const { problem, isBusy, send } = useSending()
  return {
    problem,
    isBusy,
    addShape: (body: NewShape, onDone: () => void) =>
      void send(fetchClient.POST('/api/v1/working-time/shapes', { body }), onDone),
    changeShape: ({ code, ...body }: NewShape, onDone: () => void) =>
      void send(
        fetchClient.PUT('/api/v1/working-time/shapes/{code}', { params: { path: { code } }, body }),
        onDone,
      ),
    dropShape: (code: string, onDone: () => void) =>
      void send(
        fetchClient.DELETE('/api/v1/working-time/shapes/{code}', { params: { path: { code } } }),
        onDone,
      ),
    addContract: (body: NewTerms, onDone: () => void) =>
      void send(fetchClient.POST('/api/v1/working-time/contracts', { body }), onDone),
    changeContract: ({ code, ...body }: NewTerms, onDone: () => void) =>
      void send(
        fetchClient.PUT('/api/v1/working-time/contracts/{code}', {
          params: { path: { code } },
          body,
        }),
        onDone,
      ),
    dropContract: (code: string, onDone: () => void) =>
      void send(
        fetchClient.DELETE('/api/v1/working-time/contracts/{code}', { params: { path: { code } } }),
        onDone,
      ),
  }
}
