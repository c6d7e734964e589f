import { Outlet, useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import { signOut } from '../features/session/session-requests.ts'
import { useNow } from '../lib/use-now.ts'
import type { Session } from './session.ts'
import { AppShell } from './shell/app-shell.tsx'

interface PlannerLayoutProps {
  readonly session: Session
}

/** The shell with the page of the current address in it. */
export function PlannerLayout({ session }: PlannerLayoutProps): ReactElement {
  const navigate = useNavigate()
  const nowMs = useNow(60_000)
  const leave = async (): Promise<void> => {
    const refusal = await signOut()
    if (refusal === null) await navigate({ to: '/sign-in' })
  }
  return (
    <AppShell
      {...session}
      commands={[]}
      nowMs={nowMs}
      onSignOut={() => {
        void leave()
      }}
    >
      <Outlet />
    </AppShell>
  )
}
