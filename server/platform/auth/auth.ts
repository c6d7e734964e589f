import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins'

import type { CenterId } from '#forecasting/kernel/units.ts'

import type { Language } from '../db/column-types.ts'
import type { OpenDatabase } from '../db/scope.ts'
import { ROLES } from '../http/actor.ts'
import type { ActorOf } from '../http/guard.ts'
import {
  ACCOUNT_TABLE,
  SESSION_TABLE,
  TWO_FACTOR_SCHEMA,
  USER_FIELDS,
  USER_TABLE,
  VERIFICATION_TABLE,
} from './auth-tables.ts'
import { PASSWORD_LENGTH } from './passwords.ts'

export interface AuthOptions {
  readonly db: OpenDatabase
  readonly secret: string
  /** The address that browsers use, without a path. */
  readonly baseUrl: string
  /** The port that is listened on, asked when a request has come: `baseUrl` may leave it open (0). */
  readonly listeningPort?: () => number | undefined
}

const SESSION_SECONDS = 12 * 3600
const SESSION_REFRESH_SECONDS = 3600

/** Sign-in, sessions and second factors. People are made by an admin, never by themselves. */
export type Auth = ReturnType<typeof createAuth>

export function createAuth({ db, secret, baseUrl, listeningPort }: AuthOptions) {
  return betterAuth({
    appName: 'Kezek',
    baseURL: baseUrl,
    basePath: '/api/auth',
    secret,
    telemetry: { enabled: false },
    logger: { level: 'error' },
    database: { db, type: 'postgres' },
    advanced: {
      database: { generateId: 'uuid' },
      cookiePrefix: 'kezek',
      // Said aloud: left out, the check is off wherever NODE_ENV is `test`.
      disableOriginCheck: false,
    },
    trustedOrigins: (request) =>
      trustedOrigins(baseUrl, request === undefined ? undefined : listeningPort?.()),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
    },
    rateLimit: {
      enabled: true,
      storage: 'memory',
      window: 60,
      max: 120,
      // A whole shift signs in at eight o'clock from behind one address.
      customRules: {
        '/sign-in/*': { window: 60, max: 120 },
        // Who guesses codes is stopped by the sign-in (5 wrong ones) and by the account (10); what
        // else is here asks for the password, and lets nobody try more of them than a sign-in does.
        '/two-factor/*': { window: 60, max: 120 },
      },
    },
    user: { ...USER_TABLE, additionalFields: USER_FIELDS },
    session: { ...SESSION_TABLE, expiresIn: SESSION_SECONDS, updateAge: SESSION_REFRESH_SECONDS },
    account: ACCOUNT_TABLE,
    verification: VERIFICATION_TABLE,
    databaseHooks: {
      session: {
        create: {
          async before({ userId }, request) {
            const user = await request?.context.internalAdapter.findUserById(userId)
            if (isDisabled(user)) throw new APIError('FORBIDDEN', { code: 'USER_DISABLED' })
          },
        },
      },
    },
    plugins: [twoFactor({ issuer: 'Kezek', schema: TWO_FACTOR_SCHEMA })],
  })
}

function isDisabled(user: object | null | undefined): boolean {
  return user !== null && user !== undefined && 'disabledAt' in user && user.disabledAt !== null
}

/** Reads the session's cookie; the roles come from the database at every request. */
export function actorFinder(auth: Auth): ActorOf {
  return async (headers) => {
    const found = await auth.api.getSession({ headers: toWebHeaders(headers) })
    if (found === null || isDisabled(found.user)) return undefined
    const { id, name, centerId, roles, language } = found.user
    return {
      id,
      name,
      centerId: centerId as CenterId,
      roles: ROLES.filter((role) => roles.split(',').includes(role)),
      language: language as Language,
    }
  }
}

export function toWebHeaders(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Headers {
  const web = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) web.append(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return web
}

/** 127.0.0.1 and localhost are one place to the person who types them. */
function trustedOrigins(baseUrl: string, port: number | undefined): string[] {
  const url = new URL(baseUrl)
  if (url.port === '0' && port !== undefined) url.port = String(port)
  const { origin, hostname } = url
  if (hostname !== '127.0.0.1' && hostname !== 'localhost') return [origin]
  return ['127.0.0.1', 'localhost'].map((name) => origin.replace(hostname, name))
}
