import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'

import { readSettingsSearch } from '../../features/centers/settings-search.ts'
import { readHistorySearch } from '../../features/imports/history-search.ts'
import { isOnlyOperator } from '../../lib/only-operator.ts'
import { readPlanningSearch } from '../../lib/planning-search.ts'
import { plannerRoute } from './signed-in-route.tsx'

const homeRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/',
  beforeLoad: ({ context: { session } }) => {
    redirect({
      to: isOnlyOperator(session.me.roles) ? '/my/shifts' : '/schedule',
      throw: true,
    })
  },
})

const historyRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/history',
  validateSearch: readHistorySearch,
  component: lazyRouteComponent(
    async () => import('../../pages/planner/history-page.tsx'),
    'HistoryPage',
  ),
})

const forecastRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/forecast',
  validateSearch: readPlanningSearch,
  component: lazyRouteComponent(
    async () => import('../../pages/planner/forecast-page.tsx'),
    'ForecastPage',
  ),
})

const requirementRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/requirement',
  validateSearch: readPlanningSearch,
  component: lazyRouteComponent(
    async () => import('../../pages/planner/requirement-page.tsx'),
    'RequirementPage',
  ),
})

const scheduleRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/schedule',
  component: lazyRouteComponent(
    async () => import('../../pages/planner/schedule-page.tsx'),
    'SchedulePage',
  ),
})

const requestsRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/schedule/requests',
  component: lazyRouteComponent(
    async () => import('../../pages/planner/requests-page.tsx'),
    'RequestsPage',
  ),
})

const shiftDesignRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/schedule/shift-design',
  validateSearch: readPlanningSearch,
  component: lazyRouteComponent(
    async () => import('../../pages/planner/shift-design-page.tsx'),
    'ShiftDesignPage',
  ),
})

const settingsRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/settings',
  validateSearch: readSettingsSearch,
  component: lazyRouteComponent(
    async () => import('../../pages/planner/settings-page.tsx'),
    'SettingsPage',
  ),
})

/** From history to a published week. */
export const planningRoutes = [
  homeRoute,
  historyRoute,
  forecastRoute,
  requirementRoute,
  scheduleRoute,
  requestsRoute,
  shiftDesignRoute,
  settingsRoute,
] as const
