import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'
import type { Actor } from '#server/platform/http/actor.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { centreToday } from '../operators/operators.service.ts'
import { retentionDue } from './retention-due.ts'
import {
  erasePerson,
  insertDecision,
  listDecisions,
  listLeavers,
  putRule,
  readRule,
} from './retention.queries.ts'
import type {
  Anonymisation,
  Keeping,
  Proposal,
  Retention,
  RetentionRule,
} from './retention.schema.ts'

/** Enough of an id to be unique in a centre, and to lead to nobody outside the database. */
const MARK_LENGTH = 12

/** Whose period is over, and what was decided of others. Without a rule nothing is proposed. */
export async function readRetention(db: Db): Promise<Retention> {
  const rule = await readRule(db)
  return { rule, proposals: await proposals(db, rule), decisions: await listDecisions(db) }
}

async function proposals(db: Db, rule: RetentionRule | null): Promise<Proposal[]> {
  if (rule === null) return []
  const today = await centreToday(db)
  return (await listLeavers(db, today)).flatMap(({ id, leftOn, fullName, personnelNumber }) => {
    const dueOn = retentionDue(leftOn, rule.months)
    return dueOn > today ? [] : [{ operatorId: id, fullName, personnelNumber, leftOn, dueOn }]
  })
}

export async function setRule(db: Db, actor: Actor, rule: RetentionRule): Promise<Retention> {
  await putRule(db, actor.centerId, rule)
  return readRetention(db)
}

/**
 * Anonymises one person whose period is over. It cannot be taken back.
 *
 * @throws {ProblemError} `retention-not-due`, `retention-number-differs`
 */
export async function anonymise(
  db: Db,
  actor: Actor,
  order: Anonymisation & { readonly operatorId: OperatorId },
): Promise<Retention> {
  const { operatorId, leftOn, personnelNumber } = await requireProposal(db, order.operatorId)
  if (order.personnelNumber.trim() !== personnelNumber) {
    throw new ProblemError('retention-number-differs')
  }
  const mark = `anon-${operatorId.replaceAll('-', '').slice(-MARK_LENGTH)}`
  await erasePerson(db, operatorId, mark)
  await insertDecision(db, actor, { operatorId, leftOn, reason: order.reason, keepUntil: null })
  return readRetention(db)
}

/**
 * Keeps somebody's data until a later day, for a reason: it is proposed again then.
 *
 * @throws {ProblemError} `retention-not-due`, `retention-day-passed`
 */
export async function keep(
  db: Db,
  actor: Actor,
  order: Keeping & { readonly operatorId: OperatorId },
): Promise<Retention> {
  const { operatorId, leftOn } = await requireProposal(db, order.operatorId)
  if (order.until <= (await centreToday(db))) throw new ProblemError('retention-day-passed')
  await insertDecision(db, actor, {
    operatorId,
    leftOn,
    reason: order.reason,
    keepUntil: order.until,
  })
  return readRetention(db)
}

async function requireProposal(db: Db, operatorId: OperatorId): Promise<Proposal> {
  const all = await proposals(db, await readRule(db))
  const found = all.find((one) => one.operatorId === operatorId)
  if (found === undefined) throw new ProblemError('retention-not-due')
  return found
}
