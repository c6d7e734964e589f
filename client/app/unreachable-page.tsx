import type { ErrorComponentProps } from '@tanstack/react-router'
import { useRouter } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import { FailedState } from '../components/states/failed-state.tsx'
import type { ProblemView } from '../lib/problem.ts'

/** The session could not be read: says why, and tries again. */
export function UnreachablePage({ error }: ErrorComponentProps): ReactElement {
  const router = useRouter()
  return (
    <main>
      <FailedState
        problem={problemOf(error)}
        onRetry={() => {
          void router.invalidate()
        }}
      />
    </main>
  )
}

/** What the API refused with is thrown as it came; anything else is a fault of the page. */
function problemOf(error: unknown): ProblemView {
  const isProblem = typeof error === 'object' && error !== null && 'type' in error
  return isProblem
    ? (error as ProblemView)
    : { type: '/problems/internal', title: String(error), status: 500 }
}
