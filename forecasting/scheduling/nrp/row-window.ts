import { beginsWeekend } from './begins-weekend.ts'
import { OFF } from './nrp-instance.ts'
import { type PersonPlan, spanOf } from './person-plan.ts'

/** Days of a row that are planned anew, `from` up to before `to`; the days around them stay. */
export interface RowWindow {
  readonly from: number
  readonly to: number
  /**
   * Given where the days after it are still to be planned: by how many shifts the row may be ahead of
   * its even share of minutes, or behind.
   */
  readonly spareShifts?: number
}

/** How far a row may be from its share of minutes on any day, besides what is spared. */
const NEAR_SHIFTS = 5

/**
 * A person's plan for a window: what the days around it use of minutes, weekends and limited shifts is
 * taken off, so that planning takes no longer in a year than in a month.
 *
 * @param row what is kept outside of the window, in a row that keeps every rule
 * @returns undefined when the days around it leave no minutes or weekends that would do
 */
export function planWithin(
  plan: PersonPlan,
  window: RowWindow,
  row: Int8Array,
): PersonPlan | undefined {
  const { from, to, spareShifts } = window
  const share = spareShifts === undefined ? 1 : to / row.length
  const endDay = spareShifts === undefined ? settledFrom(plan, row, to) : to
  const longest = plan.levels.reduce((most, level) => Math.max(most, level), 0)
  // At the last day of all the limits are what they are.
  const spare = share === 1 ? 0 : (spareShifts ?? 0) * longest
  const used = usedOutside(plan, row, { from, to: endDay })
  const count = endDay - from
  const most = Math.min(plan.maxLevel, Math.floor(plan.maxLevel * share + spare))
  const maxLevel = Math.min(most - used.levels, count * longest)
  const minLevel = Math.max(0, Math.ceil(plan.minLevel * share - spare) - used.levels)
  const weekends = Math.ceil(plan.weekends * share) - used.weekends
  if (maxLevel < minLevel || weekends < 0) return undefined
  // A row that is planned by shares keeps near them on every day, which makes a whole year no larger.
  const near = spareShifts === undefined ? Number.POSITIVE_INFINITY : NEAR_SHIFTS * longest + spare
  const shareOn = (day: number, level: number): number =>
    (level * (from + day + 1)) / row.length - used.levels
  const days = Array.from({ length: count }, (_, day) => day)
  const within = {
    highest: Int32Array.from(days, (day) =>
      Math.floor(Math.min(maxLevel, (day + 1) * longest, shareOn(day, plan.maxLevel) + near)),
    ),
    lowest: Int32Array.from(days, (day) =>
      Math.ceil(
        Math.max(0, minLevel - (count - 1 - day) * longest, shareOn(day, plan.minLevel) - near),
      ),
    ),
  }
  return {
    ...plan,
    firstDay: from,
    begun: runBefore(plan, row, from),
    weekends: Math.min(weekends, Math.ceil(count / 7) + 1),
    minLevel,
    maxLevel,
    ...within,
    span: spanOf(within),
    limits: plan.limits
      .map(({ shift, most: all }) => ({
        shift,
        most: Math.max(0, Math.ceil(all * share) - (used.counts[shift] as number)),
      }))
      .filter((limit) => limit.most < count),
  }
}

/**
 * The day from which on nothing hangs on the days before `to`: the run that goes on there has ended,
 * or the rest is long enough.
 */
function settledFrom({ offModes }: PersonPlan, row: Int8Array, to: number): number {
  const isOff = row[to] === OFF
  let day = to
  while (day < row.length && (row[day] === OFF) === isOff) {
    if (isOff && day - to >= offModes) break
    day++
  }
  return Math.min(row.length, day + 1)
}

function usedOutside(
  { shifts, levels }: PersonPlan,
  row: Int8Array,
  { from, to }: RowWindow,
): { levels: number; weekends: number; counts: Int32Array } {
  const used = { levels: 0, weekends: 0, counts: new Int32Array(shifts.length) }
  for (let day = 0; day < row.length; day++) {
    if (day === from) day = to
    const choice = row[day] ?? OFF
    if (choice === OFF) continue
    const shift = shifts.indexOf(choice)
    used.levels += levels[shift] as number
    used.counts[shift] = (used.counts[shift] as number) + 1
    if (beginsWeekend(day, row[day - 1] === OFF)) used.weekends++
  }
  return used
}

/** The run of days worked or off that a window goes on from; undefined at the first day of all. */
function runBefore(
  { shifts, classOf }: PersonPlan,
  row: Int8Array,
  from: number,
): PersonPlan['begun'] {
  const last = row[from - 1]
  if (last === undefined) return undefined
  let day = from - 1
  while (day > 0 && (row[day - 1] === OFF) === (last === OFF)) day--
  const lastClass = last === OFF ? undefined : (classOf[shifts.indexOf(last)] as number)
  return { days: from - day, lastClass }
}
