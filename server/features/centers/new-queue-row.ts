import type { CenterId } from '#forecasting/kernel/units.ts'

import type { Center, NewQueue } from './centers.schema.ts'

/** Contacts of these channels wait in a drawer, not on the line: nobody answers them in seconds. */
const UNHURRIED = new Set<NewQueue['channel']>(['email', 'outbound'])

/** Nine to six on working days: when anybody may be called, until the centre knows its region better. */
const OFFICE_HOURS = [
  ...Array.from({ length: 5 }, () => [{ fromMinutes: 540, toMinutes: 1080 }]),
  [],
  [],
]

/** The row of a new queue: the order's own settings, and the centre's where it has none. */
export function newQueueRow(centerId: CenterId, order: NewQueue, center: Center) {
  const queue = {
    language: null,
    asaTargetSeconds: UNHURRIED.has(order.channel) ? null : center.asaTargetSeconds,
    serviceLevelShare: null,
    serviceLevelSeconds: null,
    abandonShareTarget: null,
    maxOccupancy: null,
    patienceSeconds: null,
    concurrency: 1,
    chatSpeeds: null,
    redialShare: null,
    redialSeconds: null,
    staffingConfidence: null,
    deadlineSeconds: null,
    likeQueueId: null,
    calledRegion:
      order.channel === 'outbound' ? { timezone: center.timezone, hours: OFFICE_HOURS } : null,
    shrinkagePlanned: center.shrinkagePlanned,
    shrinkageUnplanned: center.shrinkageUnplanned,
    ...order,
  }
  return {
    center_id: centerId,
    code: queue.code,
    name: JSON.stringify(queue.name),
    channel: queue.channel,
    language: queue.language,
    opening_hours: JSON.stringify(queue.openingHours),
    asa_target_seconds: queue.asaTargetSeconds,
    service_level_share: queue.serviceLevelShare,
    service_level_seconds: queue.serviceLevelSeconds,
    abandon_share_target: queue.abandonShareTarget,
    max_occupancy: queue.maxOccupancy,
    patience_seconds: queue.patienceSeconds,
    concurrency: queue.concurrency,
    chat_speeds: queue.chatSpeeds,
    redial_share: queue.redialShare,
    redial_seconds: queue.redialSeconds,
    staffing_confidence: queue.staffingConfidence,
    deadline_seconds: queue.deadlineSeconds,
    like_queue_id: queue.likeQueueId,
    called_region: queue.calledRegion === null ? null : JSON.stringify(queue.calledRegion),
    shrinkage_planned: queue.shrinkagePlanned,
    shrinkage_unplanned: queue.shrinkageUnplanned,
  }
}
