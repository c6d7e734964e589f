import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { readAuditSearch } from '../../features/audit/audit-search.ts'
import { plannerRoute } from './signed-in-route.tsx'

const usersRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/users',
  component: lazyRouteComponent(
    async () => import('../../pages/admin/users-page.tsx'),
    'UsersPage',
  ),
})

const auditRoute = createRoute({
  getParentRoute: () => plannerRoute,
  path: '/audit',
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(
    async () => import('../../pages/admin/audit-page.tsx'),
    'AuditPage',
  ),
})

/** Who may sign in, and what was changed. */
export const adminRoutes = [usersRoute, auditRoute] as const
