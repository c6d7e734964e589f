import { beginsWeekend } from './begins-weekend.ts'
import { firstSteps } from './first-steps.ts'
import { OFF } from './nrp-instance.ts'
import type { PersonPlan } from './person-plan.ts'
import type { CountedPlan, RowArc } from './row-arcs.ts'
import { type RowPlaces, UNREACHED } from './row-places.ts'

/** What each shift costs a person's row, by `day × (S + 1) + shift + 1`; a day off comes first. */
export type RowPrices = Float64Array

/** A price from which on a choice is closed. */
export const RULED_OUT = 10_000_000

/** Price of the cheapest shift of an arc. */
export function arcPrice(
  { shifts }: PersonPlan,
  arc: RowArc,
  prices: RowPrices,
  at: number,
): number {
  let least = UNREACHED
  for (const shift of arc.shifts) {
    const price = prices[at + (shifts[shift] as number) + 1] as number
    if (price < least) least = price
  }
  return least
}

interface Place {
  readonly mode: number
  readonly used: number
  readonly level: number
}

/**
 * Reads the cheapest row off the values of the places: each day's place is one from which the same sum
 * comes out.
 *
 * @returns what the row costs, or `UNREACHED`
 */
export function traceRow(
  places: RowPlaces,
  counted: CountedPlan,
  answer: { readonly prices: RowPrices; readonly width: number; readonly row: Int8Array },
): number {
  const { plan } = counted
  const { prices, width, row } = answer
  const lastDay = plan.firstDay + plan.lowest.length - 1
  const end = cheapestEnd(places, counted, lastDay)
  if (end === undefined) return UNREACHED
  const cost = places.valueAt(lastDay, end.mode, end.used, end.level)
  let place: Place = end
  for (let day = lastDay; day >= plan.firstDay; day--) {
    const come = cameFrom(places, counted, { prices, at: day * width, day, place })
    row[day] = come.arc === undefined ? OFF : cheapestShift(plan, come.arc, prices, day * width)
    place = come.place
  }
  return cost
}

function cheapestEnd(
  places: RowPlaces,
  { plan, modes, usedAny }: CountedPlan,
  day: number,
): Place | undefined {
  let best = UNREACHED
  let end: Place | undefined
  for (let mode = 0; mode < modes; mode++) {
    const from = Math.max(plan.minLevel, places.lowestOf(day, mode))
    const to = places.highestOf(day, mode)
    for (const used of usedAny) {
      for (let level = from; level <= to; level++) {
        const value = places.valueAt(day, mode, used, level)
        end = value < best ? { mode, used, level } : end
        best = Math.min(best, value)
      }
    }
  }
  return end
}

function cheapestShift(plan: PersonPlan, arc: RowArc, prices: RowPrices, at: number): number {
  const price = arcPrice(plan, arc, prices, at)
  const index = arc.shifts.find(
    (shift) => prices[at + (plan.shifts[shift] as number) + 1] === price,
  )
  return plan.shifts[index ?? 0] as number
}

interface Here {
  readonly prices: RowPrices
  /** Where the day's prices begin. */
  readonly at: number
  readonly day: number
  readonly place: Place
}

interface Come {
  readonly place: Place
  /** Undefined for a day off. */
  readonly arc?: RowArc
}

function cameFrom(places: RowPlaces, counted: CountedPlan, here: Here): Come {
  const { day, place, prices, at } = here
  const value = places.valueAt(day, place.mode, place.used, place.level)
  const { plan } = counted
  if (day === plan.firstDay) return firstCome(counted, here, value)
  if (place.mode < plan.offModes) {
    const price = prices[at] as number
    const from = modesBeforeOff(counted, day, place.mode).find(
      (mode) => places.valueAt(day - 1, mode, place.used, place.level) + price === value,
    )
    if (from !== undefined) return { place: { ...place, mode: from } }
  } else {
    const come = cameByShift(places, counted, here, value)
    if (come !== undefined) return come
  }
  throw new RangeError(`no way leads to the place of day ${day}`)
}

function firstCome(counted: CountedPlan, { place, prices, at, day }: Here, value: number): Come {
  const step = firstSteps(counted).find(({ arc, mode, used, level }) => {
    const isThere = mode === place.mode && used === place.used && level === place.level
    const price = arc === undefined ? prices[at] : arcPrice(counted.plan, arc, prices, at)
    return isThere && price === value
  })
  if (step === undefined) throw new RangeError(`no way begins at the place of day ${day}`)
  return { place, ...(step.arc === undefined ? {} : { arc: step.arc }) }
}

function modesBeforeOff({ plan }: CountedPlan, day: number, mode: number): number[] {
  const { offModes, classes, maxRun, minRun } = plan
  const modes: number[] = []
  if (mode > 0) modes.push(mode - 1)
  if (mode === offModes - 1) modes.push(mode)
  if (mode > 0) return modes
  for (let run = 1; run <= maxRun && run <= day; run++) {
    if (run !== day && run < minRun) continue
    for (let one = 0; one < classes; one++) modes.push(offModes + (run - 1) * classes + one)
  }
  return modes
}

function cameByShift(
  places: RowPlaces,
  counted: CountedPlan,
  here: Here,
  value: number,
): Come | undefined {
  const { plan } = counted
  const toClass = (here.place.mode - plan.offModes) % plan.classes
  for (const arc of counted.arcs) {
    if (arc.toClass !== toClass) continue
    const price = arcPrice(plan, arc, here.prices, here.at)
    const place = cameFromDayBefore(places, counted, { ...here, arc, price, value })
    if (place !== undefined) return { place, arc }
  }
  return undefined
}

interface ByShift extends Here {
  readonly arc: RowArc
  readonly price: number
  /** What the way to the place costs. */
  readonly value: number
}

function cameFromDayBefore(
  places: RowPlaces,
  counted: CountedPlan,
  { day, place, arc, price, value }: ByShift,
): Place | undefined {
  const { plan, weekendStep } = counted
  const run = 1 + Math.floor((place.mode - plan.offModes) / plan.classes)
  const isNewWeekend = beginsWeekend(day, run === 1)
  const level = place.level - arc.level
  const used = place.used - arc.usedStep - (isNewWeekend ? weekendStep : 0)
  if (level < 0 || !(isNewWeekend ? arc.usedWeekend : arc.usedSame).includes(used)) return undefined
  const mode = modesBeforeShift(counted, day, run, arc).find(
    (one) => places.valueAt(day - 1, one, used, level) + price === value,
  )
  return mode === undefined ? undefined : { mode, used, level }
}

function modesBeforeShift(
  { plan }: CountedPlan,
  day: number,
  run: number,
  arc: RowArc,
): readonly number[] {
  const { offModes, classes } = plan
  if (run === 1) {
    return Array.from({ length: offModes }, (_, mode) => mode).filter(
      (mode) => mode + 1 === offModes || mode + 1 === day,
    )
  }
  const first = offModes + (run - 2) * classes
  return Array.from(plan.before[arc.before] as Int32Array, (one) => first + one)
}
