import { useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { type ReactElement, useState } from 'react'

import { SecondFactorForm } from '../features/session/second-factor-form.tsx'
import {
  giveSecondFactor,
  signIn,
  type SignInOutcome,
} from '../features/session/session-requests.ts'
import { SignInForm } from '../features/session/sign-in-form.tsx'
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
  const [needsCode, setNeedsCode] = useState(false)
  const attempt = async (asked: Promise<SignInOutcome>): Promise<void> => {
    setBusy(true)
    const outcome = await asked
    setBusy(false)
    setError(outcome.kind === 'refused' ? outcome.problem : null)
    if (outcome.kind === 'secondFactor') setNeedsCode(true)
    if (outcome.kind !== 'signedIn') return
    // Another person may have sat down: nothing of the one before stays.
    queries.clear()
    await router.invalidate()
    router.history.push(from)
  }
  return (
    <SignInPage>
      {needsCode ? (
        <SecondFactorForm
          isBusy={isBusy}
          error={error}
          onSubmit={(code) => void attempt(giveSecondFactor(code))}
          onBack={() => {
            setNeedsCode(false)
            setError(null)
          }}
        />
      ) : (
        <SignInForm
          isBusy={isBusy}
          error={error}
          onSubmit={(credentials) => void attempt(signIn(credentials))}
        />
      )}
    </SignInPage>
  )
}
