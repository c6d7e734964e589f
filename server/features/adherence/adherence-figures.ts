import type { AdherencePolicy, Formula } from './adherence-policy.ts'
import type { AdherenceTotals } from './adherence-totals.ts'

/** Ratios 0..1, conformance possibly above; null where there is nothing to divide by. */
export interface AdherenceFigures {
  readonly adherence: number | null
  /** As if every deviation counted, however short. */
  readonly adherenceWithoutTolerance: number | null
  readonly conformance: number | null
}

/** The percentages of some totals under the policy's definitions. */
export function figuresOf(totals: AdherenceTotals, policy: AdherencePolicy): AdherenceFigures {
  return {
    adherence: adherenceBy[policy.formula](totals),
    adherenceWithoutTolerance: adherenceBy[policy.formula](untolerated(totals)),
    conformance: conformanceOf(totals, policy),
  }
}

const adherenceBy: Readonly<Record<Formula, (totals: AdherenceTotals) => number | null>> = {
  kezek: ({ inSeconds, outSeconds, outsideOutSeconds }) =>
    ratio(inSeconds, inSeconds + outSeconds + outsideOutSeconds),
  // Genesys Cloud, "Adherence and conformance": time outside the shift joins both sides of the ratio
  // where the unit counts it.
  genesys: ({ scheduledSeconds, outSeconds, outsideOutSeconds }) => {
    const exceptions = ratio(outSeconds + outsideOutSeconds, scheduledSeconds + outsideOutSeconds)
    return exceptions === null ? null : Math.max(0, 1 - exceptions)
  },
  // These two know no unknown time: what no feed reported counts against the person.
  calabrio: ({ inSeconds, scheduledSeconds, neutralSeconds }) =>
    ratio(inSeconds, scheduledSeconds - neutralSeconds),
  amazon_nice: ({ inSeconds, scheduledSeconds }) => ratio(inSeconds, scheduledSeconds),
  servicenow: ({ productiveSeconds, scheduledProductiveSeconds, outsideSeconds }) =>
    ratio(productiveSeconds, scheduledProductiveSeconds + outsideSeconds),
}

/** Productive time over the planned productive time of which anything is known. */
function conformanceOf(totals: AdherenceTotals, { conformanceCredit }: AdherencePolicy) {
  const outside = conformanceCredit === 'everywhere' ? totals.outsideSeconds : 0
  return ratio(
    totals.productiveSeconds + outside,
    totals.scheduledProductiveSeconds - totals.unknownProductiveSeconds,
  )
}

function untolerated(totals: AdherenceTotals): AdherenceTotals {
  return {
    ...totals,
    inSeconds: totals.inSeconds - totals.toleratedSeconds,
    outSeconds: totals.outSeconds + totals.toleratedSeconds,
  }
}

function ratio(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null
}
