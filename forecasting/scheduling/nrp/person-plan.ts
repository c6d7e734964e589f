import type { NrpTables } from './nrp-tables.ts'

/**
 * One person's rules, laid out for `row-planner.ts`.
 *
 * Shifts that the same shifts may follow are of one class: what comes after does not ask which of them
 * it was. Minutes are counted in levels, the largest step that divides every shift.
 */
export interface PersonPlan {
  /** Shifts that the person may work, and the level and class of each. */
  readonly shifts: Int32Array
  readonly levels: Int32Array
  readonly classOf: Int32Array
  readonly classes: number
  /** Sets of classes that may come before a shift, each once; the last is of all classes. */
  readonly before: readonly Int32Array[]
  /** Index in `before` of each shift. */
  readonly beforeOf: Int32Array
  readonly offModes: number
  readonly minRun: number
  readonly maxRun: number
  readonly weekends: number
  readonly minLevel: number
  readonly maxLevel: number
  /** Levels between which a row can be after each day and still keep the rules in the end. */
  readonly lowest: Int32Array
  readonly highest: Int32Array
  /** Most levels between these on any day. */
  readonly span: number
  /** Shifts of which fewer may be worked than would fit. */
  readonly limits: readonly ShiftLimit[]
  /** The first day that is planned, and the run that it goes on from (`row-window.ts`). */
  readonly firstDay: number
  readonly begun: BegunRun | undefined
}

/** Days worked or off in a row before a window. */
interface BegunRun {
  readonly days: number
  /** Class of the last shift; undefined for days off. */
  readonly lastClass: number | undefined
}

/** A shift, by its index among a person's shifts, and how many of it may be worked. */
export interface ShiftLimit {
  readonly shift: number
  readonly most: number
}

export function personPlan(tables: NrpTables, person: number): PersonPlan {
  const { days, minutes } = tables
  const shifts = tables.allowed[person] as Int32Array
  const unit = Math.max(1, minutes.reduce(commonDivisor, 0))
  const levels = shifts.map((shift) => (minutes[shift] as number) / unit)
  const maxLevel = Math.floor((tables.maxMinutes[person] as number) / unit)
  const minLevel = Math.ceil((tables.minMinutes[person] as number) / unit)
  const maxRun = Math.min(days, tables.maxRun[person] as number)
  const within = levelsWithin({ tables, person, maxRun, maxLevel, minLevel, levels })
  return {
    shifts,
    levels,
    ...followers(tables, shifts),
    offModes: Math.max(1, tables.minDaysOff[person] as number),
    minRun: tables.minRun[person] as number,
    maxRun,
    weekends: Math.min(Math.ceil(days / 7), tables.maxWeekends[person] as number),
    minLevel,
    maxLevel,
    ...within,
    span: spanOf(within),
    limits: bindingLimits(tables, person, shifts),
    firstDay: 0,
    begun: undefined,
  }
}

/** Classes of the shifts by what may follow them, and the sets of classes that may come before. */
function followers(
  { forbidden, shifts: S }: NrpTables,
  shifts: Int32Array,
): Pick<PersonPlan, 'classOf' | 'classes' | 'before' | 'beforeOf'> {
  const mayFollow = (one: number, next: number): boolean => forbidden[one * S + next] !== 1
  const keys = Array.from(shifts, (one) =>
    [...shifts].filter((next) => mayFollow(one, next)).join(),
  )
  const distinct = [...new Set(keys)]
  const classOf = Int32Array.from(keys, (key) => distinct.indexOf(key))
  const setOf = Array.from(shifts, (next) =>
    [...distinct.keys()].filter((one) => mayFollow(shifts[classOf.indexOf(one)] as number, next)),
  )
  const all = [...distinct.keys()]
  const sets = new Map([...setOf, all].map((set) => [set.join(), set]))
  const before = [...sets.values()].toSorted((a, b) => a.length - b.length)
  const place = new Map(before.map((set, index) => [set.join(), index]))
  return {
    classOf,
    classes: distinct.length,
    before: before.map((set) => Int32Array.from(set)),
    beforeOf: Int32Array.from(setOf, (set) => place.get(set.join()) ?? 0),
  }
}

/** The most levels between the lowest and the highest of any day, both counted. */
export function spanOf({ lowest, highest }: Pick<PersonPlan, 'lowest' | 'highest'>): number {
  return highest.reduce((most, level, day) => Math.max(most, level - (lowest[day] ?? 0) + 1), 1)
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

function bindingLimits(tables: NrpTables, person: number, shifts: Int32Array): ShiftLimit[] {
  const { maxShifts, shifts: S, maxMinutes, minutes, days } = tables
  return Array.from(shifts, (shift, index) => ({
    shift: index,
    most: maxShifts[person * S + shift] as number,
    fit: Math.floor((maxMinutes[person] as number) / (minutes[shift] as number)),
  })).filter(({ most, fit }) => most < Math.min(days, fit))
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b)
}
