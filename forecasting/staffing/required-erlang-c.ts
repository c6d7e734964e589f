import { checkErlangC, type ErlangCQueue, stableMetrics, unstableMetrics } from './erlang-c.ts'
import { AGENTS_MAX } from './queue-arguments.ts'
import type { QueueMetrics } from './queue-metrics.ts'
import { reciprocalErlangB } from './reciprocal-erlang-b.ts'
import { wholeUp } from './shrinkage.ts'
import { missedTarget, type StaffingAnswer, type StaffingTargets } from './staffing-targets.ts'

/**
 * The least whole number of agents under Erlang C. From the fewest that are stable and under the cap
 * on occupancy, one agent at a time: 1/B(s + 1) = 1 + 1/B(s) · (s + 1)/a is exact and costs nothing,
 * so only the first number is summed. O(√load).
 *
 * @throws {RangeError} if the load is out of the formulas' range
 */
export function requiredErlangC(
  load: Omit<ErlangCQueue, 'agents'>,
  targets: StaffingTargets,
): StaffingAnswer {
  const { offeredErlangs } = load
  const threshold = targets.serviceLevel?.withinSeconds
  const first = fewestAgents(offeredErlangs, targets.maxOccupancy)
  checkErlangC({ ...load, agents: first }, threshold)

  let agents = first
  let reciprocal = reciprocalErlangB(first, offeredErlangs)
  let metrics = stableMetrics({ ...load, agents }, reciprocal, threshold)
  let missed = missedTarget(metrics, targets)
  let missedByFewer = missed
  while (missed !== undefined) {
    missedByFewer = missed
    agents++
    reciprocal = 1 + (reciprocal * agents) / offeredErlangs
    metrics = stableMetrics({ ...load, agents }, reciprocal, threshold)
    missed = missedTarget(metrics, targets)
  }
  const binding = missedByFewer ?? missedTarget(oneFewer(), targets) ?? 'none'
  return { agents, binding, metrics }

  function oneFewer(): QueueMetrics {
    if (agents - 1 <= offeredErlangs) return unstableMetrics(agents - 1, threshold)
    const stepped = ((reciprocal - 1) * offeredErlangs) / agents
    return stableMetrics({ ...load, agents: agents - 1 }, stepped, threshold)
  }
}

function fewestAgents(offeredErlangs: number, maxOccupancy = 1): number {
  const stable = Math.floor(offeredErlangs) + 1
  return Math.min(AGENTS_MAX, Math.max(stable, wholeUp(offeredErlangs / maxOccupancy)))
}
