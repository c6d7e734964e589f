/** What `staff` printed of a forecast, as the demand of a scheduling problem. */
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'

import { daysBetween, localDate, weekdayOf } from '#forecasting/kernel/calendar.ts'
import type { Instance } from '#forecasting/scheduling/instance.ts'

import { InputError } from './command.ts'
import { checkedInput } from './json-input.ts'

const MINUTES_PER_DAY = 1440

const StaffedFile = Compile(
  Type.Array(
    Type.Object({
      queue: Type.String(),
      start: Type.String({ pattern: String.raw`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}` }),
      rostered: Type.Integer({ minimum: 0 }),
    }),
  ),
)

/**
 * The problem with its demand taken from staffed intervals: skills are the queues of the same name.
 * The first day is the first Monday in the file; a start is read as the wall clock that it shows.
 * Intervals longer than the problem's are repeated.
 *
 * @throws {InputError} if the file is of another form, has no Monday, or lacks a skill of the problem
 */
export function withStaffedDemand(instance: Instance, staffed: unknown): Instance {
  const rows = checkedInput(StaffedFile, staffed, 'the demand')
  const dates = [...new Set(rows.map(({ start }) => start.slice(0, 10)))].toSorted()
  const monday = dates.find((date) => weekdayOf(localDate(date)) === 0)
  if (monday === undefined) throw new InputError('the demand: has no Monday to begin the week with')
  const count = (instance.days * MINUTES_PER_DAY) / instance.intervalMin
  const demand = instance.skills.map(({ id }): [string, number[]] => {
    const own = rows.filter(({ queue }) => queue === id)
    if (own.length === 0)
      throw new InputError(`the demand: has no queue ${id}, a skill of the problem`)
    return [id, intervalsOf(own, { monday, count, intervalMin: instance.intervalMin })]
  })
  return { ...instance, demand: Object.fromEntries(demand) }
}

interface StaffedRow {
  readonly start: string
  readonly rostered: number
}

function intervalsOf(
  rows: readonly StaffedRow[],
  week: { readonly monday: string; readonly count: number; readonly intervalMin: number },
): number[] {
  const demand = Array.from({ length: week.count }, () => 0)
  const minutes = rows.map(({ start }) => minutesSince(week.monday, start))
  const steps = minutes.slice(1).map((minute, i) => minute - (minutes[i] as number))
  const step = Math.max(
    week.intervalMin,
    Math.min(...steps.filter((gap) => gap > 0), MINUTES_PER_DAY),
  )
  rows.forEach(({ rostered }, i) => {
    const from = Math.floor((minutes[i] as number) / week.intervalMin)
    for (
      let at = Math.max(0, from);
      at < Math.min(week.count, from + step / week.intervalMin);
      at++
    ) {
      // The hour that a clock shows twice is planned once, for the larger of its two loads.
      demand[at] = Math.max(demand[at] as number, rostered)
    }
  })
  return demand
}

function minutesSince(monday: string, start: string): number {
  const days = daysBetween(localDate(monday), localDate(start.slice(0, 10)))
  return days * MINUTES_PER_DAY + Number(start.slice(11, 13)) * 60 + Number(start.slice(14, 16))
}
