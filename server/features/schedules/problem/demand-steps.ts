import type { DemandStep, Instance } from '#forecasting/scheduling/instance.ts'
import { demandOf } from '#forecasting/scheduling/wait/wait-steps.ts'

/** The problem with another demand, each part of which has its price; the same one without any. */
export function withDemandSteps(instance: Instance, demandSteps: readonly DemandStep[]): Instance {
  if (demandSteps.length === 0) return instance
  const intervals = Object.values(instance.demand)[0]?.length ?? 0
  const skills = instance.skills.map(({ id }) => id)
  return { ...instance, demand: demandOf(demandSteps, skills, intervals), demandSteps }
}
