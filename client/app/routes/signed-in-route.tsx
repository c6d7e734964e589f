import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, redirect } from '@tanstack/react-router'

import { loadSession } from '../load-session.ts'
import { PlannerLayout } from '../planner-layout.tsx'
import { UnreachablePage } from '../unreachable-page.tsx'

/** Under which everything hangs. */
export const rootRoute = createRootRouteWithContext<{ readonly queryClient: QueryClient }>()()

/** Under which everything hangs that asks for a sign-in. */
export const plannerRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'planner',
  beforeLoad: async ({ context, location }) => {
    const session = await loadSession(context.queryClient)
    if (session === null) throw redirect({ to: '/sign-in', search: { from: location.href } })
    return { session }
  },
  errorComponent: UnreachablePage,
  component: function Planner() {
    const { session } = plannerRoute.useRouteContext()
    return <PlannerLayout session={session} />
  },
})
