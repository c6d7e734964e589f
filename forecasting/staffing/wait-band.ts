import type { QueueMetrics } from './queue-metrics.ts'
import { missedTarget, type StaffingAnswer, type StaffingTargets } from './staffing-targets.ts'

/**
 * Where a queue's mean wait lies beside the band that the order wants, 40–60 s:
 *
 * - `in_band`
 * - `above_band`: clients wait too long
 * - `below_band_unavoidable`: one agent fewer would miss a target, so the short wait is the price
 *   of whole people, or of another target
 * - `below_band_avoidable`: overstaffing; one agent fewer would still meet every target
 * - `no_load`: nobody calls
 */
export type WaitBandJudgement =
  | 'in_band'
  | 'above_band'
  | 'below_band_unavoidable'
  | 'below_band_avoidable'
  | 'no_load'

export interface WaitBand {
  readonly lowerSeconds: number
  readonly upperSeconds: number
}

/**
 * Judges a number of agents by the band. Below the band is a warning, never a constraint: whole
 * agents reach the band for one load in three at 1–10 Erlangs.
 *
 * @param evaluate what another number of agents would come to
 */
export function judgeWaitBand(
  { agents, metrics }: Pick<StaffingAnswer, 'agents' | 'metrics'>,
  evaluate: (agents: number) => QueueMetrics,
  targets: StaffingTargets,
  band: WaitBand,
): WaitBandJudgement {
  if (agents === 0) return 'no_load'
  const { asaSeconds } = metrics
  if (asaSeconds > band.upperSeconds * (1 + 1e-9)) return 'above_band'
  if (asaSeconds >= band.lowerSeconds) return 'in_band'
  const fewer = evaluate(agents - 1)
  const capped = {
    ...targets,
    asaSeconds: Math.min(targets.asaSeconds ?? Infinity, band.upperSeconds),
  }
  return missedTarget(fewer, capped) === undefined
    ? 'below_band_avoidable'
    : 'below_band_unavoidable'
}
