import { checkSchedule, RULES } from '#forecasting/scheduling/check-schedule.ts'
import type { Instance, Schedule } from '#forecasting/scheduling/instance.ts'
import type { Breach } from '#forecasting/scheduling/rules/rule.ts'

/** A breach together with the rule set's key of its source. */
export type BrokenRule = Breach & { readonly legalSource: string | null }

const SOURCES = new Map(RULES.map((rule) => [rule.code, rule.legalSource]))

export function rulesBroken(plan: Schedule, instance: Instance): readonly BrokenRule[] {
  return checkSchedule(instance, plan).map((breach) => ({
    ...breach,
    legalSource: SOURCES.get(breach.code) ?? null,
  }))
}
