import type { CenterId } from '#forecasting/kernel/units.ts'

import type { Center, NewQueue } from './centers.schema.ts'

/** Contacts of these channels wait in a drawer, not on the line: nobody answers them in seconds. */
const UNHURRIED = new Set<NewQueue['channel']>(['email', 'outbound'])

/** The row of a new queue: the order's own settings, and the centre's where it has none. */
export function newQueueRow(centerId: CenterId, order: NewQueue, center: Center) {
  const asaDefault = UNHURRIED.has(order.channel) ? null : center.asaTargetSeconds
  return {
    center_id: centerId,
    code: order.code,
    name: JSON.stringify(order.name),
    channel: order.channel,
    language: order.language ?? null,
    opening_hours: JSON.stringify(order.openingHours),
    asa_target_seconds: order.asaTargetSeconds === undefined ? asaDefault : order.asaTargetSeconds,
    service_level_share: order.serviceLevelShare ?? null,
    service_level_seconds: order.serviceLevelSeconds ?? null,
    abandon_share_target: order.abandonShareTarget ?? null,
    max_occupancy: order.maxOccupancy ?? null,
    patience_seconds: order.patienceSeconds ?? null,
    concurrency: order.concurrency ?? 1,
    deadline_seconds: order.deadlineSeconds ?? null,
    shrinkage_planned: order.shrinkagePlanned ?? center.shrinkagePlanned,
    shrinkage_unplanned: order.shrinkageUnplanned ?? center.shrinkageUnplanned,
  }
}
