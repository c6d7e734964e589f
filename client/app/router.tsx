import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'

import { PlannerLayout } from './planner-layout.tsx'
import type { Session } from './session.ts'
import { SignInRoute } from './sign-in-route.tsx'

export interface RouterContext {
  /** Null before anyone has signed in: every page but the door leads to the door. */
  readonly session: Session | null
}

const rootRoute = createRootRouteWithContext<RouterContext>()()

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  component: SignInRoute,
})

const plannerRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'planner',
  beforeLoad: ({ context: { session } }) => {
    if (session === null) redirect({ to: '/sign-in', throw: true })
  },
  component: function Planner() {
    const { session } = plannerRoute.useRouteContext()
    return session === null ? null : <PlannerLayout session={session} />
  },
})

const homeRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/',
  beforeLoad: () => {
    redirect({ to: '/history', throw: true })
  },
})

const historyRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/history',
  component: lazyRouteComponent(
    async () => import('../pages/planner/history-page.tsx'),
    'HistoryPage',
  ),
})

const forecastRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/forecast',
  component: lazyRouteComponent(
    async () => import('../pages/planner/forecast-page.tsx'),
    'ForecastPage',
  ),
})

const requirementRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/requirement',
  component: lazyRouteComponent(
    async () => import('../pages/planner/requirement-page.tsx'),
    'RequirementPage',
  ),
})

const scheduleRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/schedule',
  component: lazyRouteComponent(
    async () => import('../pages/planner/schedule-page.tsx'),
    'SchedulePage',
  ),
})

const settingsRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/settings',
  component: lazyRouteComponent(
    async () => import('../pages/planner/settings-page.tsx'),
    'SettingsPage',
  ),
})

const routeTree = rootRoute.addChildren([
  signInRoute,
  plannerRoute.addChildren([
    homeRoute,
    historyRoute,
    forecastRoute,
    requirementRoute,
    scheduleRoute,
    settingsRoute,
  ]),
])

export const router = createRouter({
  routeTree,
  context: { session: null },
  defaultPreload: 'intent',
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
