import type { NrpTables } from './nrp-tables.ts'

/**
 * One person's rules, laid out for `row-planner.ts`.
 *
 * Modes are what the day before may have been: days off in a row (as many as matter), then by days
 * worked in a row and last shift. Minutes are counted in levels, the largest step that divides every
 * shift. A block holds the places of one mode, by `used × width + level`, where `used` packs the
 * weekends worked and the counts of the tightest limits on shifts.
 */
export interface PersonPlan {
  /** Shifts that the person may work, and the level that each adds. */
  readonly shifts: Int32Array
  readonly levels: Int32Array
  /** 1 where the second shift may follow the first, by `first × shifts + second`. */
  readonly follows: Uint8Array
  readonly offModes: number
  readonly modes: number
  readonly minRun: number
  readonly maxRun: number
  readonly width: number
  readonly block: number
  /** What one more weekend, and each shift, adds to `used`. */
  readonly weekendStep: number
  readonly usedStep: Int32Array
  /** Values of `used` that a day off may come after, and each shift, without and with a new weekend. */
  readonly usedAny: Int32Array
  readonly usedBefore: readonly { readonly same: Int32Array; readonly weekend: Int32Array }[]
  readonly minLevel: number
  /** Levels between which a row can be after each day and still keep the rules in the end. */
  readonly lowest: Int32Array
  readonly highest: Int32Array
  /** Counts of limited shifts, packed: what each shift adds, and the bits of a limit passed. */
  readonly labelStart: number
  readonly labelStep: Int32Array
  readonly labelFull: number
}

export function personPlan(tables: NrpTables, person: number): PersonPlan {
  const { days, minutes, shifts: S, forbidden } = tables
  const shifts = tables.allowed[person] as Int32Array
  const unit = Math.max(1, minutes.reduce(commonDivisor, 0))
  const levels = Int32Array.from(shifts, (shift) => (minutes[shift] as number) / unit)
  const maxLevel = Math.floor((tables.maxMinutes[person] as number) / unit)
  const minLevel = Math.ceil((tables.minMinutes[person] as number) / unit)
  const offModes = Math.max(1, tables.minDaysOff[person] as number)
  const maxRun = Math.min(days, tables.maxRun[person] as number)
  const weekends = Math.min(Math.ceil(days / 7), tables.maxWeekends[person] as number)
  const width = maxLevel + 1
  const binding = bindingLimits(tables, person, shifts)
  const counted = countedLimits(binding)
  const used = usedTable(counted, weekends, shifts.length)
  return {
    shifts,
    levels,
    follows: Uint8Array.from(
      [...shifts].flatMap((one) => [...shifts].map((next) => 1 - (forbidden[one * S + next] ?? 0))),
    ),
    offModes,
    modes: offModes + maxRun * shifts.length,
    minRun: tables.minRun[person] as number,
    maxRun,
    ...used,
    width,
    block: used.usedAny.length * width,
    minLevel,
    ...levelsWithin({ tables, person, maxRun, maxLevel, minLevel, levels }),
    ...labels(binding.slice(counted.length), shifts.length),
  }
}

/** States of planning rows: of the person with the most, and of all people together. */
export function planningStates(tables: NrpTables): { readonly most: number; readonly all: number } {
  const states = Array.from({ length: tables.people }, (_, person) => {
    const { modes, block } = personPlan(tables, person)
    return modes * block * tables.days
  })
  return { most: Math.max(...states), all: states.reduce((sum, count) => sum + count, 0) }
}

function levelsWithin(of: {
  readonly tables: NrpTables
  readonly person: number
  readonly maxRun: number
  readonly maxLevel: number
  readonly minLevel: number
  readonly levels: Int32Array
}): Pick<PersonPlan, 'lowest' | 'highest'> {
  const { tables, person, maxRun, maxLevel, minLevel, levels } = of
  const { days, mustBeOff } = tables
  const rest = Math.max(1, tables.minDaysOff[person] as number)
  const longest = levels.reduce((most, level) => Math.max(most, level), 0)
  const open = Array.from({ length: days }, (_, day) => mustBeOff[person * days + day] === 0)
  const workable = mostDays(open, maxRun, rest)
  const workableAfter = mostDays(open.toReversed(), maxRun, rest)
  return {
    highest: Int32Array.from(workable, (count) => Math.min(maxLevel, count * longest)),
    lowest: Int32Array.from(open, (_, day) => {
      const after = day + 1 === days ? 0 : (workableAfter[days - day - 2] ?? 0)
      return Math.max(0, minLevel - after * longest)
    }),
  }
}

