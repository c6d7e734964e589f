import type { components } from '../../api/schema.d.ts'
import type { RequirementPoint, RequirementTotal, WaitBand } from './requirement-model.ts'

type ServedPoints = components['schemas']['RequirementPoints']

const BANDS: readonly string[] = [
  'in_band',
  'above_band',
  'below_band_unavoidable',
  'below_band_avoidable',
  'no_load',
]

/** A judgement that the page has no words for yet is as if there were none. */
function isBand(text: string | null): text is WaitBand {
  return text !== null && BANDS.includes(text)
}

/** Points as the page shows them. */
export function toRequirementPoints({ intervalMinutes, points }: ServedPoints): RequirementPoint[] {
  return points.map(({ startsAt, ahtSeconds, band, ...figures }) => {
    const startMs = Date.parse(startsAt)
    return {
      ...figures,
      startMs,
      endMs: startMs + intervalMinutes * 60_000,
      handleSeconds: ahtSeconds,
      band: isBand(band) ? band : null,
    }
  })
}

/**
 * All queues together, interval by interval, in order of time.
 *
 * @param byQueue points by queue id; a queue may lack an interval
 */
export function requirementTotals(
  byQueue: ReadonlyMap<string, readonly RequirementPoint[]>,
): RequirementTotal[] {
  const all = [...byQueue].flatMap(([queueId, points]) =>
    points.map((point) => ({ queueId, point })),
  )
  const byStart = Map.groupBy(all, ({ point }) => point.startMs)
  const totals = [...byStart].map(([startMs, own]) => ({
    startMs,
    endMs: own[0]?.point.endMs ?? startMs,
    contacts: own.reduce((sum, { point }) => sum + point.contacts, 0),
    agents: own.reduce((sum, { point }) => sum + point.agents, 0),
    rostered: own.reduce((sum, { point }) => sum + point.rostered, 0),
    agentsByQueue: new Map(own.map(({ queueId, point }) => [queueId, point.agents])),
  }))
  return totals.toSorted((a, b) => a.startMs - b.startMs)
}
