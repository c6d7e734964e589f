import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'

import { type Scope, inCenter } from '../db/scope.ts'
import type { Db } from '../db/scope.ts'
import { type Actor, FEED, type Role, hasRole, ROLES } from './actor.ts'
import { ProblemError } from './problem.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard before any route that needs a sign-in runs. */
    actor: Actor | undefined
  }
  interface FastifyContextConfig {
    /** Who may call the route. Every API route has it; one for a feed checks the feed's key itself. */
    readonly roles?: readonly Role[] | typeof FEED
  }
}

/** For a route that everybody who has signed in may call. */
export const EVERY_ROLE: readonly Role[] = ROLES

/** Finds who is asking, from the request's headers; undefined when nobody has signed in. */
export type ActorOf = (headers: FastifyRequest['headers']) => Promise<Actor | undefined>

/**
 * Lets a request through only when its actor has a role that its route names. A route that names
 * none, or has no operation id, stops the service at start-up: forgetting is not a way in.
 */
export function registerGuard(app: FastifyInstance, actorOf: ActorOf): void {
  app.decorateRequest('actor')
  app.addHook('onRoute', declareRoles)
  app.addHook('onRequest', async (request) => {
    const { roles } = request.routeOptions.config
    if (roles === undefined || roles === FEED) return
    request.actor = await actorOf(request.headers)
    if (request.actor === undefined) throw new ProblemError('sign-in-required')
    if (!hasRole(request.actor, roles)) throw new ProblemError('not-allowed')
  })
}

/** The actor of a request that the guard let through. */
export function actorOf(request: FastifyRequest): Actor {
  if (request.actor === undefined) throw new ProblemError('sign-in-required')
  return request.actor
}

export function scopeOf({ centerId, id, name }: Actor): Scope {
  return { centerId, actorId: id, actorName: name }
}

/** One unit of work in the caller's centre, in one transaction. */
export async function inOwnCenter<Result>(
  request: FastifyRequest,
  work: (db: Db) => Promise<Result>,
): Promise<Result> {
  return inCenter(request.server.db, scopeOf(actorOf(request)), work)
}

function declareRoles(route: RouteOptions): void {
  if (!route.url.startsWith('/api/v1/') || route.method === 'HEAD') return
  const roles = route.config?.roles
  const schema = route.schema as (Record<string, unknown> & { description?: string }) | undefined
  if (roles === undefined || schema?.['operationId'] === undefined) {
    throw new TypeError(`${String(route.method)} ${route.url} must name its roles and operation id`)
  }
  schema['x-roles'] = roles === FEED ? [FEED] : roles
  schema['security'] = [roles === FEED ? { feedKey: [] } : { session: [] }]
  const who = roles === FEED ? 'a feed, with its key' : roles.join(', ')
  schema.description = [schema.description, `Who may call it: ${who}.`].filter(Boolean).join('\n\n')
}
