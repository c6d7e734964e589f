import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { readAssessmentsSearch } from '../../features/assessments/assessments-search.ts'
import { readDueSearch } from '../../features/due-dates/due-search.ts'
import { readHeadCountSearch } from '../../features/head-count/head-count-search.ts'
import { readPeopleSearch } from '../../features/people/people-search.ts'
import { plannerRoute } from './signed-in-route.tsx'

const peopleRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/people',
  validateSearch: readPeopleSearch,
  component: lazyRouteComponent(async () => import('../../pages/hr/people-page.tsx'), 'PeoplePage'),
})

const personRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/people/$operatorId',
  component: lazyRouteComponent(async () => import('../../pages/hr/person-page.tsx'), 'PersonPage'),
})

const competencesRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/competences',
  component: lazyRouteComponent(
    async () => import('../../pages/hr/competences-page.tsx'),
    'CompetencesPage',
  ),
})

const assessmentsRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/assessments',
  validateSearch: readAssessmentsSearch,
  component: lazyRouteComponent(
    async () => import('../../pages/hr/assessments-page.tsx'),
    'AssessmentsPage',
  ),
})

const trainingRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/training',
  component: lazyRouteComponent(
    async () => import('../../pages/hr/training-page.tsx'),
    'TrainingPage',
  ),
})

const catalogueRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/catalogue',
  component: lazyRouteComponent(
    async () => import('../../pages/hr/catalogue-page.tsx'),
    'CataloguePage',
  ),
})

const dueDatesRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/due-dates',
  validateSearch: readDueSearch,
  component: lazyRouteComponent(
    async () => import('../../pages/hr/due-dates-page.tsx'),
    'DueDatesPage',
  ),
})

const headCountRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/head-count',
  validateSearch: readHeadCountSearch,
  component: lazyRouteComponent(
    async () => import('../../pages/hr/head-count-page.tsx'),
    'HeadCountPage',
  ),
})

const papersRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/papers',
  component: lazyRouteComponent(async () => import('../../pages/hr/papers-page.tsx'), 'PapersPage'),
})

const surveysRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/surveys',
  component: lazyRouteComponent(
    async () => import('../../pages/hr/surveys-page.tsx'),
    'SurveysPage',
  ),
})

const noticesRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/notices',
  component: lazyRouteComponent(
    async () => import('../../pages/hr/notices-page.tsx'),
    'NoticesPage',
  ),
})

const objectionsRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/objections',
  component: lazyRouteComponent(
    async () => import('../../pages/hr/objections-page.tsx'),
    'ObjectionsPage',
  ),
})

const knowledgeTestsRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/knowledge-tests',
  component: lazyRouteComponent(
    async () => import('../../pages/hr/knowledge-tests-page.tsx'),
    'KnowledgeTestsPage',
  ),
})

/** People and what they can do, as HR sees them. */
export const peopleRoutes = [
  peopleRoute,
  personRoute,
  competencesRoute,
  assessmentsRoute,
  trainingRoute,
  catalogueRoute,
  dueDatesRoute,
  headCountRoute,
  papersRoute,
  surveysRoute,
  objectionsRoute,
  noticesRoute,
  knowledgeTestsRoute,
] as const
