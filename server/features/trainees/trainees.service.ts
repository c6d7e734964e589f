import { type LocalDate, daysBetween } from '#forecasting/kernel/calendar.ts'
import type { Db } from '#server/platform/db/scope.ts'
import type { Actor } from '#server/platform/http/actor.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { readCenterSettings } from '../centers/centers.service.ts'
import { centreToday, requireOperator } from '../operators/operators.service.ts'
import { readSkills } from '../schedules/schedules.service.ts'
import { insertPermit, listPermits, withdrawPermit } from './trainees.queries.ts'
import type { NewPermit, TraineePermit } from './trainees.schema.ts'

/**
 * The order names no term for learning beside a mentor. Three months, as long as a probation may last
 * (Labour Code, art. 36), keep an exception from becoming the rule; a longer one is decided anew.
 */
const DAYS_MAX = 92

/**
 * Allows somebody without the competence to take a queue's contacts while a mentor is on shift with
 * them (п. 18), for a term and with a reason.
 *
 * @throws {ProblemError} `operator-unknown`, `queue-unknown`, `permit-term`, `mentor-not-competent`; a
 *   mentor of oneself is refused by its constraint
 */
export async function allowTrainee(db: Db, actor: Actor, order: NewPermit): Promise<TraineePermit> {
  const today = await centreToday(db)
  const days = daysBetween(order.fromDate as LocalDate, order.toDate as LocalDate) + 1
  if (days < 1 || days > DAYS_MAX || order.toDate < today) {
    throw new ProblemError('permit-term', { values: { days: DAYS_MAX } })
  }
  await requireOperator(db, order.operatorId, today)
  const mentor = await requireOperator(db, order.mentorId, today)
  const { queues } = await readCenterSettings(db)
  const queue = queues.find(({ code }) => code === order.queueCode)
  if (queue === undefined) throw new ProblemError('queue-unknown')
  const skills = await readSkills(db, order.fromDate as LocalDate)
  if (skills.get(order.mentorId)?.includes(queue.id) !== true) {
    throw new ProblemError('mentor-not-competent', { values: { name: mentor.fullName } })
  }
  const id = await insertPermit(db, actor, { ...order, queueId: queue.id })
  return findPermit(db, id)
}

/** @throws {ProblemError} `record-unknown` if there is none in force */
export async function endPermit(db: Db, actor: Actor, id: string): Promise<TraineePermit> {
  if (!(await withdrawPermit(db, id, actor.name))) throw new ProblemError('record-unknown')
  return findPermit(db, id)
}

async function findPermit(db: Db, id: string): Promise<TraineePermit> {
  const [found] = await listPermits(db, { id })
  if (found === undefined) throw new ProblemError('record-unknown')
  return found
}
