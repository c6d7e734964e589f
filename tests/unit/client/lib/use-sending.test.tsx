import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'

import type { ProblemView } from '../../../../client/lib/problem.ts'
import { useSending } from '../../../../client/lib/use-sending.ts'

type Answer = { readonly error?: ProblemView }

function sending(refetch: () => Promise<void>) {
  const queries = new QueryClient()
  queries.invalidateQueries = refetch
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  )
  return renderHook(() => useSending(), { wrapper }).result
}

describe('useSending', () => {
  it('is busy until the page shows what came of the change', async () => {
    const [work, refetched] = [Promise.withResolvers<Answer>(), Promise.withResolvers<void>()]
    const hook = sending(() => refetched.promise)
    let isDone = false
    await act(async () => {
      void hook.current.send(work.promise, () => {
        isDone = true
      })
    })
    expect(hook.current.isBusy).toBe(true)
    await act(async () => work.resolve({}))
    expect([hook.current.isBusy, isDone]).toEqual([true, false])
    await act(async () => refetched.resolve())
    expect([hook.current.isBusy, isDone]).toEqual([false, true])
  })

  it('keeps what was typed, and says why, when the change is refused', async () => {
    const hook = sending(() => Promise.resolve())
    const error = { type: '/problems/name-taken', title: 'Taken', status: 409 }
    let isDone = false
    await act(async () =>
      hook.current.send(Promise.resolve({ error }), () => {
        isDone = true
      }),
    )
    expect(hook.current).toMatchObject({ problem: error, isBusy: false })
    expect(isDone).toBe(false)
  })

  it.each([
    [409, 1],
    [422, 0],
  ])('reads anew after a refusal with %i as often as %i times', async (status, times) => {
    let count = 0
    const hook = sending(() => {
      count++
      return Promise.resolve()
    })
    const error = { type: '/problems/refused', title: 'Refused', status }
    await act(async () => hook.current.send(Promise.resolve({ error })))
    expect(count).toBe(times)
  })
})
