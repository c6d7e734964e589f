import { coverageOf } from '#forecasting/scheduling/coverage.ts'
import type { Instance, Schedule } from '#forecasting/scheduling/instance.ts'

/** So often a plan is looked at: to look costs as much as some hundred moves. */
const LOOK_EVERY_MS = 1000

/** Figures of the plan that the search holds, and that stopping would keep; reads the plan only now and then. */
export function figuresNowAndThen(
  instance: Instance,
): (plan: () => Schedule) => object | undefined {
  let lookedMs = performance.now()
  let latest: object | undefined
  return (plan) => {
    const nowMs = performance.now()
    if (nowMs - lookedMs < LOOK_EVERY_MS) return latest
    lookedMs = nowMs
    latest = { shortAgentHours: shortAgentHours(instance, plan()) }
    return latest
  }
}

/** Agent-hours that are missing in a plan, to one digit. */
export function shortAgentHours(instance: Instance, plan: Schedule): number {
  const hours = instance.intervalMin / 60
  const missing = Object.values(coverageOf(instance, plan)).flat()
  return Math.round(missing.reduce((sum, agents) => sum + agents, 0) * hours * 10) / 10
}
