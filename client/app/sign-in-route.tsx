import { useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { type ReactElement, useState } from 'react'

import { signIn } from '../features/session/session-requests.ts'
import type { Credentials } from '../features/session/sign-in-form.tsx'
import type { ProblemView } from '../lib/problem.ts'
import { SignInPage } from '../pages/sign-in-page.tsx'
import { readSignInSearch } from './sign-in-address.ts'

/** Joins the sign-in page to the server and, after it, to the page that was asked for. */
export function SignInRoute(): ReactElement {
  const router = useRouter()
  const queries = useQueryClient()
  const { from = '/' } = readSignInSearch(useSearch({ strict: false }))
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<ProblemView | null>(null)
  const submit = async (credentials: Credentials): Promise<void> => {
    setBusy(true)
    const refusal = await signIn(credentials)
    setBusy(false)
    setError(refusal)
    if (refusal !== null) return
    // Another person may have sat down: nothing of the one before stays.
    queries.clear()
    await router.invalidate()
    router.history.push(from)
  }
  return (
    <SignInPage
      isBusy={isBusy}
      error={error}
      onSubmit={(credentials) => {
        void submit(credentials)
      }}
    />
  )
}