/** Most days that can be worked up to each day: runs of `maxRun`, then `rest` days off. */
function mostDays(open: readonly boolean[], maxRun: number, rest: number): number[] {
  const best: number[] = []
  for (let day = 0; day < open.length; day++) {
    let most = best[day - 1] ?? 0
    for (let run = 1; run <= maxRun && run <= day + 1; run++) {
      if (open[day - run + 1] !== true) break
      const before = day - run - rest
      most = Math.max(most, run + (before >= 0 ? (best[before] ?? 0) : 0))
    }
    best.push(most)
  }
  return best
}

/** A shift, by its index among a person's shifts, of which fewer may be worked than would fit. */
interface Limit {
  readonly a: number
  readonly most: number
}

/** Limits that can bind, tightest first. */
function bindingLimits(tables: NrpTables, person: number, shifts: Int32Array): Limit[] {
  const { maxShifts, shifts: S, maxMinutes, minutes, days } = tables
  return [...shifts.keys()]
    .map((a) => ({ a, most: maxShifts[person * S + (shifts[a] as number)] as number }))
    .filter(({ a, most }) => {
      const length = minutes[shifts[a] as number] as number
      return most < Math.min(days, Math.floor((maxMinutes[person] as number) / length))
    })
    .toSorted((one, other) => one.most - other.most)
}

/** More states than this for the counts of shifts would make the search slow. */
const COUNTED_MAX = 12

/** The limits whose counts are part of the state; for the others see `labels`. */
function countedLimits(binding: readonly Limit[]): Limit[] {
  const counted: Limit[] = []
  let states = 1
  for (const limit of binding) {
    states *= limit.most + 1
    if (states > COUNTED_MAX) break
    counted.push(limit)
  }
  return counted
}

type UsedTable = Pick<PersonPlan, 'weekendStep' | 'usedStep' | 'usedAny' | 'usedBefore'>

function usedTable(counted: readonly Limit[], weekends: number, shifts: number): UsedTable {
  const usedStep = new Int32Array(shifts)
  let states = 1
  for (const { a, most } of counted) {
    usedStep[a] = states
    states *= most + 1
  }
  const all = Array.from({ length: (weekends + 1) * states }, (_, used) => used)
  const usedBefore = Array.from({ length: shifts }, (_, shift) => {
    const limit = counted.find(({ a }) => a === shift)
    const step = usedStep[shift] as number
    const isOpen = (used: number): boolean =>
      limit === undefined || Math.floor(used / step) % (limit.most + 1) < limit.most
    return {
      same: Int32Array.from(all.filter(isOpen)),
      weekend: Int32Array.from(all.filter((used) => isOpen(used) && used < weekends * states)),
    }
  })
  return { weekendStep: states, usedStep, usedAny: Int32Array.from(all), usedBefore }
}

const LABEL_BITS = 31

/** Packs the counts of the limits that are no part of the state, as many as fit into a label. */
function labels(
  limits: readonly Limit[],
  shifts: number,
): Pick<PersonPlan, 'labelStart' | 'labelStep' | 'labelFull'> {
  const labelStep = new Int32Array(shifts)
  let labelStart = 0
  let labelFull = 0
  let from = 0
  for (const { a, most } of limits) {
    const bits = 1 + Math.ceil(Math.log2(most + 1))
    if (from + bits > LABEL_BITS) break
    labelStep[a] = 2 ** from
    // The field begins so high that the first shift too many carries into its top bit.
    labelStart += (2 ** (bits - 1) - 1 - most) * 2 ** from
    labelFull += 2 ** (from + bits - 1)
    from += bits
  }
  return { labelStart, labelStep, labelFull }
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b)
}
