import { addDays, localDate } from '#forecasting/kernel/calendar.ts'

import type { SampleCentre } from '../../../fixtures/sample/sample-centre.ts'
import { createUser } from '../../features/users/users.service.ts'
import { generatePassword } from '../../platform/auth/passwords.ts'
import type { DatabaseConfig } from '../../platform/config.ts'
import { type Connection, openInMemory } from '../../platform/db/connection.ts'
import { inCenter, type Scope } from '../../platform/db/scope.ts'
import { renewStatistics } from '../../platform/db/statistics.ts'
import type { Role } from '../../platform/http/actor.ts'
import { storeSample } from '../../sample/first-centre.ts'
import { buildService, type Service } from '../../service.ts'

const SHORT_SOLVE_SECONDS = 3
const FORECAST_WEEKS_BEFORE = 2
/** Where a browser would say that it comes from; the port of the address is any free one. */
export const ORIGIN = 'http://127.0.0.1'

/** A real service over the embedded database in memory, with a planned centre and a planner's sign-in. */
export interface BenchService {
  readonly service: Service
  readonly scope: Scope
  readonly planned: Planned
  /** Asks the API over HTTP as the planner; fails unless it is answered well. */
  readonly call: (method: 'GET' | 'POST', url: string, body?: object) => Promise<unknown>
}

interface Planned {
  readonly forecastId: string
  readonly requirementId: string
  readonly scheduleId: string
}

/**
 * Serves a centre of which some weeks from its planning week on have a forecast, a requirement and a schedule.
 * Close the service when done.
 */
export async function serveSample(
  sample: SampleCentre,
  weeks: number,
  solveSeconds = SHORT_SOLVE_SECONDS,
): Promise<BenchService> {
  const service = await buildBench(await openInMemory(), {
    database: { kind: 'embedded', folder: '' },
    jobs: true,
  })
  try {
    const address = await service.app.listen({ host: '127.0.0.1', port: 0 })
    const scope = await storeSample(service, sample)
    const cookie = await signIn(service, scope, { address, role: 'planner' })
    const planned = await plan(service, scope, {
      week: sample.planningWeek,
      weeks,
      timeLimitSeconds: solveSeconds,
    })
    await renewStatistics(service.connection)
    return { service, scope, planned, call: callerOf(address, cookie) }
  } catch (error) {
    await service.close()
    throw error
  }
}

/** The real service, silent and on any free port, for a benchmark to ask. */
export function buildBench(
  connection: Connection,
  { database, jobs }: { readonly database: DatabaseConfig; readonly jobs: boolean },
): Promise<Service> {
  return buildService(connection, {
    port: 0,
    host: '127.0.0.1',
    database,
    jobs,
    sample: false,
    secret: generatePassword().repeat(2),
    publicUrl: ORIGIN,
    mail: undefined,
    log: 'silent',
  })
}

function callerOf(address: string, cookie: string): BenchService['call'] {
  return async (method, url, body) => {
    const answer = await fetch(`${address}/api/v1${url}`, {
      method,
      headers: { cookie, origin: ORIGIN, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!answer.ok) {
      throw new Error(`${url} was answered with ${answer.status}: ${await answer.text()}`)
    }
    return answer.json()
  }
}

/** Makes a user of one role, and signs in; the cookie of the session. */
export async function signIn(
  { connection: { db } }: Service,
  scope: Scope,
  { address, role }: { readonly address: string; readonly role: Role },
): Promise<string> {
  const user = { email: `${role}@bench.example`, password: generatePassword() }
  await inCenter(db, scope, (inside) =>
    createUser(inside, {
      ...user,
      centerId: scope.centerId,
      name: role,
      roles: [role],
      language: 'ru',
    }),
  )
  const answer = await fetch(`${address}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: ORIGIN },
    body: JSON.stringify(user),
  })
  if (!answer.ok) throw new Error(`signing in was answered with ${answer.status}`)
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ')
}

/** A forecast, a requirement and a quick schedule, so that every page has something to read. */
async function plan(
  service: Service,
  scope: Scope,
  {
    week,
    weeks,
    timeLimitSeconds,
  }: { readonly week: string; readonly weeks: number; readonly timeLimitSeconds: number },
): Promise<Planned> {
  const run = (kind: string, input: object) => resultOf({ service, scope }, kind, input)
  const fromDate = addDays(localDate(week), -7 * FORECAST_WEEKS_BEFORE)
  const forecast = { fromDate, weeks: FORECAST_WEEKS_BEFORE + weeks }
  const { forecastId = '' } = await run('forecast', forecast)
  const { requirementId = '' } = await run('requirement', { forecastId })
  const order = { requirementId, fromDate: week, days: 7 * weeks, timeLimitSeconds }
  const { scheduleId = '' } = await run('schedule', order)
  return { forecastId, requirementId, scheduleId }
}

/** Orders long work and waits for what it made. */
export async function resultOf(
  { service: { jobs }, scope }: Pick<BenchService, 'service' | 'scope'>,
  kind: string,
  input: object,
): Promise<Record<string, string>> {
  const { id } = await jobs.enqueue(scope, kind, input)
  const end = await jobs.waitFor(scope, id)
  if (end.status !== 'done') throw new Error(`${kind}: ${JSON.stringify(end.problem)}`)
  return end.result as Record<string, string>
}
