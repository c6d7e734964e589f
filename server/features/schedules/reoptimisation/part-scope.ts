import { addDays, type LocalDate } from '#forecasting/kernel/calendar.ts'
import type { Scope } from '#forecasting/scheduling/engine/scope.ts'
import { MINUTES_PER_DAY } from '#forecasting/scheduling/instance.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import type { PlanningPeriod } from '../problem/build-instance.ts'
import type { PlanningRows } from '../problem/planning-rows.ts'
import type { SchedulePart } from './reoptimisation.schema.ts'

/**
 * A part of a schedule in the engine's words. Days that have begun are never in it: whoever is at work
 * knows their shift.
 *
 * @param today the centre's own day
 * @throws {ProblemError} `part-outside-schedule`, `part-begun`, `record-unknown` for a person
 */
export function partScope(
  part: SchedulePart,
  { rows, period }: { readonly rows: PlanningRows; readonly period: PlanningPeriod },
  today: LocalDate,
): Scope {
  const days = daysOf(part, period, today)
  const operators = part.operatorIds?.map((id) => {
    const found = rows.operators.find((one) => one.id === id)
    if (found === undefined) throw new ProblemError('record-unknown')
    return found.personnelNumber
  })
  const { hours } = part
  return {
    // Hours over midnight are worked in shifts of the day before too, so there the windows decide.
    ...(hours === undefined ? { days } : { days: daysAround(days, period, today) }),
    ...(operators === undefined ? {} : { operators }),
    ...(hours === undefined ? {} : { windows: days.map((day) => windowOf(day, hours)) }),
    ...(part.breaksOnly === undefined ? {} : { breaksOnly: part.breaksOnly }),
  }
}

function daysOf({ dates }: SchedulePart, period: PlanningPeriod, today: LocalDate): number[] {
  const all = Array.from({ length: period.days }, (_, day) => day)
  const dateOf = (day: number): LocalDate => addDays(period.fromDate, day)
  const known = new Set<string>(all.map(dateOf))
  if (dates?.every((date) => known.has(date)) === false) {
    throw new ProblemError('part-outside-schedule')
  }
  const days = all.filter((day) => {
    const date = dateOf(day)
    return date > today && (dates?.includes(date) ?? true)
  })
  if (days.length === 0) throw new ProblemError('part-begun')
  return days
}

/** The days, and those before them whose shifts may last into them. */
function daysAround(days: readonly number[], period: PlanningPeriod, today: LocalDate): number[] {
  const before = days
    .map((day) => day - 1)
    .filter((day) => day >= 0 && addDays(period.fromDate, day) > today)
  return [...new Set([...before, ...days])].toSorted((a, b) => a - b)
}

function windowOf(
  day: number,
  { fromMinutes, toMinutes }: NonNullable<SchedulePart['hours']>,
): readonly [number, number] {
  const from = day * MINUTES_PER_DAY
  const nextDay = toMinutes <= fromMinutes ? MINUTES_PER_DAY : 0
  return [from + fromMinutes, from + toMinutes + nextDay]
}
