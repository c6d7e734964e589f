import { onDutyFromBefore } from '../engine/on-duty-from-before.ts'
import type { Problem } from '../engine/problem.ts'
import type { Entry, LinearProgramBuilder } from './linear-program.ts'
import type { Presence } from './presence-rows.ts'

/** Demand so near to a whole number of people is one. */
const ROUNDING = 1e-6

/**
 * Adds what shortage and idleness cost in every interval of the demand: for each level of prices, at
 * least the excess of the demand of every deciding subset of skills over the people who have one of
 * them. Who is there for a part of an interval counts for that part.
 *
 * @param options.areWhole true where `presence` counts whole people in every slot of a plan; then what is
 *   short between two whole numbers of people is priced on the straight line between them
 */
export function addCoverage(
  builder: LinearProgramBuilder,
  problem: Problem,
  presence: Presence,
  { areWhole }: { readonly areWhole: boolean },
): void {
  const { grid, demand } = problem
  const already = onDutyFromBefore(problem)
  const slotsEach = grid.slotsPerInterval
  const last = demand.levelStep.length - 1
  for (let first = 0; first < grid.slots; first += slotsEach) {
    const interval = { presence, already, first, slotsEach, areWhole }
    addIdleness(builder, problem, interval)
    for (let level = 0; level <= last; level++) {
      const price = (demand.levelStep[level] as number) + (level === last ? demand.idlePrice : 0)
      const short = builder.variable(price * slotsEach)
      addShortage(builder, problem, { ...interval, level, short })
    }
  }
}

interface Interval {
  readonly presence: Presence
  /** People on duty from before the horizon, by skill-set and slot. */
  readonly already: readonly Float64Array[]
  readonly first: number
  readonly slotsEach: number
  readonly areWhole: boolean
}

/** Whoever is on duty beyond what is needed: all there are, less the demand, plus the shortage. */
function addIdleness(
  builder: LinearProgramBuilder,
  { demand }: Problem,
  { presence, already, first, slotsEach }: Interval,
): void {
  builder.addOffset(-demand.idlePrice * (demand.allDemand[first / slotsEach] as number))
  for (let slot = first; slot < first + slotsEach; slot++) {
    presence.forEach((columns, set) => {
      builder.addCost(columns[slot] ?? 0, demand.idlePrice)
      builder.addOffset(demand.idlePrice * (already[set]?.[slot] ?? 0))
    })
  }
}

function addShortage(
  builder: LinearProgramBuilder,
  { demand }: Problem,
  part: Interval & {
    readonly level: number
    /** Variable of the shortage at the level. */
    readonly short: number
  },
): void {
  const { presence, already, first, slotsEach, level, short } = part
  const entryCount = demand.entrySubset.length
  const slots = Array.from({ length: slotsEach }, (_, index) => first + index)
  const end = demand.levelFrom[level + 1] as number
  for (let entry = demand.levelFrom[level] as number; entry < end; entry++) {
    const able = [...demand.skillSets.keys()].filter(
      (set) => demand.entryReaches[set * entryCount + entry] === 1,
    )
    const there = able.flatMap((set) => slots.map((slot) => already[set]?.[slot] ?? 0))
    const needed =
      ((demand.entryDemand[(first / slotsEach) * entryCount + entry] as number) -
        there.reduce((sum, people) => sum + people, 0)) /
      slotsEach
    if (needed <= 0) continue
    const people = able.flatMap((set) =>
      slots.map((slot): Entry => [presence[set]?.[slot] ?? 0, 1 / slotsEach]),
    )
    builder.row([[short, 1], ...people], needed, Number.POSITIVE_INFINITY)
    if (part.areWhole) addRounded(builder, { short, people, needed, slotsEach })
  }
}

/**
 * The shortage `needed − people` on whole numbers of people alone: none of them is between the two next to
 * the demand, so the straight line from one to the other holds for all.
 *
 * Source: mixed-integer rounding, G. Nemhauser & L. Wolsey, "A recursive procedure to generate all cuts for 0–1
 * mixed integer programs", Mathematical Programming 46 (1990).
 */
function addRounded(
  builder: LinearProgramBuilder,
  shortage: {
    readonly short: number
    readonly people: readonly Entry[]
    readonly needed: number
    readonly slotsEach: number
  },
): void {
  const { short, people, needed, slotsEach } = shortage
  const above = Math.ceil(needed * slotsEach - ROUNDING)
  const missing = needed * slotsEach - (above - 1)
  if (missing > 1 - ROUNDING) return
  const line = people.map(([column, factor]): Entry => [column, factor * missing])
  builder.row([[short, 1], ...line], (missing * above) / slotsEach, Number.POSITIVE_INFINITY)
}
