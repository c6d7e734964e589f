import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'

import { readAssessmentsSearch } from '../features/assessments/assessments-search.ts'
import { readAuditSearch } from '../features/audit/audit-search.ts'
import { readSettingsSearch } from '../features/centers/settings-search.ts'
import { readDueSearch } from '../features/due-dates/due-search.ts'
import { readHistorySearch } from '../features/imports/history-search.ts'
import { readBoardSearch } from '../features/intraday/board-search.ts'
import { readPeopleSearch } from '../features/people/people-search.ts'
import { readPlanningSearch } from '../lib/planning-search.ts'
import { loadSession } from './load-session.ts'
import { PlannerLayout } from './planner-layout.tsx'
import { isOnlyOperator } from './shell/flow.ts'
import { readSignInSearch } from './sign-in-address.ts'
import { SignInRoute } from './sign-in-route.tsx'
import { UnreachablePage } from './unreachable-page.tsx'

const rootRoute = createRootRouteWithContext<{ readonly queryClient: QueryClient }>()()

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: readSignInSearch,
  component: SignInRoute,
})

const plannerRoute = createRoute({
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

const homeRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/',
  beforeLoad: ({ context: { session } }) => {
    redirect({
      to: isOnlyOperator(session.me.roles) ? '/my/competence' : '/schedule',
      throw: true,
    })
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
  validateSearch: readSettingsSearch,
  component: lazyRouteComponent(
    async () => import('../pages/planner/settings-page.tsx'),
    'SettingsPage',
  ),
})

const todayRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/today',
  validateSearch: readBoardSearch,
  component: lazyRouteComponent(
    async () => import('../pages/supervisor/today-page.tsx'),
    'TodayPage',
  ),
})

const hoursRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/today/hours',
  validateSearch: ({ queue }: Record<string, unknown>): { readonly queue?: string } =>
    typeof queue === 'string' ? { queue } : {},
  component: lazyRouteComponent(
    async () => import('../pages/supervisor/hours-page.tsx'),
    'HoursPage',
  ),
})

const alertsRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/today/alerts',
  component: lazyRouteComponent(
    async () => import('../pages/supervisor/alerts-page.tsx'),
    'AlertsPage',
  ),
})

const exceptionsRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/today/exceptions',
  component: lazyRouteComponent(
    async () => import('../pages/supervisor/exceptions-page.tsx'),
    'ExceptionsPage',
  ),
})

const figuresRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/today/figures',
  component: lazyRouteComponent(
    async () => import('../pages/supervisor/figures-page.tsx'),
    'FiguresPage',
  ),
})

const policiesRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/today/policy',
  component: lazyRouteComponent(
    async () => import('../pages/supervisor/policies-page.tsx'),
    'PoliciesPage',
  ),
})

const myAdherenceRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/my/adherence',
  component: lazyRouteComponent(
    async () => import('../pages/my/adherence-page.tsx'),
    'OwnAdherencePage',
  ),
})

const peopleRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/people',
  validateSearch: readPeopleSearch,
  component: lazyRouteComponent(async () => import('../pages/hr/people-page.tsx'), 'PeoplePage'),
})

const personRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/people/$operatorId',
  component: lazyRouteComponent(async () => import('../pages/hr/person-page.tsx'), 'PersonPage'),
})

const competencesRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/competences',
  component: lazyRouteComponent(
    async () => import('../pages/hr/competences-page.tsx'),
    'CompetencesPage',
  ),
})

const assessmentsRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/assessments',
  validateSearch: readAssessmentsSearch,
  component: lazyRouteComponent(
    async () => import('../pages/hr/assessments-page.tsx'),
    'AssessmentsPage',
  ),
})

const trainingRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/training',
  component: lazyRouteComponent(
    async () => import('../pages/hr/training-page.tsx'),
    'TrainingPage',
  ),
})

const catalogueRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/catalogue',
  component: lazyRouteComponent(
    async () => import('../pages/hr/catalogue-page.tsx'),
    'CataloguePage',
  ),
})

const dueDatesRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/due-dates',
  validateSearch: readDueSearch,
  component: lazyRouteComponent(
    async () => import('../pages/hr/due-dates-page.tsx'),
    'DueDatesPage',
  ),
})

const papersRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/papers',
  component: lazyRouteComponent(async () => import('../pages/hr/papers-page.tsx'), 'PapersPage'),
})

const surveysRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/surveys',
  component: lazyRouteComponent(async () => import('../pages/hr/surveys-page.tsx'), 'SurveysPage'),
})

const ownSurveyRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/my/survey',
  component: lazyRouteComponent(async () => import('../pages/my/survey-page.tsx'), 'OwnSurveyPage'),
})

const noticesRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/notices',
  component: lazyRouteComponent(async () => import('../pages/hr/notices-page.tsx'), 'NoticesPage'),
})

const ownCompetenceRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/my/competence',
  component: lazyRouteComponent(
    async () => import('../pages/my/competence-page.tsx'),
    'OwnCompetencePage',
  ),
})

const testRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/my/tests/$attemptId',
  component: lazyRouteComponent(async () => import('../pages/my/test-page.tsx'), 'TestPage'),
})

const knowledgeTestsRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/knowledge-tests',
  component: lazyRouteComponent(
    async () => import('../pages/hr/knowledge-tests-page.tsx'),
    'KnowledgeTestsPage',
  ),
})

const accountRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/account',
  component: lazyRouteComponent(async () => import('../pages/account-page.tsx'), 'AccountPage'),
})

const usersRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/users',
  component: lazyRouteComponent(async () => import('../pages/admin/users-page.tsx'), 'UsersPage'),
})

const auditRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/audit',
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(async () => import('../pages/admin/audit-page.tsx'), 'AuditPage'),
})

const routeTree = rootRoute.addChildren([
  signInRoute,
  plannerRoute.addChildren([
    homeRoute,
    historyRoute,
    forecastRoute,
    requirementRoute,
    scheduleRoute,
    todayRoute,
    hoursRoute,
    alertsRoute,
    exceptionsRoute,
    figuresRoute,
    policiesRoute,
    myAdherenceRoute,
    peopleRoute,
    personRoute,
    competencesRoute,
    assessmentsRoute,
    trainingRoute,
    catalogueRoute,
    dueDatesRoute,
    papersRoute,
    surveysRoute,
    ownSurveyRoute,
    noticesRoute,
    ownCompetenceRoute,
    testRoute,
    knowledgeTestsRoute,
    settingsRoute,
    accountRoute,
    usersRoute,
    auditRoute,
  ]),
])

export const router = createRouter({
  routeTree,
  // Given by main.tsx, which makes it with the way to the door.
  context: { queryClient: undefined as unknown as QueryClient },
  defaultPreload: 'intent',
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
