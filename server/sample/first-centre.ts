import { randomBytes } from 'node:crypto'

import { type LocalDate, addDays, localDateOf } from '#forecasting/kernel/calendar.ts'
import type { CenterId, EpochMs } from '#forecasting/kernel/units.ts'

import { kzHolidays } from '../../fixtures/calendar/kz-holidays.ts'
import { kzLabourRules } from '../../fixtures/rules/kz-labour-rules.ts'
import { generateSampleCentre, type SampleCentre } from '../../fixtures/sample/sample-centre.ts'
import { createUser } from '../platform/auth/auth.ts'
import type { Config } from '../platform/config.ts'
import { type Scope, inCenter } from '../platform/db/scope.ts'
import type { Service } from '../service.ts'
import { hasCentre, insertCentre } from './centre.queries.ts'
import { insertLaw } from './law.queries.ts'
import { insertSampleHistory } from './sample-history.ts'
import { insertSampleCentre } from './sample.queries.ts'

/** How to sign in for the first time; shown once and kept nowhere. */
export interface FirstSignIn {
  readonly email: string
  readonly password: string
  readonly scope: Scope
  readonly planningWeek: LocalDate
  readonly sample: boolean
}

const SAMPLE_SEED = 1
const PASSWORD_BYTES = 12
const FIRST_EMAIL = 'planner@kezek.local'
const FORECAST_WEEKS = 6

/**
 * Fills an empty database with the sample centre and somebody who can sign in.
 *
 * @returns undefined when there is a centre already, or the configuration wants no sample
 */
export async function prepareFirstCentre(
  service: Service,
  config: Config,
): Promise<FirstSignIn | undefined> {
  const { db } = service.connection
  if (!config.sample || (await hasCentre(db))) return undefined
  const asOf = localDateOf(Date.now() as EpochMs, 'Asia/Almaty')
  const sample = generateSampleCentre({ asOf, seed: SAMPLE_SEED })
  const scope = await storeSample(service, sample)
  const password = randomBytes(PASSWORD_BYTES).toString('base64url')
  await createUser(service.auth, {
    centerId: scope.centerId,
    name: 'Планировщик',
    email: FIRST_EMAIL,
    password,
    roles: ['planner', 'admin'],
    language: 'ru',
  })
  return { email: FIRST_EMAIL, password, scope, planningWeek: sample.planningWeek, sample: true }
}

/** Takes the sample centre through the real pipeline: forecast, requirement, schedule. */
export async function planSampleWeek(
  { jobs }: Pick<Service, 'jobs'>,
  { scope, planningWeek }: Pick<FirstSignIn, 'scope' | 'planningWeek'>,
): Promise<void> {
  const run = async (kind: string, input: object): Promise<Record<string, unknown>> => {
    const { id } = await jobs.enqueue(scope, kind, input)
    const end = await jobs.waitFor(scope, id)
    if (end.status !== 'done') throw new Error(`the sample's ${kind} ended as ${end.status}`)
    return end.result as Record<string, unknown>
  }
  const fromDate = addDays(planningWeek, -14)
  const forecast = await run('forecast', { fromDate, weeks: FORECAST_WEEKS })
  const requirement = await run('requirement', { forecastId: forecast['forecastId'] })
  const { requirementId } = requirement
  await run('schedule', {
    requirementId,
    fromDate: planningWeek,
    days: 7,
    seed: SAMPLE_SEED,
    timeLimitSeconds: 30,
  })
}

/** Writes a sample centre into the database, whole. */
export async function storeSample(
  { connection }: Pick<Service, 'connection'>,
  sample: SampleCentre,
): Promise<Scope> {
  const centerId = await insertCentre(connection.db, {
    code: sample.code,
    name: sample.names,
    timezone: sample.timezone,
    intervalMinutes: sample.intervalMinutes,
    weights: sample.scheduleWeights,
    isSample: true,
  })
  const scope: Scope = { centerId: centerId as CenterId, actorId: 'system', actorName: 'Kezek' }
  await inCenter(connection.db, scope, async (db) => {
    const { queues } = await insertSampleCentre(db, scope.centerId, sample)
    await insertLaw(db, scope.centerId, { holidays: kzHolidays(), rules: kzLabourRules() })
    await insertSampleHistory(db, scope, sample, queues)
  })
  return scope
}
