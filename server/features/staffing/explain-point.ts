import { explainRequirement } from '#forecasting/staffing/explain-requirement.ts'
import type { QueueSettings } from '#forecasting/staffing/require-staff.ts'

import type { ExplainedPoint, StoredRequirement } from './staffing.queries.ts'
import type { RequirementExplanation } from './staffing.schema.ts'

/**
 * Why a stored point is what it is, by the settings that the requirement was made with: a setting
 * changed since does not change the answer.
 *
 * @param requirement with the settings of every queue by code, as they are stored
 * @returns undefined if `at` is after the point's interval has ended
 */
export function explainPoint(
  point: ExplainedPoint,
  {
    settings,
    confidence,
    firstTries,
  }: Pick<StoredRequirement, 'settings' | 'confidence' | 'firstTries'>,
  at: Date,
): RequirementExplanation | undefined {
  const queue = (settings as Readonly<Record<string, QueueSettings>>)[point.queueCode]
  if (queue === undefined) return undefined
  const endsAtMs = point.startsAt.getTime() + queue.intervalSeconds * 1000
  if (at.getTime() >= endsAtMs) return undefined
  const { startsAt, contacts, ahtSeconds, contactsInHand, agents, rostered, binding, band } = point
  // Only an open interval was given agents, so that the hours need not be asked again.
  const interval = {
    contacts,
    handleSeconds: ahtSeconds,
    isOpen: agents > 0,
    // Older requirements were staffed to each interval's own contacts.
    ...(contactsInHand === null ? {} : { contactsInHand }),
  }
  const { agentsByTarget, outcomes, ...explained } = explainRequirement(interval, queue, agents)
  return {
    confidence: confidence ?? queue.confidence ?? null,
    firstTries: firstTries?.[point.queueCode] ?? null,
    startsAt: startsAt.toISOString(),
    contacts,
    ahtSeconds,
    agents,
    rostered,
    binding,
    band,
    ...explained,
    agentsByTarget: [...agentsByTarget],
    outcomes: [...outcomes],
    shrinkagePlanned: queue.shrinkagePlanned,
    shrinkageUnplanned: queue.shrinkageUnplanned,
  }
}
