import { portableExp } from './portable-exp.ts'

/**
 * The weight of something `age` old when its weight halves with every `halfLife`: 1 at age 0.
 *
 * @param age in the unit of `halfLife`, 0 or more
 * @param halfLife more than 0
 * @returns 0..1; ages beyond a thousand half-lives weigh nothing
 */
export function halfLifeWeight(age: number, halfLife: number): number {
  const halvings = age / halfLife
  return halvings > 1000 ? 0 : portableExp(-Math.LN2 * halvings)
}
