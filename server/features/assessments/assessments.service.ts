import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'
import type { Actor } from '#server/platform/http/actor.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { requireCompetenceIds } from '../competences/competences.service.ts'
import { centreToday, requireOperator } from '../operators/operators.service.ts'
import { validUntil } from './assessment-cycle.ts'
import {
  type AssessmentRow,
  deleteAssessment,
  insertAssessment,
  isTrainedAssessor,
  listAssessments,
  lockAssessment,
  putLevels,
  readCycle,
  readUserOf,
  replaceResults,
  updateAssessment,
} from './assessments.queries.ts'
import type {
  Assessment,
  AssessmentChange,
  NewAssessment,
  Resolution,
  SelfAssessment,
} from './assessments.schema.ts'

/**
 * Begins an assessment, as a draft that only its assessor changes.
 *
 * @throws {ProblemError} `operator-unknown`, `competence-unknown`, `assessment-in-future`
 */
export async function beginAssessment(
  db: Db,
  actor: Pick<Actor, 'centerId' | 'id' | 'name'>,
  order: NewAssessment,
): Promise<Assessment> {
  const today = await centreToday(db)
  await requireOperator(db, order.operatorId, today)
  refuseFuture(order.assessedOn, today)
  const { operatorId, method, assessedOn, evidence } = order
  const { centerId, id: assessorId, name: assessorName } = actor
  const row = { centerId, operatorId, method, assessedOn, assessorId, assessorName, evidence }
  const id = await insertAssessment(db, row)
  await writeResults(db, { centerId, id }, order.results)
  return findAssessment(db, id)
}

/**
 * How somebody sees themselves, signed by them as both sides: nobody else has to answer it, and it
 * gives no level.
 *
 * @throws {ProblemError} `operator-unknown`, `competence-unknown`, `assesses-oneself` if the person is
 *   another
 */
export async function recordSelfAssessment(
  db: Db,
  actor: Actor,
  { operatorId, ...order }: SelfAssessment & { readonly operatorId: OperatorId },
): Promise<Assessment> {
  const assessedOn = await centreToday(db)
  const draft = { operatorId, method: 'self' as const, assessedOn, ...order }
  const { id } = await beginAssessment(db, actor, draft)
  await signAssessment(db, actor, id)
  return answerAssessment(db, actor, { id, agrees: true })
}

/** What was found about somebody, without what is still being written. */
export async function readOwnAssessments(db: Db, operatorId: OperatorId): Promise<Assessment[]> {
  const all = await listAssessments(db, { operatorId })
  return all.filter(({ status }) => status !== 'draft')
}

/** @throws {ProblemError} `assessment-unknown`, `assessment-signed`, `not-allowed` */
export async function changeDraft(
  db: Db,
  actor: Actor,
  { id, change }: { readonly id: string; readonly change: AssessmentChange },
): Promise<Assessment> {
  await requireDraft(db, actor, id)
  refuseFuture(change.assessedOn, await centreToday(db))
  const { method, assessedOn, evidence } = change
  await updateAssessment(db, id, { method, assessed_on: assessedOn, evidence })
  await writeResults(db, { centerId: actor.centerId, id }, change.results)
  return findAssessment(db, id)
}

/** @throws {ProblemError} `assessment-unknown`, `assessment-signed`, `not-allowed` */
export async function discardDraft(db: Db, actor: Actor, id: string): Promise<void> {
  await requireDraft(db, actor, id)
  await deleteAssessment(db, id)
}

/**
 * The assessor's signature. Nobody signs for themselves but a self-assessment, which never holds, and
 * nobody who was not taught to assess.
 *
 * @throws {ProblemError} `assessment-unknown`, `assessment-signed`, `not-allowed`, `assesses-oneself`,
 *   `assessor-untrained`
 */
export async function signAssessment(db: Db, actor: Actor, id: string): Promise<Assessment> {
  const row = await requireDraft(db, actor, id)
  const isOwn = (await readUserOf(db, row.operator_id)) === actor.id
  if (isOwn !== (row.method === 'self')) throw new ProblemError('assesses-oneself')
  if (!isOwn && !(await isTrainedAssessor(db, actor.id))) {
    throw new ProblemError('assessor-untrained')
  }
  await updateAssessment(db, id, { status: 'signed', assessor_signed_at: new Date() })
  return findAssessment(db, id)
}

/**
 * What the person who was judged says to it. Agreeing lets the levels hold; objecting leaves the
 * decision to HR. Where the person does not sign in, HR holds the sheet that they signed.
 *
 * @throws {ProblemError} `assessment-unknown`, `assessment-not-signed`, `not-allowed`,
 *   `objection-missing`
 */
