import { addDays, daysBetween, type LocalDate, localDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import type { AdherencePolicy } from './adherence-policy.ts'
import type { AdherenceReport, PersonDay, PolicyPreview } from './adherence.schema.ts'
import { judgePeople } from './adherence.service.ts'
import { compilePolicy, unknownNames, verdictTable } from './compile-policy.ts'
import { listExceptions } from './exceptions.queries.ts'
import { presentPersonDay, presentPreview, presentReport } from './present-adherence.ts'

export const REPORT_DAYS_MAX = 35

/**
 * Figures of a period, of one person or of everybody.
 *
 * @throws {ProblemError} `interval-empty`, `invalid-request` for too many days at once,
 *   `record-unknown` for a person or a policy version that there is not
 */
export async function readReport(
  db: Db,
  query: {
    readonly from: string
    readonly to: string
    readonly operatorId?: OperatorId | undefined
    readonly policyVersion?: number | undefined
  },
  nowMs: number,
): Promise<AdherenceReport> {
  const { from, to } = periodOf(query)
  const { operatorId, policyVersion } = query
  const people = await judgePeople(db, {
    from,
    to,
    ...(operatorId === undefined ? {} : { operatorIds: [operatorId] }),
    policyVersion,
    nowMs,
  })
  if (people.length === 0) throw new ProblemError('record-unknown')
  return presentReport(people)
}

/**
 * Schedule, verdict and state of one person and day.
 *
 * @throws {ProblemError} `record-unknown`
 */
export async function readPersonDay(
  db: Db,
  operatorId: OperatorId,
  date: LocalDate,
  nowMs: number,
): Promise<PersonDay> {
  const query = { from: date, to: addDays(date, 1), operatorIds: [operatorId] }
  const [judged] = await judgePeople(db, { ...query, nowMs })
  const day = judged?.days[0]
  if (judged === undefined || day === undefined) throw new ProblemError('record-unknown')
  return presentPersonDay(judged, await listExceptions(db, day, { operatorId }))
}

/**
 * What a policy would say of days that are past, beside what is said of them now.
 *
 * @throws {ProblemError} `policy-refused`, `interval-empty`, `invalid-request`, `record-unknown`
 */
export async function previewPolicy(
  db: Db,
  {
    policy,
    ...query
  }: { readonly policy: AdherencePolicy; readonly from: string; readonly to: string },
  nowMs: number,
): Promise<PolicyPreview> {
  refuseStrange(policy)
  const period = { ...periodOf(query), nowMs }
  const before = await judgePeople(db, period)
  if (before.length === 0) throw new ProblemError('record-unknown')
  const after = await judgePeople(db, { ...period, draft: compilePolicy(policy) })
  return presentPreview(before, after, verdictTable(policy))
}

/** @throws {ProblemError} `policy-refused` when the table names what the policy does not have */
export function refuseStrange(policy: AdherencePolicy): void {
  const strange = unknownNames(policy)
  if (strange.length === 0) return
  throw new ProblemError('policy-refused', { values: { names: strange.join(', ') } })
}

function periodOf(query: { readonly from: string; readonly to: string }): {
  readonly from: LocalDate
  readonly to: LocalDate
} {
  const [from, to] = [localDate(query.from), localDate(query.to)]
  const days = daysBetween(from, to)
  if (days < 1) throw new ProblemError('interval-empty')
  if (days > REPORT_DAYS_MAX) {
    throw new ProblemError('invalid-request', { detail: `at most ${REPORT_DAYS_MAX} days at once` })
  }
  return { from, to }
}
