import { useQueryClient } from '@tanstack/react-query'
import { Outlet, useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import { SessionEndDialog } from '../features/session/session-end-dialog.tsx'
import { signOut } from '../features/session/session-requests.ts'
import { api } from '../lib/api.ts'
import { useLocale } from '../lib/i18n/locale-context.tsx'
import { forgetSession } from '../lib/session-end.ts'
import { useNow } from '../lib/use-now.ts'
import type { Session } from './load-session.ts'
import { AppShell } from './shell/app-shell.tsx'
import { useFlowSteps } from './shell/use-flow-steps.ts'
import { useJobToasts } from './shell/use-job-toasts.tsx'
import { useUserLanguage } from './use-user-language.ts'

interface PlannerLayoutProps {
  /** As it was when the page was opened; the cache follows its changes. */
  readonly session: Session
}

/** The shell with the page of the current address in it. */
export function PlannerLayout({ session }: PlannerLayoutProps): ReactElement {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const nowMs = useNow(60_000)
  const { locale, t } = useLocale()
  const me = api.useQuery('get', '/api/v1/me').data ?? session.me
  const center = api.useQuery('get', '/api/v1/center').data ?? session.center
  const setLanguage = useUserLanguage(me.language)
  useJobToasts()
  const leave = async (): Promise<void> => {
    const refusal = await signOut()
    if (refusal !== null) return
    forgetSession()
    queries.clear()
    await navigate({ to: '/sign-in' })
  }
  return (
    <AppShell
      centre={{
        name: center.name[locale],
        timeZone: center.timezone,
        isSample: center.isSample,
      }}
      user={{ name: me.name, role: me.roles.map((role) => t(`role.${role}`)).join(', ') }}
      steps={useFlowSteps()}
      nowMs={nowMs}
      onLocale={setLanguage}
      onSignOut={() => {
        void leave()
      }}
    >
      <Outlet />
      <SessionEndDialog
        userId={me.id}
        onOther={async () => {
          queries.clear()
          // The page beneath is somebody else's, whatever was typed there.
          await navigate({ to: '/', ignoreBlocker: true, reloadDocument: true })
        }}
      />
    </AppShell>
  )
}
