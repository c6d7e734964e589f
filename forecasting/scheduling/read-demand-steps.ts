import { PRICE } from './instance-limits.ts'
import type { DemandStep, Instance } from './instance.ts'
import type { JsonCursor } from './json-cursor.ts'

const AGENTS_MAX = 1_000_000
const ROUNDING = 1e-6

/** Reads the steps of the demand; those of a skill must add up to what is required of it. */
export function readDemandSteps(
  cursor: JsonCursor,
  { skills, demand }: Pick<Instance, 'skills' | 'demand'>,
): DemandStep[] {
  const steps = cursor.items().map((item) => ({
    skill:
      item
        .object()
        .field('skill')
        .oneOf(skills.map(({ id }) => id)) ?? '',
    price: item.field('price').number(PRICE),
    agents: item
      .field('agents')
      .items()
      .map((agents) => agents.number({ min: 0, max: AGENTS_MAX })),
  }))
  for (const { id } of skills) {
    const own = steps.filter(({ skill }) => skill === id)
    const required = demand[id] ?? []
    const isWhole = required.every((agents, interval) => {
      const sum = own.reduce((total, step) => total + (step.agents[interval] ?? 0), 0)
      return Math.abs(sum - agents) < ROUNDING
    })
    if (!isWhole)
      cursor.report('wrong_value', { allowed: `the demand of ${id} in all`, got: 'else' })
  }
  return steps
}
