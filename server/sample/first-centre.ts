import { type LocalDate, addDays, localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'

import { kzHolidays } from '../../fixtures/calendar/kz-holidays.ts'
import { kzLabourRules } from '../../fixtures/rules/kz-labour-rules.ts'
import { generateSampleCentre, type SampleCentre } from '../../fixtures/sample/sample-centre.ts'
import { createUser } from '../features/users/users.service.ts'
import { generatePassword } from '../platform/auth/passwords.ts'
import type { Text3 } from '../platform/db/column-types.ts'
import {
  type Db,
  inCenter,
  inNewCenter,
  type OpenDatabase,
  type Scope,
  systemScope,
} from '../platform/db/scope.ts'
import type { Service } from '../service.ts'
import { findOldestCentre, hasUser, insertCentre, lockCentres } from './centre.queries.ts'
import { insertAdmin, insertEmptyCentre, settleCentre, type SignIn } from './empty-centre.ts'
import { insertLaw } from './law.queries.ts'
import { insertSampleHistory } from './sample-history.ts'
import { insertSampleCentre } from './sample.queries.ts'

/** The first way in, and the sample's week that is still to be planned. */
export interface FirstStart {
  readonly signIn: SignIn
  readonly sample?: { readonly scope: Scope; readonly planningWeek: LocalDate }
}

const SAMPLE_SEED = 1
const SAMPLE_EMAIL = 'planner@kezek.local'
const ADMIN_EMAIL = 'admin@kezek.local'
const FORECAST_WEEKS = 6
const HOME_ZONE = 'Asia/Almaty'

/** What a first centre is called until its administrator names it in the settings. */
const UNNAMED: Text3 = { kk: 'Байланыс орталығы', ru: 'Контакт-центр', en: 'Contact centre' }

/**
 * Lets somebody into a database in which nobody can sign in: with the sample centre, or, where the
 * configuration wants none, with an empty centre and its administrator.
 *
 * Several processes may call it at once on one database: one of them gets the sign-in.
 *
 * @returns undefined when somebody can sign in already
 */
export async function prepareFirstCentre(
  { connection }: Pick<Service, 'connection'>,
  { sample }: { readonly sample: boolean },
): Promise<FirstStart | undefined> {
  if (await hasUser(connection.db)) return undefined
  return sample ? foundSample(connection.db) : foundEmpty(connection.db)
}

async function foundSample(db: OpenDatabase): Promise<FirstStart | undefined> {
  const asOf = localDateOf(Date.now() as EpochMs, HOME_ZONE)
  const sample = generateSampleCentre({ asOf, seed: SAMPLE_SEED })
  return inNewCenter(
    db,
    (owner) => unlessSomebody(owner, () => insertSampleRow(owner, sample)),
    async (inside, scope) => {
      await fillWithSample(inside, scope, sample)
      const signIn = { email: SAMPLE_EMAIL, password: generatePassword() }
      await createUser(inside, {
        ...signIn,
        centerId: scope.centerId,
        name: 'Планировщик',
        roles: ['planner', 'admin'],
        language: 'ru',
      })
      return { signIn, sample: { scope, planningWeek: sample.planningWeek } }
    },
  )
}

async function foundEmpty(db: OpenDatabase): Promise<FirstStart | undefined> {
  const admin = { email: ADMIN_EMAIL, language: 'ru' } as const
  const oldest = await findOldestCentre(db)
  if (oldest !== undefined) {
    // A centre whose users were all removed by hand gets its way in back.
    const scope = systemScope(oldest)
    return { signIn: await inCenter(db, scope, (inside) => insertAdmin(inside, scope, admin)) }
  }
  const centre = { code: 'main', name: UNNAMED, timezone: HOME_ZONE }
  return inNewCenter(
    db,
    (owner) => unlessSomebody(owner, () => insertEmptyCentre(owner, centre)),
    async (inside, scope) => ({ signIn: await settleCentre(inside, scope, admin) }),
  )
}

async function unlessSomebody(
  owner: Db,
  found: () => Promise<Scope['centerId']>,
): Promise<Scope['centerId'] | undefined> {
  await lockCentres(owner)
  return (await hasUser(owner)) ? undefined : found()
}

/** Takes the sample centre through the real pipeline: forecast, requirement, schedule. */
export async function planSampleWeek(
  { jobs }: Pick<Service, 'jobs'>,
  { scope, planningWeek }: { readonly scope: Scope; readonly planningWeek: LocalDate },
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
  const stored = await inNewCenter(
    connection.db,
    (owner) => insertSampleRow(owner, sample),
    async (db, scope) => {
      await fillWithSample(db, scope, sample)
      return scope
    },
  )
  return stored as Scope
}

async function insertSampleRow(db: Db, sample: SampleCentre): Promise<Scope['centerId']> {
  return insertCentre(db, {
    code: sample.code,
    name: sample.names,
    timezone: sample.timezone,
    intervalMinutes: sample.intervalMinutes,
    weights: sample.scheduleWeights,
    isSample: true,
  })
}

async function fillWithSample(db: Db, scope: Scope, sample: SampleCentre): Promise<void> {
  const { queues } = await insertSampleCentre(db, scope.centerId, sample)
  await insertLaw(db, scope.centerId, { holidays: kzHolidays(), rules: kzLabourRules() })
  await insertSampleHistory(db, scope, sample, queues)
}
