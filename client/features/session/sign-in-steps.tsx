import { type ReactElement, useState } from 'react'

import type { ProblemView } from '../../lib/problem.ts'
import { SecondFactorForm } from './second-factor-form.tsx'
import { giveSecondFactor, signIn, type SignInOutcome } from './session-requests.ts'
import { SignInForm } from './sign-in-form.tsx'

interface SignInStepsProps {
  readonly onSignedIn: () => Promise<void>
}

/** The password and, where it is asked for, the second factor. */
export function SignInSteps({ onSignedIn }: SignInStepsProps): ReactElement {
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<ProblemView | null>(null)
  const [needsCode, setNeedsCode] = useState(false)
  const attempt = async (asked: Promise<SignInOutcome>): Promise<void> => {
    setBusy(true)
    const outcome = await asked
    setBusy(false)
    setError(outcome.kind === 'refused' ? outcome.problem : null)
    if (outcome.kind === 'secondFactor') setNeedsCode(true)
    if (outcome.kind === 'signedIn') await onSignedIn()
  }
  return needsCode ? (
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
  )
}
