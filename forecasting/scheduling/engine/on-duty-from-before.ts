import type { Problem } from './problem.ts'

/**
 * People still on duty from a shift before the horizon, by skill-set and slot; a fraction in a slot
 * in which they leave.
 */
export function onDutyFromBefore({
  operators,
  operatorCount,
  grid,
  demand,
}: Problem): Float64Array[] {
  const people = [...demand.skillSets].map(() => new Float64Array(grid.slots))
  for (let o = 0; o < operatorCount; o++) {
    const until = (operators.historyEnd[o] as number) / grid.slotMinutes
    const there = people[operators.skillSet[o] as number] as Float64Array
    for (let slot = 0; slot < Math.min(until, grid.slots); slot++) {
      there[slot] = (there[slot] as number) + Math.min(1, until - slot)
    }
  }
  return people
}
