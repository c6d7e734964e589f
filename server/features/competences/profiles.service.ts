import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { centreToday, requireOperator } from '../operators/operators.service.ts'
import { requireCompetenceIds } from './competences.service.ts'
import { functionCover } from './profile-gaps.ts'
import {
  deleteHolder,
  deleteProfile,
  findProfileId,
  insertProfile,
  listProfiles,
  markRead,
  putHolder,
  replaceProfileNeeds,
  updateProfile,
} from './profiles.queries.ts'
import type { FunctionCover, Profile, ProfileBody } from './profiles.schema.ts'

export interface ProfilesAndFunctions {
  readonly profiles: Profile[]
  readonly functions: FunctionCover[]
}

export async function readProfiles(db: Db): Promise<ProfilesAndFunctions> {
  const profiles = await listProfiles(db, await centreToday(db))
  return { profiles, functions: functionCover(profiles) }
}

/** The profiles that one person holds, with that person alone among the holders. */
export async function readHeldProfiles(db: Db, operatorId: OperatorId): Promise<Profile[]> {
  const profiles = await listProfiles(db, await centreToday(db), operatorId)
  return profiles.filter(({ holders }) => holders.length > 0)
}

/** @throws {ProblemError} `competence-unknown`; a code that is taken is refused by its constraint */
export async function addProfile(
  db: Db,
  centerId: CenterId,
  body: ProfileBody,
): Promise<ProfilesAndFunctions> {
  const id = await insertProfile(db, centerId, body)
  await writeNeeds(db, { centerId, id }, body)
  return readProfiles(db)
}

interface Which {
  readonly centerId: CenterId
  readonly code: string
}

/** @throws {ProblemError} `record-unknown`, `competence-unknown` */
export async function changeProfile(
  db: Db,
  { centerId, code }: Which,
  body: ProfileBody,
): Promise<ProfilesAndFunctions> {
  const id = await requireProfile(db, code)
  await updateProfile(db, id, body)
  await writeNeeds(db, { centerId, id }, body)
  return readProfiles(db)
}

/** @throws {ProblemError} `record-unknown` */
export async function removeProfile(db: Db, code: string): Promise<ProfilesAndFunctions> {
  await deleteProfile(db, await requireProfile(db, code))
  return readProfiles(db)
}

/** @throws {ProblemError} `record-unknown`, `operator-unknown` */
export async function giveProfile(
  db: Db,
  which: Which,
  holder: { readonly operatorId: OperatorId; readonly since: string },
): Promise<ProfilesAndFunctions> {
  const profileId = await requireProfile(db, which.code)
  await requireOperator(db, holder.operatorId, await centreToday(db))
  const { operatorId, since } = holder
  await putHolder(db, { centerId: which.centerId, profileId, operatorId }, since)
  return readProfiles(db)
}

/** @throws {ProblemError} `record-unknown` */
export async function takeProfile(
  db: Db,
  which: Which,
  operatorId: OperatorId,
): Promise<ProfilesAndFunctions> {
  const profileId = await requireProfile(db, which.code)
  const holding = { centerId: which.centerId, profileId, operatorId }
  if (!(await deleteHolder(db, holding))) throw new ProblemError('record-unknown')
  return readProfiles(db)
}

/** @throws {ProblemError} `record-unknown` */
export async function confirmReading(
  db: Db,
  which: Which,
  operatorId: OperatorId,
): Promise<ProfilesAndFunctions> {
  const profileId = await requireProfile(db, which.code)
  const holding = { centerId: which.centerId, profileId, operatorId }
  if (!(await markRead(db, holding))) throw new ProblemError('record-unknown')
  return readProfiles(db)
}

/**
 * The holder's own word that they have read the profile which they were shown.
 *
 * @throws {ProblemError} `record-unknown`; `profile-changed` if it is another version by now
 */
export async function acknowledgeProfile(
  db: Db,
  holder: { readonly centerId: CenterId; readonly operatorId: OperatorId },
  shown: { readonly code: string; readonly version: number },
): Promise<void> {
  const profile = (await readHeldProfiles(db, holder.operatorId)).find(
    ({ code }) => code === shown.code,
  )
  if (profile === undefined) throw new ProblemError('record-unknown')
  if (profile.version !== shown.version) throw new ProblemError('profile-changed')
  await markRead(db, { ...holder, profileId: await requireProfile(db, shown.code) })
}

async function requireProfile(db: Db, code: string): Promise<string> {
  const id = await findProfileId(db, code)
  if (id === undefined) throw new ProblemError('record-unknown')
  return id
}

async function writeNeeds(
  db: Db,
  profile: { readonly centerId: CenterId; readonly id: string },
  { competences }: ProfileBody,
): Promise<void> {
  const ids = await requireCompetenceIds(
    db,
    competences.map(({ code }) => code),
  )
  await replaceProfileNeeds(
    db,
    profile,
    competences.map(({ minLevel }, at) => ({ competenceId: ids[at] ?? '', minLevel })),
  )
}
