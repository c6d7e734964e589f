import type { StaffingModel } from './staffing-model.ts'
import { missedTarget, type StaffingTargets } from './staffing-targets.ts'
import { levelQuantile, levelShareBelow } from './volume-doubt.ts'

/** What doubt about the volume means for a number of agents. */
export interface StaffingConfidence {
  /** Agents that meet every target with this probability. */
  readonly agents50: number
  readonly agents75: number
  readonly agents90: number
  /** Probability that the mean wait stays within its target; null where none is promised. */
  readonly asaChance: number | null
}

/** Normal quantiles of 75 % and 90 %. */
const Z_75 = 0.674_489_750_196_081_7
const Z_90 = 1.281_551_565_544_600_4

/** A level further from the forecast than this is no longer a level of the same queue. */
const FACTOR_MAX = 8
/** Halvings: the chance is then known to a thousandth. */
const TURNS = 16

/**
 * @param modelAt the queue at a multiple of its forecast load
 * @param agents what the interval is given
 * @param volumeCv relative deviation of the rate, 0..1
 */
export function staffingConfidence(
  modelAt: (factor: number) => StaffingModel,
  { agents, volumeCv }: { readonly agents: number; readonly volumeCv: number },
  targets: StaffingTargets,
): StaffingConfidence {
  const atLevel = (normalQuantile: number): number => {
    const factor = levelQuantile(volumeCv, normalQuantile)
    return factor <= 0 ? 0 : modelAt(factor).least(targets).agents
  }
  return {
    agents50: atLevel(0),
    agents75: atLevel(Z_75),
    agents90: atLevel(Z_90),
    asaChance:
      targets.asaSeconds === undefined
        ? null
        : levelShareBelow(volumeCv, highestLevel(modelAt, agents, targets.asaSeconds)),
  }
}

/** The highest multiple of the load at which the wait is still within its target. */
function highestLevel(
  modelAt: (factor: number) => StaffingModel,
  agents: number,
  asaSeconds: number,
): number {
  const isMet = (factor: number): boolean =>
    missedTarget(modelAt(factor).evaluate(agents), { asaSeconds }) === undefined
  let [low, high] = [0, FACTOR_MAX]
  if (isMet(high)) return high
  for (let turn = 0; turn < TURNS; turn++) {
    const middle = (low + high) / 2
    if (isMet(middle)) low = middle
    else high = middle
  }
  return low
}
