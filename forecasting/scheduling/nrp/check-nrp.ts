import { type NrpInstance, type NrpPerson, type NrpRoster, OFF } from './nrp-instance.ts'

export interface NrpCheck {
  /** Broken hard rules, each in words. */
  readonly breaches: readonly string[]
  /** Weights of requests not granted and of people missing or too many. */
  readonly penalty: number
}

/** Judges a roster by the instance alone; shares nothing with the search. */
export function checkNrp(instance: NrpInstance, roster: NrpRoster): NrpCheck {
  const { days, staff } = instance
  const breaches = staff.flatMap((person, p) => {
    const row = [...roster.subarray(p * days, (p + 1) * days)]
    return rowBreaches(instance, person, row).map((text) => `${person.id}: ${text}`)
  })
  return { breaches, penalty: requestPenalty(instance, roster) + coverPenalty(instance, roster) }
}

function rowBreaches(
  { shifts, days }: NrpInstance,
  person: NrpPerson,
  row: readonly number[],
): string[] {
  const worked = row.filter((shift) => shift !== OFF)
  const minutes = worked.reduce((sum, shift) => sum + (shifts[shift]?.minutes ?? 0), 0)
  const weekends = Math.ceil(days / 7)
  const busyWeekends = Array.from({ length: weekends }, (_, week) => week).filter((week) =>
    [5, 6].some((day) => (row[week * 7 + day] ?? OFF) !== OFF),
  ).length
  const faults = [
    [minutes < person.minMinutes, 'too few minutes'],
    [minutes > person.maxMinutes, 'too many minutes'],
    [busyWeekends > person.maxWeekends, 'too many weekends'],
    [person.daysOff.some((day) => (row[day] ?? OFF) !== OFF), 'works on a day off'],
    ...person.maxShifts.map((most, shift) => [
      worked.filter((one) => one === shift).length > most,
      `too many ${shifts[shift]?.id}`,
    ]),
    ...row.map((shift, day) => [
      shifts[row[day - 1] ?? OFF]?.forbiddenNext.includes(shift) === true,
      `a forbidden succession on day ${day}`,
    ]),
    ...runsOf(row).map(({ isWork, first, length }) => {
      const touchesEnd = first === 0 || first + length === days
      const least = isWork ? person.minRun : person.minDaysOff
      const isWrong = (isWork && length > person.maxRun) || (!touchesEnd && length < least)
      return [isWrong, `a run of ${length} ${isWork ? 'days' : 'days off'} from day ${first}`]
    }),
  ] as const
  return faults.filter(([isBroken]) => isBroken === true).map(([, text]) => String(text))
}

function runsOf(row: readonly number[]): { isWork: boolean; first: number; length: number }[] {
  const runs: { isWork: boolean; first: number; length: number }[] = []
  row.forEach((shift, day) => {
    const isWork = shift !== OFF
    const run = runs.at(-1)
    if (run?.isWork === isWork) run.length++
    else runs.push({ isWork, first: day, length: 1 })
  })
  return runs
}

function requestPenalty({ requests, days }: NrpInstance, roster: NrpRoster): number {
  return requests
    .filter(({ person, day, shift, wants }) => (roster[person * days + day] === shift) !== wants)
    .reduce((sum, { weight }) => sum + weight, 0)
}

function coverPenalty({ cover, staff, days }: NrpInstance, roster: NrpRoster): number {
  return cover.reduce((sum, { day, shift, people, underWeight, overWeight }) => {
    const there = staff.filter((_, p) => roster[p * days + day] === shift).length
    return (
      sum + Math.max(0, people - there) * underWeight + Math.max(0, there - people) * overWeight
    )
  }, 0)
}
