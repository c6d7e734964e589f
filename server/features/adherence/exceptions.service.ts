import { localDateOf } from '#forecasting/kernel/calendar.ts'
import type { CenterId, EpochMs, OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { readCenterSettings } from '../centers/centers.service.ts'
import {
  decideExceptions,
  type Decision,
  type ExceptionRow,
  findExceptions,
  findOwnPerson,
  findTeam,
  insertExceptions,
} from './exceptions.queries.ts'
import type { ExceptionOrder } from './exceptions.schema.ts'

/** Who speaks: a person of the centre may stand behind a sign-in. */
export interface Speaker {
  readonly centerId: CenterId
  readonly id: string
  readonly name: string
}

/**
 * A supervisor's explanation, approved as it is recorded.
 *
 * @throws {ProblemError} `team-unknown`, `team-empty`, `excuses-oneself`, `interval-empty`
 */
export async function explain(
  db: Db,
  { operatorIds, team: code, ...order }: ExceptionOrder,
  by: Speaker,
): Promise<readonly ExceptionRow[]> {
  const own = await findOwnPerson(db, by.id)
  if (own !== undefined && operatorIds?.includes(own) === true) refuseOneself()
  const team = code === undefined ? undefined : await teamOf(db, code, Date.parse(order.from))
  const ids = await insertExceptions(db, {
    centerId: by.centerId,
    operatorIds: operatorIds ?? team?.members ?? [null],
    teamId: team?.id ?? null,
    from: new Date(order.from),
    to: new Date(order.to),
    kind: order.kind,
    note: order.note ?? '',
    by: by.name,
    isApproved: true,
  })
  return findExceptions(db, ids)
}

/**
 * Answers requests, all of them or none.
 *
 * @throws {ProblemError} `changed-meanwhile` when one of them is not open to that answer any more,
 *   `excuses-oneself`
 */
export async function decide(
  db: Db,
  ids: readonly string[],
  decision: Omit<Decision, 'by'>,
  by: Speaker,
): Promise<readonly ExceptionRow[]> {
  const own = await findOwnPerson(db, by.id)
  const asked = await findExceptions(db, ids)
  if (asked.length < ids.length) throw new ProblemError('record-unknown')
  const isOwn = asked.some((row) => row.operator_id === own && row.team_id === null)
  if (own !== undefined && isOwn && decision.status === 'approved') refuseOneself()
  if ((await decideExceptions(db, ids, { ...decision, by: by.name })) < ids.length) {
    throw new ProblemError('changed-meanwhile')
  }
  return findExceptions(db, ids)
}

async function teamOf(
  db: Db,
  code: string,
  fromMs: number,
): Promise<{ readonly id: string; readonly members: readonly OperatorId[] }> {
  const { timezone } = await readCenterSettings(db)
  const team = await findTeam(db, code, localDateOf(fromMs as EpochMs, timezone))
  if (team === undefined) throw new ProblemError('team-unknown', { values: { code } })
  if (team.members.length === 0) throw new ProblemError('team-empty', { values: { code } })
  return team
}

function refuseOneself(): never {
  throw new ProblemError('excuses-oneself')
}
