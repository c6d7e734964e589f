import type { Problem } from './problem.ts'
import type { Roster } from './roster.ts'
import type { RowScan } from './row-cost.ts'

/**
 * Cost of unfairness that a person's new counts would add: the sum of squared deviations from the
 * group's mean is `Σx² − (Σx)² / n`, so a change needs no look at the rest of the group.
 */
export function fairnessChange(problem: Problem, roster: Roster, o: number, scan: RowScan): number {
  const group = problem.operators.fairGroup[o] as number
  if (group < 0) return 0
  const size = problem.operators.fairGroupSizes[group] as number
  const nights = roster.nights[o] as number
  const weekends = roster.weekends[o] as number
  if (nights === scan.nights && weekends === scan.weekends) return 0
  const { fairNight, fairWeekend } = problem.instance.weights
  const nightSum = roster.groupSums[group * 2] as number
  const weekendSum = roster.groupSums[group * 2 + 1] as number
  return (
    fairNight *
      (scan.nights ** 2 -
        nights ** 2 -
        ((nightSum + scan.nights - nights) ** 2 - nightSum ** 2) / size) +
    fairWeekend *
      (scan.weekends ** 2 -
        weekends ** 2 -
        ((weekendSum + scan.weekends - weekends) ** 2 - weekendSum ** 2) / size)
  )
}

/** Cost of unfairness over all groups. */
export function fairnessTotal(problem: Problem, roster: Roster): number {
  const { fairGroup, fairGroupSizes } = problem.operators
  const { fairNight, fairWeekend } = problem.instance.weights
  let total = 0
  fairGroup.forEach((group, o) => {
    if (group < 0) return
    total += fairNight * (roster.nights[o] as number) ** 2
    total += fairWeekend * (roster.weekends[o] as number) ** 2
  })
  fairGroupSizes.forEach((size, group) => {
    total -= (fairNight * (roster.groupSums[group * 2] as number) ** 2) / size
    total -= (fairWeekend * (roster.groupSums[group * 2 + 1] as number) ** 2) / size
  })
  return total
}

/** Writes down what a scan of an accepted row found. */
export function keepScan(problem: Problem, roster: Roster, o: number, scan: RowScan): void {
  const group = problem.operators.fairGroup[o] as number
  if (group >= 0) {
    const sums = roster.groupSums
    sums[group * 2] = (sums[group * 2] as number) + scan.nights - (roster.nights[o] as number)
    sums[group * 2 + 1] =
      (sums[group * 2 + 1] as number) + scan.weekends - (roster.weekends[o] as number)
  }
  roster.nights[o] = scan.nights
  roster.weekends[o] = scan.weekends
  roster.rowCost[o] = scan.cost
}
