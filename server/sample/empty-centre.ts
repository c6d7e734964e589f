import { kzHolidays } from '../../fixtures/calendar/kz-holidays.ts'
import { kzLabourRules } from '../../fixtures/rules/kz-labour-rules.ts'
import { SCHEDULE_WEIGHTS } from '../../fixtures/rules/schedule-weights.ts'
import { SAMPLE_COMPETENCES } from '../../fixtures/sample/competences.ts'
import { SAMPLE_CONTRACTS } from '../../fixtures/sample/contracts.ts'
import { SAMPLE_SHAPES } from '../../fixtures/sample/shapes.ts'
import { createUser } from '../features/users/users.service.ts'
import { generatePassword } from '../platform/auth/passwords.ts'
import type { Language, Text3 } from '../platform/db/column-types.ts'
import type { Db, Scope } from '../platform/db/scope.ts'
import { insertCentre } from './centre.queries.ts'
import { insertLaw } from './law.queries.ts'
import { insertContracts } from './sample-contracts.queries.ts'
import { insertCompetences } from './sample.queries.ts'

/** How to sign in for the first time; the password is shown once and kept nowhere. */
export interface SignIn {
  readonly email: string
  readonly password: string
}

const INTERVAL_MINUTES_DEFAULT = 30
const ADMIN_NAMES: Text3 = { kk: 'Әкімші', ru: 'Администратор', en: 'Administrator' }

/** Makes a centre with the country's law and nothing else; queues and people are its admin's work. */
export async function insertEmptyCentre(
  db: Db,
  centre: {
    readonly code: string
    readonly name: Text3
    readonly timezone: string
    readonly intervalMinutes?: number
  },
): Promise<Scope['centerId']> {
  return insertCentre(db, {
    ...centre,
    intervalMinutes: centre.intervalMinutes ?? INTERVAL_MINUTES_DEFAULT,
    weights: SCHEDULE_WEIGHTS,
    isSample: false,
  })
}

/**
 * Writes into a centre what every centre begins with, and makes its administrator: the law, the
 * contracts of common working weeks, the competences of п. 19 and 20 with those of the languages
 * and channels.
 */
export async function settleCentre(
  db: Db,
  scope: Scope,
  admin: { readonly email: string; readonly language: Language },
): Promise<SignIn> {
  await insertLaw(db, scope.centerId, { holidays: kzHolidays(), rules: kzLabourRules() })
  await insertContracts(db, scope.centerId, { contracts: SAMPLE_CONTRACTS, shapes: SAMPLE_SHAPES })
  await insertCompetences(db, scope.centerId, { competences: SAMPLE_COMPETENCES })
  return insertAdmin(db, scope, admin)
}

/** Makes somebody who may do everything in a centre, with a generated password. */
export async function insertAdmin(
  db: Db,
  { centerId }: Scope,
  admin: { readonly email: string; readonly language: Language },
): Promise<SignIn> {
  const { email, language } = admin
  const password = generatePassword()
  const name = ADMIN_NAMES[language]
  await createUser(db, { centerId, name, email, password, roles: ['admin'], language })
  return { email, password }
}
