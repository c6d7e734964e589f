import type { Instance } from '#forecasting/scheduling/instance.ts'

import type { ScheduleRow } from '../schedules.queries.ts'
import type { PlanningRows } from './planning-rows.ts'

/** Whether hours that contracts owe and nothing needs stay unplanned in a schedule, as it was ordered. */
export function leavesSpareHours({ settings }: Pick<ScheduleRow, 'settings'>): boolean {
  return (settings as { readonly leaveSpareHours?: boolean }).leaveSpareHours ?? false
}

/** The problem where owed hours that are not planned cost nothing, or what the centre says of them. */
export function withSpareHours(
  instance: Instance,
  { weights }: Pick<PlanningRows, 'weights'>,
  areLeft: boolean,
): Instance {
  const shortfall = areLeft ? 0 : (weights['shortfall'] ?? 0)
  return { ...instance, weights: { ...instance.weights, shortfall } }
}
