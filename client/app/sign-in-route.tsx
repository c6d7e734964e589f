import { useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import { SignInSteps } from '../features/session/sign-in-steps.tsx'
import { SignInPage } from '../pages/sign-in-page.tsx'
import { readSignInSearch } from './sign-in-address.ts'

/** Joins the sign-in page to the server and, after it, to the page that was asked for. */
export function SignInRoute(): ReactElement {
  const router = useRouter()
  const queries = useQueryClient()
  const { from = '/' } = readSignInSearch(useSearch({ strict: false }))
  return (
    <SignInPage>
      <SignInSteps
        onSignedIn={async () => {
          // Another person may have sat down: nothing of the one before stays.
          queries.clear()
          await router.invalidate()
          router.history.push(from)
        }}
      />
    </SignInPage>
  )
}
