import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { plannerRoute } from './signed-in-route.tsx'

const ownShiftsRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/my/shifts',
  component: lazyRouteComponent(
    async () => import('../../pages/my/shifts-page.tsx'),
    'OwnShiftsPage',
  ),
})

const myAdherenceRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/my/adherence',
  component: lazyRouteComponent(
    async () => import('../../pages/my/adherence-page.tsx'),
    'OwnAdherencePage',
  ),
})

const ownSurveyRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/my/survey',
  component: lazyRouteComponent(
    async () => import('../../pages/my/survey-page.tsx'),
    'OwnSurveyPage',
  ),
})

const ownCompetenceRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/my/competence',
  component: lazyRouteComponent(
    async () => import('../../pages/my/competence-page.tsx'),
    'OwnCompetencePage',
  ),
})

const testRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/my/tests/$attemptId',
  component: lazyRouteComponent(async () => import('../../pages/my/test-page.tsx'), 'TestPage'),
})

const accountRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/account',
  component: lazyRouteComponent(async () => import('../../pages/account-page.tsx'), 'AccountPage'),
})

/** What everybody has of their own. */
export const ownRoutes = [
  ownShiftsRoute,
  myAdherenceRoute,
  ownSurveyRoute,
  ownCompetenceRoute,
  testRoute,
  accountRoute,
] as const
