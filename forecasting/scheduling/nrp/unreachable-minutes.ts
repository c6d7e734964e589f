import { type NrpInstance, type NrpPerson, OFF } from './nrp-instance.ts'
import { type NrpTables, nrpTables } from './nrp-tables.ts'
import { RowPlanner } from './row-planner.ts'

/** A person who has no row that keeps every rule. */
export interface UnreachableMinutes {
  readonly person: string
  readonly minMinutes: number
  /** The most minutes that a row can have which keeps every other rule. */
  readonly maxReachableMinutes: number
  /** Rules of which each, lifted alone, would let the minutes be reached. */
  readonly freedBy: readonly NrpRule[]
}

export type NrpRule = keyof typeof LIFTED

/** A person alone, with one rule lifted. */
const LIFTED = {
  'days-off': ({ days, person }: Lifting) => ({ days, person: { ...person, daysOff: [] } }),
  'longest-run': ({ days, person }: Lifting) => ({ days, person: { ...person, maxRun: days } }),
  'shortest-run': ({ days, person }: Lifting) => ({ days, person: { ...person, minRun: 1 } }),
  'days-off-in-a-row': ({ days, person }: Lifting) => ({
    days,
    person: { ...person, minDaysOff: 1 },
  }),
  weekends: ({ days, person }: Lifting) => ({ days, person: { ...person, maxWeekends: days } }),
  'shifts-of-a-kind': ({ days, person }: Lifting) => ({
    days,
    person: { ...person, maxShifts: person.maxShifts.map(() => days) },
  }),
  successions: ({ days, person }: Lifting) => ({ days, person, mayFollow: true }),
  'most-minutes': ({ days, person }: Lifting) => ({
    days,
    person: { ...person, maxMinutes: Math.max(person.minMinutes, LONGEST_DAY_MINUTES * days) },
  }),
} as const

interface Lifting {
  readonly days: number
  readonly person: NrpPerson
  /** True when every shift may follow every other one. */
  readonly mayFollow?: boolean
}

const LONGEST_DAY_MINUTES = 24 * 60

/**
 * Finds who has no row that keeps every rule. A row without any shift breaks none but the least minutes,
 * and no rule is about two people; so an instance can be kept unless somebody's least minutes are out of
 * reach: more than all the days hold, or between what whole shifts add up to.
 */
export function unreachableMinutes(instance: NrpInstance): UnreachableMinutes[] {
  return instance.staff.flatMap((person) => {
    const alone = { days: instance.days, person }
    const maxReachableMinutes = shortOf(instance, alone)
    if (maxReachableMinutes === undefined) return []
    const { id, minMinutes } = person
    const rules = Object.keys(LIFTED) as NrpRule[]
    const freedBy = rules.filter((rule) => shortOf(instance, LIFTED[rule](alone)) === undefined)
    return [{ person: id, minMinutes, maxReachableMinutes, freedBy }]
  })
}

/** The instance with the least minutes of these people as low as their other rules make them. */
export function withReachableMinutes(
  instance: NrpInstance,
  unreachable: readonly UnreachableMinutes[],
): NrpInstance {
  if (unreachable.length === 0) return instance
  const most = new Map(unreachable.map((one) => [one.person, one.maxReachableMinutes]))
  return {
    ...instance,
    staff: instance.staff.map((person) => ({
      ...person,
      minMinutes: most.get(person.id) ?? person.minMinutes,
    })),
  }
}

/** The most minutes that the person can work, where that is proven to be too few. */
function shortOf(
  { shifts }: NrpInstance,
  { days, person, mayFollow = false }: Lifting,
): number | undefined {
  const alone = {
    days,
    shifts: mayFollow ? shifts.map((shift) => ({ ...shift, forbiddenNext: [] })) : shifts,
    staff: [person],
    requests: [],
    cover: [],
  }
  const tables = nrpTables(alone)
  if (hasRow(tables)) return undefined
  // With shifts of no minutes, minutes are no part of the planner's states: they are the price alone.
  const unlimited = mostMinutes({ ...tables, minutes: tables.minutes.map(() => 0) }, shifts)
  if (unlimited.bound < person.minMinutes) return unlimited.worked
  const within = mostMinutes(tables, shifts)
  return within.bound < person.minMinutes ? within.worked : undefined
}

/**
 * Plans a row with as many minutes as can be, whatever the least is.
 *
 * @returns the minutes of that row, and what no row has more than; both are the same but where limits on
 *   shifts are too many to count
 */
function mostMinutes(
  tables: NrpTables,
  shifts: NrpInstance['shifts'],
): { readonly worked: number; readonly bound: number } {
  const row = new Int8Array(tables.days).fill(OFF)
  const prices = new Float64Array(tables.days * (shifts.length + 1))
  for (let at = 0; at < prices.length; at++) {
    prices[at] = -(shifts[(at % (shifts.length + 1)) - 1]?.minutes ?? 0)
  }
  const planner = new RowPlanner({ ...tables, minMinutes: Int32Array.of(0) })
  const cost = planner.plan(0, prices, row)
  const worked = row.reduce((sum, shift) => sum + (shifts[shift]?.minutes ?? 0), 0)
  // Days too many to plan at once prove nothing.
  return { worked, bound: Math.abs(cost) }
}

function hasRow(tables: NrpTables): boolean {
  const prices = new Float64Array(tables.days * (tables.shifts + 1))
  return Number.isFinite(new RowPlanner(tables).plan(0, prices, new Int8Array(tables.days)))
}
