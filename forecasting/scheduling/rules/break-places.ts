import { inOrder, workBetween } from '../break-windows.ts'
import { BREAK_GRID_MINUTES, type InstanceRules } from '../instance.ts'
import type { Finding, RosteredShift, Rule } from './rule.ts'

/**
 * R04: a shift has exactly the breaks of its shape, each in its window and on the grid of the wall
 * clock, with enough work before, between and after them.
 */
export const breakPlaces: Rule = {
  code: 'R04',
  name: 'break_places',
  check: ({ instance, shifts }) => shifts.flatMap((rostered) => findings(rostered, instance.rules)),
}

function findings(rostered: RosteredShift, rules: InstanceRules): Finding[] {
  const { shift, shape, day, startMin, endMin } = rostered
  const found: Finding[] = []
  const add = (atMin: number, values: Finding['values']): void => {
    found.push({ atMin, days: [day], values })
  }
  const breaks = shift.breaks.toSorted((a, b) => a.start - b.start)
  const needed = inOrder(shape)
  if (breaks.length !== needed.length) {
    add(startMin, { breaks: breaks.length, neededBreaks: needed.length })
    return found
  }
  let workFrom = startMin
  needed.forEach((window, index) => {
    const pause = breaks[index]
    if (pause === undefined) return
    const { kind, len, start } = pause
    if (kind !== window.kind || len !== window.lenMin) {
      add(start, { kind, lenMin: len, neededKind: window.kind, neededLenMin: window.lenMin })
    }
    const offsetMin = start - startMin
    if (offsetMin < window.fromMin || offsetMin > window.toMin) {
      add(start, { offsetMin, fromMin: window.fromMin, toMin: window.toMin })
    }
    if (start % BREAK_GRID_MINUTES !== 0) add(start, { gridMin: BREAK_GRID_MINUTES })
    const leastWorkMin = workBetween(breaks[index - 1], pause, rules)
    if (start - workFrom < leastWorkMin) add(start, { workMin: start - workFrom, leastWorkMin })
    workFrom = start + len
  })
  const leastWorkMin = workBetween(breaks.at(-1), undefined, rules)
  if (endMin - workFrom < leastWorkMin) add(endMin, { workMin: endMin - workFrom, leastWorkMin })
  return found
}
