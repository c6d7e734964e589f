import { serveTiers } from './coverage-flow.ts'
import { demandTiers } from './demand-tiers.ts'
import { dutyOf, intervalCount } from './duty.ts'
import type { Instance, Schedule } from './instance.ts'

/** What one interval needs, has and lacks. */
export interface CoveredInterval {
  readonly required: number
  readonly onDuty: number
  /** Agents missing, by skill index. */
  readonly short: readonly number[]
  /** Agents missing, by tier of `demandTiers`. */
  readonly shortByTier: readonly number[]
  readonly idle: number
}

/** Agents missing by skill id and interval, when people are given to the dearest demand first. */
export type ShortageBySkill = Readonly<Record<string, readonly number[]>>

/** Shares the people on duty over the skills in every interval, each person counted once. */
export function coveredIntervals(instance: Instance, schedule: Schedule): CoveredInterval[] {
  const duty = dutyOf(instance, schedule)
  const tiers = demandTiers(instance)
  return Array.from({ length: intervalCount(instance) }, (_, t) => {
    const required = instance.skills.map(({ id }) => instance.demand[id]?.[t] ?? 0)
    const groups = duty.map(({ skills, agents }) => ({ skills, agents: agents[t] as number }))
    const demands = tiers.map(({ skill, agents }) => ({ skill, agents: agents[t] ?? 0 }))
    const { short, idle } = serveTiers(groups, demands, instance.skills.length)
    return {
      required: required.reduce((sum, agents) => sum + agents, 0),
      onDuty: groups.reduce((sum, { agents }) => sum + agents, 0),
      short: instance.skills.map((_skill, index) =>
        short.reduce((sum, agents, tier) => (tiers[tier]?.skill === index ? sum + agents : sum), 0),
      ),
      shortByTier: short,
      idle,
    }
  })
}

/** Agents missing in every interval, by skill id. */
export function coverageOf(instance: Instance, schedule: Schedule): ShortageBySkill {
  const intervals = coveredIntervals(instance, schedule)
  return Object.fromEntries(
    instance.skills.map(({ id }, skill) => [id, intervals.map(({ short }) => short[skill] ?? 0)]),
  )
}
