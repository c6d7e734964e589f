import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { Instance } from '#forecasting/scheduling/instance.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { hashOf } from '../problem/instance-hash.ts'
import { readPlanningRows } from '../problem/planning.queries.ts'
import { instanceOf } from '../schedule.job.ts'
import { findLatestShiftDesign } from './shift-design.queries.ts'
import type { FoundDesign, ShiftDesign, ShiftDesignQuery } from './shift-design.schema.ts'

const DAYS = 7

/** The week as a problem: what the requirement asks for, and the people and contracts there are to give it. */
export async function designProblem(
  db: Db,
  { requirementId, fromDate }: ShiftDesignQuery,
): Promise<Instance> {
  const rows = await readPlanningRows(db, fromDate as LocalDate)
  return instanceOf({ requirementId, fromDate, days: DAYS }, rows, db)
}

/** A design holds for as long as this stays the same: people are hours under a contract to it. */
export function designHash(instance: Instance): string {
  const { intervalMin, skills, demand, shapes, contracts, rules, weights, operators } = instance
  return hashOf({
    intervalMin,
    skills,
    demand,
    shapes,
    contracts,
    rules,
    weights,
    people: operators.map(({ contract, periodTargetPaidMin, leaveDays }) => ({
      contract,
      periodTargetPaidMin,
      leaveDays,
    })),
  })
}

/**
 * Which kinds of shift were last found to be worth offering in a week.
 *
 * @param asked.requirementId against which it is seen whether they still hold
 * @returns null while nobody has asked
 * @throws {ProblemError} `forecast-misses-week`
 */
export async function readShiftDesign(
  db: Db,
  asked: ShiftDesignQuery,
): Promise<ShiftDesign | null> {
  const row = await findLatestShiftDesign(db, asked.fromDate)
  if (row === undefined) return null
  return {
    id: row.id,
    requirementId: row.requirement_id,
    fromDate: row.from_date,
    everyStart: row.every_start,
    tolerance: row.tolerance,
    most: row.most_kinds,
    ...(row.design as FoundDesign),
    isStale: row.data_hash !== designHash(await designProblem(db, asked)),
    madeBy: row.made_by,
    madeAt: row.made_at.toISOString(),
  }
}
