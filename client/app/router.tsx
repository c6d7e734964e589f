import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'

import { readHistorySearch } from '../features/imports/history-search.ts'
import { initialLocale } from '../lib/i18n/locale-context.tsx'
import { readPlanningSearch } from '../lib/planning-search.ts'
import { loadSession } from './load-session.ts'
import { PlannerLayout } from './planner-layout.tsx'
import { SignInRoute } from './sign-in-route.tsx'

const rootRoute = createRootRoute()

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  component: SignInRoute,
})

const plannerRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'planner',
  beforeLoad: async () => {
    const session = await loadSession(initialLocale())
    if (session === null) throw redirect({ to: '/sign-in' })
    return { session }
  },
  component: function Planner() {
    const { session } = plannerRoute.useRouteContext()
    return <PlannerLayout session={session} />
  },
})

const homeRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/',
  beforeLoad: () => {
    redirect({ to: '/schedule', throw: true })
  },
})

const historyRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/history',
  validateSearch: readHistorySearch,
  component: lazyRouteComponent(
    async () => import('../pages/planner/history-page.tsx'),
    'HistoryPage',
  ),
})

const forecastRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/forecast',
  validateSearch: readPlanningSearch,
  component: lazyRouteComponent(
    async () => import('../pages/planner/forecast-page.tsx'),
    'ForecastPage',
  ),
})

const requirementRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/requirement',
  validateSearch: readPlanningSearch,
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
  defaultPreload: 'intent',
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
