import type { Problem } from './problem.ts'
import type { Roster } from './roster.ts'

/** By how much a person's counts of night and weekend shifts change. */
interface ShareChange {
  readonly o: number
  readonly nights: number
  readonly weekends: number
}

/**
 * Cost of unfairness that a change of a person's counts would add: the sum of squared deviations
 * from the group's mean is `Σx² − (Σx)² / n`, so a change needs no look at the rest of the group.
 */
export function fairnessChange(
  { instance, operators }: Problem,
  roster: Roster,
  { o, nights, weekends }: ShareChange,
): number {
  const group = operators.fairGroup[o] as number
  if (group < 0 || (nights === 0 && weekends === 0)) return 0
  const size = operators.fairGroupSizes[group] as number
  const nightSum = roster.groupSums[group * 2] as number
  const weekendSum = roster.groupSums[group * 2 + 1] as number
  const { fairNight, fairWeekend } = instance.weights
  return (
    fairNight *
      nights *
      (2 * (roster.nights[o] as number) + nights - (2 * nightSum + nights) / size) +
    fairWeekend *
      weekends *
      (2 * (roster.weekends[o] as number) + weekends - (2 * weekendSum + weekends) / size)
  )
}

/** Cost of unfairness over all groups. */
export function fairnessTotal(problem: Problem, roster: Roster): number {
  const { fairGroup, fairGroupSizes } = problem.operators
  const { fairNight, fairWeekend } = problem.instance.weights
  let total = 0
  fairGroup.forEach((group, o) => {
    if (group < 0) return
    total += fairNight * squared(roster.nights[o] as number)
    total += fairWeekend * squared(roster.weekends[o] as number)
  })
  fairGroupSizes.forEach((size, group) => {
    total -= (fairNight * squared(roster.groupSums[group * 2] as number)) / size
    total -= (fairWeekend * squared(roster.groupSums[group * 2 + 1] as number)) / size
  })
  return total
}

/** Not by `**`, whose last bit is the machine's. */
function squared(count: number): number {
  return count * count
}

/** Writes down a change of a person's counts. */
export function keepShare(
  { operators }: Problem,
  roster: Roster,
  { o, nights, weekends }: ShareChange,
): void {
  roster.nights[o] = (roster.nights[o] as number) + nights
  roster.weekends[o] = (roster.weekends[o] as number) + weekends
  const group = operators.fairGroup[o] as number
  if (group < 0) return
  const sums = roster.groupSums
  sums[group * 2] = (sums[group * 2] as number) + nights
  sums[group * 2 + 1] = (sums[group * 2 + 1] as number) + weekends
}
