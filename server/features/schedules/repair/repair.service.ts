import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import { type Instance, MINUTES_PER_DAY } from '#forecasting/scheduling/instance.ts'
import type { Language } from '#server/platform/db/column-types.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'
import type { Compute } from '#server/platform/jobs/compute.ts'

import type { Repair, RepairWish } from '../changes/plan-proposal.schema.ts'
import { planLookup, presentProposal } from '../changes/present-proposal.ts'
import { loadSchedule, type LoadedSchedule, withRows } from '../load-schedule.ts'
import { toPlanMinutes } from '../problem/build-instance.ts'
import type { PlanningRows } from '../problem/planning-rows.ts'
import { solvablePlan } from '../problem/solvable-plan.ts'
import type { RepairInput, RepairOutcome } from './repair.compute.ts'

/** A schedule as it stands after what has happened, and what of it has to be looked at. */
export interface RepairCase {
  readonly loaded: LoadedSchedule
  /** Days whose demand is another now; undefined when the lost shifts say what to mend. */
  readonly days: readonly number[] | undefined
}

/**
 * Reads a schedule beside the problem as it is after an absence or with another requirement, neither
 * of which is stored.
 *
 * @throws {ProblemError} `schedule-unknown`, `record-unknown` for a person whom the centre does not
 *   have, `absence-dates-turned`, `forecast-misses-week`
 */
export async function readRepairCase(
  db: Db,
  scheduleId: string,
  { absence, requirementId }: RepairWish,
): Promise<RepairCase> {
  const withAbsence = (rows: PlanningRows): PlanningRows =>
    absence === undefined ? rows : { ...rows, absences: [...rows.absences, checked(absence, rows)] }
  // A thousand people take a while to make a problem of: it is made twice only where the two are compared.
  if (requirementId === undefined) {
    return { loaded: await loadSchedule(db, scheduleId, withAbsence), days: undefined }
  }
  const before = await loadSchedule(db, scheduleId)
  const loaded = await withRows(db, before, withAbsence(before.rows), requirementId)
  return { loaded, days: daysOfChange(before.instance, loaded.instance) }
}

/**
 * Ways to mend a schedule, best first; nothing is stored.
 *
 * @param nowMs what has begun before stays as it is
 * @throws {ProblemError} `schedule-impossible` when what is locked cannot stand together
 */
export async function proposeRepairs(
  { loaded, days }: RepairCase,
  compute: Compute,
  { nowMs, language }: { readonly nowMs: EpochMs; readonly language: Language },
): Promise<Repair> {
  const { instance, plan } = solvablePlan(loaded, language)
  const { lost, options } = await compute.run<RepairInput, RepairOutcome>({
    module: new URL('repair.compute.ts', import.meta.url),
    name: 'computeRepair',
    input: {
      instance,
      plan,
      queues: loaded.rows.queues,
      nowMin: toPlanMinutes(nowMs, loaded.period),
      ...(days === undefined ? {} : { days }),
    },
  })
  const found = planLookup(loaded)
  return {
    revision: loaded.row.revision,
    lostShiftIds: lost.flatMap((shift) => found.shiftAt(shift) ?? []),
    options: options.map((option) => presentProposal(option, loaded, found)),
  }
}

function checked(
  absence: NonNullable<RepairWish['absence']>,
  { operators }: Pick<PlanningRows, 'operators'>,
): PlanningRows['absences'][number] {
  if (!operators.some(({ id }) => id === absence.operatorId)) {
    throw new ProblemError('record-unknown')
  }
  if (absence.toDate < absence.fromDate) throw new ProblemError('absence-dates-turned')
  return {
    ...absence,
    fromDate: absence.fromDate as LocalDate,
    toDate: absence.toDate as LocalDate,
  }
}

function daysOfChange(before: Instance, after: Instance): number[] {
  const perDay = MINUTES_PER_DAY / after.intervalMin
  return Array.from({ length: after.days }, (_, day) => day).filter((day) =>
    after.skills.some(({ id }) => {
      const of = ({ demand }: Instance): string =>
        (demand[id] ?? []).slice(day * perDay, (day + 1) * perDay).join()
      return of(before) !== of(after)
    }),
  )
}
