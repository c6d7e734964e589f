import type { QueueSettings } from '#forecasting/staffing/require-staff.ts'
import type { StaffingTargets } from '#forecasting/staffing/staffing-targets.ts'

import type { Center, Queue } from '../centers/centers.schema.ts'

/** A queue's own promises, and the centre's where it has none. */
export function settingsOf(queue: Queue, center: Center): QueueSettings {
  const deferred = queue.deadlineSeconds !== null
  return {
    intervalSeconds: center.intervalMinutes * 60,
    targets: targetsOf(queue, center),
    ...(queue.patienceSeconds === null ? {} : { patienceSeconds: queue.patienceSeconds }),
    concurrency: queue.concurrency,
    ...(queue.chatSpeeds === null ? {} : { chatSpeeds: queue.chatSpeeds }),
    ...(queue.deadlineSeconds === null ? {} : { deadlineSeconds: queue.deadlineSeconds }),
    ...(queue.staffingConfidence === null ? {} : { confidence: queue.staffingConfidence }),
    shrinkagePlanned: queue.shrinkagePlanned,
    shrinkageUnplanned: queue.shrinkageUnplanned,
    ...(deferred || queue.asaTargetSeconds === null
      ? {}
      : { band: { lowerSeconds: center.asaLowerSeconds, upperSeconds: queue.asaTargetSeconds } }),
  }
}

/** What a requirement keeps of how its queues were staffed, by code: the engine's settings, and the hours. */
export function keptSettings(
  work: readonly { readonly queue: Queue; readonly settings: QueueSettings }[],
): Readonly<Record<string, QueueSettings & Pick<Queue, 'openingHours'>>> {
  return Object.fromEntries(
    work.map(({ queue: { code, openingHours, calledRegion }, settings }) => [
      code,
      // Requirements made before there were called regions keep none, and are no staler for that.
      { ...settings, openingHours, ...(calledRegion === null ? {} : { calledRegion }) },
    ]),
  )
}

function targetsOf(queue: Queue, center: Center): StaffingTargets {
  const { asaTargetSeconds, serviceLevelShare, serviceLevelSeconds, abandonShareTarget } = queue
  return {
    maxOccupancy: queue.maxOccupancy ?? center.maxOccupancy,
    ...(asaTargetSeconds === null ? {} : { asaSeconds: asaTargetSeconds }),
    ...(abandonShareTarget === null ? {} : { abandonShare: abandonShareTarget }),
    ...(serviceLevelShare === null || serviceLevelSeconds === null
      ? {}
      : {
          serviceLevel: {
            share: serviceLevelShare,
            withinSeconds: serviceLevelSeconds,
            definition: 'excludingShortAbandons' as const,
          },
        }),
  }
}
