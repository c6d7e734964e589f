import type { Instance, Operator } from './instance.ts'

/** How many shifts of the unpopular kinds a person has. */
export interface PeopleCounts {
  readonly nights: number
  readonly weekends: number
}

/** People are compared only when they are present on most days. */
const PRESENT_SHARE = 0.75

/**
 * Groups of people among whom nights and weekends should be shared evenly: the same contract, night
 * ban and skills, and present on at least three days of four.
 */
function fairnessGroups(instance: Instance): Operator[][] {
  const compared = instance.operators.filter(
    ({ leaveDays }) => instance.days - leaveDays.length >= PRESENT_SHARE * instance.days,
  )
  const groups = Map.groupBy(compared, ({ contract, nightBan, skills }) =>
    JSON.stringify([contract, nightBan, skills.toSorted()]),
  )
  return [...groups.values()]
}

/** Price of uneven shares: the sum of squared deviations from each group's mean. */
export function unfairness(
  instance: Instance,
  counts: ReadonlyMap<string, PeopleCounts>,
): { fairNight: number; fairWeekend: number } {
  const { fairNight, fairWeekend } = instance.weights
  const spread = (kind: keyof PeopleCounts): number =>
    fairnessGroups(instance).reduce(
      (sum, members) =>
        sum + squaredDeviations(members.map(({ id }) => counts.get(id)?.[kind] ?? 0)),
      0,
    )
  return { fairNight: fairNight * spread('nights'), fairWeekend: fairWeekend * spread('weekends') }
}

function squaredDeviations(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
}
