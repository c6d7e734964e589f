import type { QueueMetrics } from './queue-metrics.ts'
import {
  type BindingTarget,
  missedTarget,
  type StaffingAnswer,
  type StaffingTargets,
} from './staffing-targets.ts'

/** A number of agents, and the first target that it misses. */
interface Trial {
  readonly agents: number
  readonly metrics: QueueMetrics
  readonly missed: BindingTarget | undefined
}

/**
 * The least whole number of agents that meets every target at once, for a queue in which every
 * target is easier with more agents. A bracket around the guess is doubled until it holds the answer
 * and then halved; nothing is evaluated twice.
 *
 * @param guess whole number, 0 or more; the nearer the quicker
 */
export function leastAgents(
  evaluate: (agents: number) => QueueMetrics,
  targets: StaffingTargets,
  guess: number,
): StaffingAnswer {
  const tried = (agents: number): Trial => {
    const metrics = evaluate(agents)
    return { agents, metrics, missed: missedTarget(metrics, targets) }
  }
  let { fewer, enough } = bracketed(guess, tried)
  while (enough.agents - (fewer?.agents ?? -1) > 1) {
    const middle = tried((enough.agents + (fewer?.agents ?? -1)) >> 1)
    if (middle.missed === undefined) enough = middle
    else fewer = middle
  }
  const { agents, metrics } = enough
  return { agents, binding: fewer?.missed ?? 'none', metrics }
}

/**
 * Two numbers of agents, of which the smaller misses a target and the larger misses none; without
 * the smaller when even nobody would do.
 */
function bracketed(
  guess: number,
  tried: (agents: number) => Trial,
): { fewer: Trial | undefined; enough: Trial } {
  let jump = 1
  let last = tried(guess)
  if (last.missed !== undefined) {
    for (;;) {
      const next = tried(last.agents + jump)
      if (next.missed === undefined) return { fewer: last, enough: next }
      last = next
      jump *= 2
    }
  }
  while (last.agents > 0) {
    const next = tried(Math.max(0, last.agents - jump))
    if (next.missed !== undefined) return { fewer: next, enough: last }
    last = next
    jump *= 2
  }
  return { fewer: undefined, enough: last }
}
