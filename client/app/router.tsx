import type { QueryClient } from '@tanstack/react-query'
import { createRoute, createRouter } from '@tanstack/react-router'

import { MissingPage } from '../pages/missing-page.tsx'
import { adminRoutes } from './routes/admin-routes.ts'
import { dayRoutes } from './routes/day-routes.ts'
import { ownRoutes } from './routes/own-routes.ts'
import { peopleRoutes } from './routes/people-routes.ts'
import { planningRoutes } from './routes/planning-routes.ts'
import { plannerRoute, rootRoute } from './routes/signed-in-route.tsx'
import { readSignInSearch } from './sign-in-address.ts'
import { SignInRoute } from './sign-in-route.tsx'

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: readSignInSearch,
  component: SignInRoute,
})

/** Any address that nothing else answers, within the frame of the pages. */
const missingRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '$',
  component: MissingPage,
})

const routeTree = rootRoute.addChildren([
  signInRoute,
  plannerRoute.addChildren([
    ...planningRoutes,
    ...dayRoutes,
    ...peopleRoutes,
    ...ownRoutes,
    ...adminRoutes,
    missingRoute,
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