export async function answerAssessment(
  db: Db,
  actor: Actor,
  {
    id,
    agrees,
    objection,
  }: { readonly id: string; readonly agrees: boolean; readonly objection?: string | undefined },
): Promise<Assessment> {
  const row = await requireIn(db, id, ['signed'])
  await requireVoice(db, actor, row)
  if (!agrees && objection === undefined) throw new ProblemError('objection-missing')
  if (agrees) {
    await updateAssessment(db, id, { status: 'agreed', operator_signed_at: new Date() })
    await letHold(db, actor.centerId, row)
  } else {
    await updateAssessment(db, id, { status: 'disputed', objection: objection ?? '' })
  }
  return findAssessment(db, id)
}

/**
 * HR decides a dispute, or that an assessment holds although the person does not answer. The decision
 * is a person's, with words for it; never the service's.
 *
 * @throws {ProblemError} `assessment-unknown`, `assessment-not-signed`, `assesses-oneself`
 */
export async function resolveAssessment(
  db: Db,
  actor: Actor,
  { id, resolution }: { readonly id: string; readonly resolution: Resolution },
): Promise<Assessment> {
  const row = await requireIn(db, id, ['signed', 'disputed'])
  if (row.status === 'disputed' && row.assessor_id === actor.id) {
    throw new ProblemError('assessor-decides-dispute')
  }
  if ((await readUserOf(db, row.operator_id)) === actor.id) {
    throw new ProblemError('assesses-oneself')
  }
  if (resolution.results !== undefined) {
    await writeResults(db, { centerId: actor.centerId, id }, resolution.results)
  }
  await updateAssessment(db, id, {
    status: 'resolved',
    decision: resolution.decision,
    decided_by: actor.name,
    decided_at: new Date(),
  })
  await letHold(db, actor.centerId, row)
  return findAssessment(db, id)
}

/** A self-assessment tells how somebody sees themselves, and changes no level. */
async function letHold(db: Db, centerId: CenterId, row: AssessmentRow): Promise<void> {
  if (row.method === 'self') return
  const { results } = await findAssessment(db, row.id)
  const ids = await requireCompetenceIds(
    db,
    results.map(({ code }) => code),
  )
  await putLevels(db, {
    centerId,
    operatorId: row.operator_id,
    assessedOn: row.assessed_on,
    validUntil: validUntil(row.assessed_on as LocalDate, await readCycle(db)),
    results: results.map(({ level }, at) => ({ competenceId: ids[at] ?? '', level })),
  })
}

async function findAssessment(db: Db, id: string): Promise<Assessment> {
  const [found] = await listAssessments(db, { id })
  if (found === undefined) throw new ProblemError('assessment-unknown')
  return found
}

async function requireIn(
  db: Db,
  id: string,
  statuses: readonly AssessmentRow['status'][],
): Promise<AssessmentRow> {
  const row = await lockAssessment(db, id)
  if (row === undefined) throw new ProblemError('assessment-unknown')
  if (!statuses.includes(row.status)) {
    throw new ProblemError(row.status === 'draft' ? 'assessment-not-signed' : 'assessment-signed')
  }
  return row
}

async function requireDraft(db: Db, actor: Actor, id: string): Promise<AssessmentRow> {
  const row = await requireIn(db, id, ['draft'])
  if (row.assessor_id !== actor.id) throw new ProblemError('not-allowed')
  return row
}

/** The person's own voice, or that of HR where they have no way to speak here. */
async function requireVoice(db: Db, actor: Actor, row: AssessmentRow): Promise<void> {
  const userId = await readUserOf(db, row.operator_id)
  const mayRecord = actor.roles.some((role) => role === 'hr' || role === 'admin')
  if (userId === null ? !mayRecord : userId !== actor.id) throw new ProblemError('not-allowed')
}

function refuseFuture(assessedOn: string, today: LocalDate): void {
  if (assessedOn > today) throw new ProblemError('assessment-in-future')
}

async function writeResults(
  db: Db,
  assessment: { readonly centerId: CenterId; readonly id: string },
  results: Assessment['results'],
): Promise<void> {
  const ids = await requireCompetenceIds(
    db,
    results.map(({ code }) => code),
  )
  await replaceResults(
    db,
    assessment,
    results.map(({ level, evidence }, at) => ({ competenceId: ids[at] ?? '', level, evidence })),
  )
}
