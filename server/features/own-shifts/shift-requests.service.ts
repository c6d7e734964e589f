import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Language } from '#server/platform/db/column-types.ts'
import type { Db } from '#server/platform/db/scope.ts'
import type { Actor } from '#server/platform/http/actor.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { recordAbsence } from '../operators/absences.service.ts'
import { centreToday, requireOwnPerson } from '../operators/operators.service.ts'
import {
  effectOfPublished,
  type PublishedChange,
  putIntoForce,
  readSwapChoices,
} from '../schedules/changes/published-changes.service.ts'
import type {
  NewShiftRequest,
  RequestDecision,
  RequestEffect,
  ShiftRequest,
} from './own-shifts.schema.ts'
import {
  findRequest,
  insertRequest,
  listOwnRequests,
  listRequests,
  moveRequest,
  type RequestRow,
} from './shift-requests.queries.ts'

/** @throws {ProblemError} `own-person-missing` */
export async function readOwnRequests(db: Db, actor: Actor): Promise<ShiftRequest[]> {
  const operatorId = await requireOwnPerson(db, actor.id)
  return (await listOwnRequests(db, operatorId)).map((row) => presentRequest(row, actor))
}

export async function readRequests(db: Db, actor: Actor): Promise<ShiftRequest[]> {
  return (await listRequests(db)).map((row) => presentRequest(row, actor))
}

/**
 * Asks for leave or for a swap. A swap that would break a rule is refused at once, by name.
 *
 * @throws {ProblemError} `own-person-missing`, `dates-disordered`, `part-begun` for leave that would
 *   begin today or before, `shift-unknown`, `shift-begun`, `swap-refused`
 */
export async function ask(db: Db, actor: Actor, wish: NewShiftRequest): Promise<ShiftRequest> {
  const operatorId = await requireOwnPerson(db, actor.id)
  const base = { center_id: actor.centerId, operator_id: operatorId, note: wish.note.trim() }
  if (wish.kind === 'leave') {
    if (wish.toDate < wish.fromDate) throw new ProblemError('dates-disordered')
    if (wish.fromDate <= (await centreToday(db))) throw new ProblemError('part-begun')
    const { absenceKind, fromDate, toDate } = wish
    const days = { absence_kind: absenceKind, from_date: fromDate, to_date: toDate }
    return present(
      db,
      actor,
      await insertRequest(db, { ...base, kind: 'leave', status: 'waiting', ...days }),
    )
  }
  const spans = await swapSpans(db, operatorId, wish, actor.language)
  return present(
    db,
    actor,
    await insertRequest(db, { ...base, kind: 'swap', status: 'asked', ...spans }),
  )
}

async function swapSpans(
  db: Db,
  operatorId: OperatorId,
  wish: Extract<NewShiftRequest, { kind: 'swap' }>,
  language: Language,
) {
  const own = { operatorId, startsAt: wish.startsAt }
  const other = { operatorId: wish.otherOperatorId, startsAt: wish.otherStartsAt }
  const { added } = await effectOfPublished(db, { kind: 'swap', own, other }, language)
  const hard = added.filter((violation) => violation.hard)
  if (hard.length > 0) {
    throw new ProblemError('swap-refused', {
      values: { count: hard.length },
      errors: hard.map(({ operatorName, text }) => ({ pointer: operatorName ?? '', detail: text })),
    })
  }
  const nowMs = Date.now()
  if ([own, other].some(({ startsAt }) => Date.parse(startsAt) <= nowMs)) {
    throw new ProblemError('shift-begun')
  }
  const choice = (await readSwapChoices(db, own)).find(
    ({ operatorId: id, startsAt }) =>
      id === other.operatorId && Date.parse(startsAt) === Date.parse(other.startsAt),
  )
  const mine = (await readSwapChoices(db, other)).find(
    ({ operatorId: id, startsAt }) =>
      id === operatorId && Date.parse(startsAt) === Date.parse(own.startsAt),
  )
  if (choice === undefined || mine === undefined) {
    throw new ProblemError('swap-refused', { values: { count: 1 } })
  }
  return {
    own_starts_at: new Date(mine.startsAt),
    own_ends_at: new Date(mine.endsAt),
    other_operator_id: choice.operatorId,
    other_starts_at: new Date(choice.startsAt),
    other_ends_at: new Date(choice.endsAt),
  }
}

/**
 * The colleague agrees to a swap, or does not.
 *
 * @throws {ProblemError} `own-person-missing`, `record-unknown`, `shift-request-decided`
 */
export async function answer(
  db: Db,
  actor: Actor,
  { requestId, agrees }: { readonly requestId: string; readonly agrees: boolean },
): Promise<ShiftRequest> {
  const operatorId = await requireOwnPerson(db, actor.id)
  const row = await findRequest(db, requestId)
  if (row?.other_operator_id !== operatorId) throw new ProblemError('record-unknown')
  const to = agrees
    ? ({ status: 'waiting' } as const)
    : ({ status: 'declined', decider: actor } as const)
  return move(db, actor, requestId, { from: ['asked'], ...to })
}

/** @throws {ProblemError} `own-person-missing`, `record-unknown`, `shift-request-decided` */
export async function withdraw(db: Db, actor: Actor, requestId: string): Promise<ShiftRequest> {
  const operatorId = await requireOwnPerson(db, actor.id)
  const row = await findRequest(db, requestId)
  if (row?.operator_id !== operatorId) throw new ProblemError('record-unknown')
  return move(db, actor, requestId, { from: ['asked', 'waiting'], status: 'withdrawn' })
}

