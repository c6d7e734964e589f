import type { Problem } from '../engine/problem.ts'
import type { BreakStarts } from './break-rows.ts'
import type { Entry, LinearProgramBuilder } from './linear-program.ts'
import type { ShiftVariables } from './shift-rows.ts'

/** Variable of how many people of a skill-set are on duty, by `skillSet` and slot. */
export type Presence = readonly (readonly number[])[]

/**
 * Adds who is on duty, from slot to slot: shifts that start bring people, shifts that end and breaks
 * take them away. People on duty from before the horizon are not counted here.
 */
export function addPresence(
  builder: LinearProgramBuilder,
  problem: Problem,
  work: { readonly shifts: ShiftVariables; readonly pauses: readonly BreakStarts[] },
): Presence {
  const { grid, demand, shapes } = problem
  return [...demand.skillSets.keys()].map((skillSet) => {
    // What changes at the start of each slot, one sum of factors by variable.
    const changes = Array.from({ length: grid.slots }, () => new Map<number, number>())
    const change = (slot: number, column: number, by: number): void => {
      const here = changes[slot]
      here?.set(column, (here.get(column) ?? 0) + by)
    }
    for (const shift of work.shifts) {
      if (shift.skillSet !== skillSet) continue
      change(shift.first, shift.column, 1)
      change(shift.first + (shapes.spanSlots[shift.shape] as number), shift.column, -1)
    }
    for (const pause of work.pauses) {
      if (pause.skillSet !== skillSet) continue
      pause.columns.forEach((column, index) => {
        change(pause.first + index, column, -1)
        change(pause.first + index + pause.slots, column, 1)
      })
    }
    return changes.reduce<number[]>((columns, here) => {
      const now = builder.variable(0)
      const before = columns.at(-1)
      const entries: Entry[] = [[now, -1], ...here]
      if (before !== undefined) entries.push([before, 1])
      builder.row(entries, 0, 0)
      columns.push(now)
      return columns
    }, [])
  })
}
