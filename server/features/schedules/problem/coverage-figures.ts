import type { QueueId } from '#forecasting/kernel/units.ts'
import { coverageOf, type ShortageBySkill } from '#forecasting/scheduling/coverage.ts'
import type { Instance, Schedule as Plan } from '#forecasting/scheduling/instance.ts'

import type { LoadedSchedule } from '../load-schedule.ts'
import type { ScheduleGrid } from '../schedules.schema.ts'
import { dutyByInterval } from './duty.ts'
import { intervalStarts } from './interval-starts.ts'
import type { PlanningQueue } from './planning-rows.ts'
import { withSessions } from './session-pauses.ts'

/** Agents by interval of a plan, breaks and sessions of training taken out. */
export interface DutyFigures {
  readonly scheduled: number[]
  /** Missing when people with several competences are shared exactly. */
  readonly shortage: number[]
  readonly queues: { readonly queueId: QueueId; readonly shortage: number[] }[]
}

/**
 * Who is there in every interval, and who is missing.
 *
 * @param bySkill what `coverageOf` says of the plan, where it is known
 */
export function dutyFigures(
  instance: Instance,
  plan: Plan,
  queues: readonly PlanningQueue[],
  bySkill: ShortageBySkill = coverageOf(instance, plan),
): DutyFigures {
  return {
    scheduled: dutyByInterval(instance, plan).map(rounded),
    shortage: summed(instance, queues, bySkill),
    queues: queues.map(({ id, code }) => ({
      queueId: id,
      shortage: (bySkill[code] ?? []).map(rounded),
    })),
  }
}

/** What every interval asks for, has and lacks, over the schedule's own days. */
export function coverageFigures(loaded: LoadedSchedule, plan: Plan): ScheduleGrid['coverage'] {
  const { rows, period, instance } = loaded
  const { queues, ...duty } = dutyFigures(instance, withSessions(plan, loaded), rows.queues)
  return {
    intervalMinutes: instance.intervalMin,
    startsAt: intervalStarts(period, instance.intervalMin).map((ms) => new Date(ms).toISOString()),
    required: summed(instance, rows.queues, instance.demand),
    ...duty,
    queues: queues.map(({ queueId, shortage }, at) => ({
      queueId,
      required: [...(instance.demand[rows.queues[at]?.code ?? ''] ?? [])],
      shortage,
    })),
  }
}

/** Of all queues together. */
function summed(
  { days, intervalMin }: Instance,
  queues: readonly PlanningQueue[],
  bySkill: Readonly<Record<string, readonly number[]>>,
): number[] {
  return Array.from({ length: (days * 1440) / intervalMin }, (_, t) =>
    rounded(queues.reduce((sum, { code }) => sum + (bySkill[code]?.[t] ?? 0), 0)),
  )
}

const rounded = (agents: number): number => Math.round(agents * 100) / 100