/**
 * What approving would do to rules and cover.
 *
 * @throws {ProblemError} `record-unknown`, `shift-unknown` where a shift is no longer published
 */
export async function readEffect(
  db: Db,
  requestId: string,
  language: Language,
): Promise<RequestEffect> {
  const row = await findRequest(db, requestId)
  if (row === undefined) throw new ProblemError('record-unknown')
  const { added, shortHours, dropped } = await effectOfPublished(db, changeOf(row), language)
  const [broken, remarks] = [true, false].map((isHard) =>
    added
      .filter(({ hard }) => hard === isHard)
      .map(({ operatorName, article, text }) => ({ who: operatorName ?? '', article, text })),
  )
  return {
    broken: broken ?? [],
    remarks: remarks ?? [],
    shortHours,
    dropped: dropped.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
  }
}

/**
 * Decides a request. Approved, it is in force at once: the absence is recorded, and a new version of the
 * schedule, with the change in it, is published.
 *
 * @throws {ProblemError} `record-unknown`, `shift-request-own`, `shift-request-decided`,
 *   `shift-unknown`, `schedule-breaks-rules`
 */
export async function decide(
  db: Db,
  actor: Actor,
  requestId: string,
  { approve, reply }: RequestDecision,
): Promise<ShiftRequest> {
  const row = await findRequest(db, requestId)
  if (row === undefined) throw new ProblemError('record-unknown')
  const { user_id: askerId, other_user_id: otherId } = row
  if ([askerId, otherId].includes(actor.id)) throw new ProblemError('shift-request-own')
  const decided = { decider: actor, reply: reply.trim() }
  const moved = await move(db, actor, requestId, {
    from: ['waiting'],
    status: approve ? 'approved' : 'declined',
    ...decided,
  })
  if (!approve) return moved
  await putIntoForce(db, changeOf(row), { by: actor.name, language: actor.language })
  if (row.kind === 'leave' && row.from_date !== null && row.to_date !== null) {
    await recordAbsence(db, {
      centerId: row.center_id,
      operatorId: row.operator_id,
      kind: row.absence_kind ?? 'other',
      fromDate: row.from_date,
      toDate: row.to_date,
    })
  }
  return moved
}

/** A request of one's own that was declined by somebody who plans, not by the colleague of a swap. */
export interface DeclinedRequest {
  readonly request: ShiftRequest
  readonly deciderId: string | null
}

/** @returns undefined where there is none that one could object to */
export async function findDeclined(
  db: Db,
  actor: Actor,
  requestId: string,
): Promise<DeclinedRequest | undefined> {
  const row = await findRequest(db, requestId)
  if (row?.user_id !== actor.id || !isDeclinedByPlanners(row)) return undefined
  return { request: presentRequest(row, actor), deciderId: row.decided_by_id }
}

/** What was declined waits for a decision anew; nothing where it waits already. */
export async function reopenRequest(db: Db, requestId: string): Promise<void> {
  await moveRequest(db, requestId, ['declined'], { status: 'waiting' })
}

function isDeclinedByPlanners(row: RequestRow): boolean {
  const isColleague = row.other_user_id !== null && row.decided_by_id === row.other_user_id
  return row.status === 'declined' && !isColleague
}

async function move(
  db: Db,
  actor: Actor,
  id: string,
  {
    from,
    ...to
  }: Parameters<typeof moveRequest>[3] & {
    readonly from: readonly RequestRow['status'][]
  },
): Promise<ShiftRequest> {
  if (!(await moveRequest(db, id, from, to))) throw new ProblemError('shift-request-decided')
  return present(db, actor, id)
}

async function present(db: Db, actor: Actor, id: string): Promise<ShiftRequest> {
  const row = await findRequest(db, id)
  if (row === undefined) throw new ProblemError('record-unknown')
  return presentRequest(row, actor)
}

function changeOf(row: RequestRow): PublishedChange {
  if (row.kind === 'leave') {
    return {
      kind: 'leave',
      operatorId: row.operator_id,
      fromDate: row.from_date ?? '',
      toDate: row.to_date ?? '',
    }
  }
  const { other_operator_id: otherId } = row
  if (otherId === null) throw new RangeError(`swap ${row.id} names nobody`)
  return {
    kind: 'swap',
    own: { operatorId: row.operator_id, startsAt: row.own_starts_at?.toISOString() ?? '' },
    other: { operatorId: otherId, startsAt: row.other_starts_at?.toISOString() ?? '' },
  }
}

function presentRequest(row: RequestRow, { id: readerId }: Actor): ShiftRequest {
  const span = (from: Date | null, to: Date | null) => ({
    startsAt: from?.toISOString() ?? '',
    endsAt: to?.toISOString() ?? '',
  })
  return {
    id: row.id,
    kind: row.kind,
    status: row.status,
    operatorId: row.operator_id,
    operatorName: row.operator_name,
    isOwn: row.user_id === readerId,
    mayObject: row.user_id === readerId && isDeclinedByPlanners(row),
    leave:
      row.from_date === null || row.to_date === null
        ? null
        : { kind: row.absence_kind ?? 'other', fromDate: row.from_date, toDate: row.to_date },
    swap:
      row.other_operator_id === null
        ? null
        : {
            own: span(row.own_starts_at, row.own_ends_at),
            other: span(row.other_starts_at, row.other_ends_at),
            otherOperatorId: row.other_operator_id,
            otherName: row.other_name ?? '',
          },
    note: row.note,
    reply: row.reply,
    madeAt: row.made_at.toISOString(),
    decidedBy: row.decided_by,
    decidedAt: row.decided_at?.toISOString() ?? null,
  }
}
