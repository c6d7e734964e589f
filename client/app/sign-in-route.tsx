import { useNavigate, useRouter } from '@tanstack/react-router'
import { type ReactElement, useState } from 'react'

import { signIn } from '../features/session/session-requests.ts'
import type { Credentials } from '../features/session/sign-in-form.tsx'
import type { ProblemView } from '../lib/problem.ts'
import { SignInPage } from '../pages/sign-in-page.tsx'

/** Joins the sign-in page to the server and, after it, to the rest. */
export function SignInRoute(): ReactElement {
  const router = useRouter()
  const navigate = useNavigate()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<ProblemView | null>(null)
  const submit = async (credentials: Credentials): Promise<void> => {
    setBusy(true)
    const refusal = await signIn(credentials)
    setBusy(false)
    setError(refusal)
    if (refusal !== null) return
    await router.invalidate()
    await navigate({ to: '/' })
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
