import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { readBoardSearch } from '../../features/intraday/board-search.ts'
import { plannerRoute } from './signed-in-route.tsx'

const todayRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/today',
  validateSearch: readBoardSearch,
  component: lazyRouteComponent(
    async () => import('../../pages/supervisor/today-page.tsx'),
    'TodayPage',
  ),
})

/** The queue that is open, and whose shift is about to be changed. */
function readHoursSearch({ queue, person }: Record<string, unknown>): {
  readonly queue?: string
  readonly person?: string
} {
  return {
    ...(typeof queue === 'string' ? { queue } : {}),
    ...(typeof person === 'string' ? { person } : {}),
  }
}

const hoursRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/today/hours',
  validateSearch: readHoursSearch,
  component: lazyRouteComponent(
    async () => import('../../pages/supervisor/hours-page.tsx'),
    'HoursPage',
  ),
})

const alertsRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/today/alerts',
  component: lazyRouteComponent(
    async () => import('../../pages/supervisor/alerts-page.tsx'),
    'AlertsPage',
  ),
})

const exceptionsRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/today/exceptions',
  component: lazyRouteComponent(
    async () => import('../../pages/supervisor/exceptions-page.tsx'),
    'ExceptionsPage',
  ),
})

const figuresRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/today/figures',
  component: lazyRouteComponent(
    async () => import('../../pages/supervisor/figures-page.tsx'),
    'FiguresPage',
  ),
})

const policiesRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/today/policy',
  component: lazyRouteComponent(
    async () => import('../../pages/supervisor/policies-page.tsx'),
    'PoliciesPage',
  ),
})

const feedsRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/today/feeds',
  component: lazyRouteComponent(
    async () => import('../../pages/supervisor/feeds-page.tsx'),
    'FeedsPage',
  ),
})

/** The day itself, as a supervisor sees it. */
export const dayRoutes = [
  todayRoute,
  hoursRoute,
  alertsRoute,
  exceptionsRoute,
  figuresRoute,
  policiesRoute,
  feedsRoute,
] as const
