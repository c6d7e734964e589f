/**
 * Staffing to a promise that counts over a whole period, as the order's does: the mean wait and the
 * lost share of all contacts of a week together. A quiet night may then wait so that a busy morning
 * need not, and fewer agent-hours do.
 *
 * By marginal analysis: from the fewest agents that each interval is allowed, the next agent goes
 * where it saves the most of what is still missing, which is best possible up to the last agent
 * while every interval's wait is convex in its agents (E. Koole, A. Pot, "A note on profit
 * maximization and monotonicity for inbound call centers", 2011; B. Fox, "Discrete optimization via
 * marginal analysis", Management Science 13, 1966). Agents that the rounding left over go again.
 */
import type { QueueMetrics } from './queue-metrics.ts'

export interface PeriodInterval {
  readonly contacts: number
  /** Fewest agents that the interval may have; its wait must be finite with them. */
  readonly floor: number
  readonly evaluate: (agents: number) => QueueMetrics
}

/** Of all contacts of the period together. */
export interface PeriodGoal {
  /** Largest mean wait of those answered. */
  readonly asaSeconds: number
  /** Largest share that gives up. */
  readonly abandonShare: number
}

/** What an interval adds to what the period may not exceed: above 0 is too much. */
interface Excess {
  readonly wait: number
  readonly lost: number
}

interface Slot {
  agents: number
  excess: Excess
  /** With one agent more. */
  next: Excess
}

/**
 * The fewest agents in every interval that keep the period's promise.
 *
 * @throws {RangeError} if an interval waits without end with its fewest agents
 */
export function leastForPeriod(intervals: readonly PeriodInterval[], goal: PeriodGoal): number[] {
  const excessOf = (t: number, agents: number): Excess =>
    excessAt(intervals[t] as PeriodInterval, agents, goal)
  const slots = intervals.map(({ floor }, t): Slot => {
    const excess = excessOf(t, floor)
    if (!Number.isFinite(excess.wait)) {
      throw new RangeError(`floor of interval ${t} must end its wait, got ${floor}`)
    }
    return { agents: floor, excess, next: excessOf(t, floor + 1) }
  })
  let total = sumOf(slots)
  while (isMissed(total)) {
    const best = mostSaving(slots, total)
    if (best < 0) break
    const slot = slots[best] as Slot
    total = {
      wait: total.wait + slot.next.wait - slot.excess.wait,
      lost: total.lost + slot.next.lost - slot.excess.lost,
    }
    slot.agents++
    slot.excess = slot.next
    slot.next = excessOf(best, slot.agents + 1)
  }
  dropNeedless(slots, intervals, excessOf)
  return slots.map(({ agents }) => agents)
}

function excessAt(
  { contacts, evaluate }: PeriodInterval,
  agents: number,
  goal: PeriodGoal,
): Excess {
  const { asaSeconds, abandonShare } = evaluate(agents)
  return {
    wait: contacts * (1 - abandonShare) * (asaSeconds - goal.asaSeconds),
    lost: contacts * (abandonShare - goal.abandonShare),
  }
}

/** Rounding of sums must not ask for an agent. */
const SLACK = 1e-9

function isMissed({ wait, lost }: Excess): boolean {
  return wait > SLACK || lost > SLACK
}

function sumOf(slots: readonly Slot[]): Excess {
  return {
    wait: slots.reduce((sum, { excess }) => sum + excess.wait, 0),
    lost: slots.reduce((sum, { excess }) => sum + excess.lost, 0),
  }
}

/** Savings of wait and of losses count by the part of what is still missing that they make good. */
function mostSaving(slots: readonly Slot[], total: Excess): number {
  let best = -1
  let most = 0
  for (const [t, { excess, next }] of slots.entries()) {
    const ofWait = total.wait > SLACK ? (excess.wait - next.wait) / total.wait : 0
    const ofLost = total.lost > SLACK ? (excess.lost - next.lost) / total.lost : 0
    if (ofWait + ofLost <= most) continue
    best = t
    most = ofWait + ofLost
  }
  return best
}

/** Takes agents away while the promise is kept, first where they are missed least. */
function dropNeedless(
  slots: readonly Slot[],
  intervals: readonly PeriodInterval[],
  excessOf: (t: number, agents: number) => Excess,
): void {
  let total = sumOf(slots)
  const costs = slots.map(({ agents, excess }, t) => ({
    t,
    cost: agents > (intervals[t]?.floor ?? 0) ? excessOf(t, agents - 1).wait - excess.wait : 0,
  }))
  for (const { t } of costs.toSorted((a, b) => a.cost - b.cost)) {
    const slot = slots[t] as Slot
    if (slot.agents <= (intervals[t]?.floor ?? 0)) continue
    const fewer = excessOf(t, slot.agents - 1)
    const without = {
      wait: total.wait + fewer.wait - slot.excess.wait,
      lost: total.lost + fewer.lost - slot.excess.lost,
    }
    if (isMissed(without)) continue
    slot.agents--
    slot.excess = fewer
    total = without
  }
}
