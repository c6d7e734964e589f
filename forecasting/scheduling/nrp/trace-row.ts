import { OFF } from './nrp-instance.ts'
import type { PersonPlan } from './person-plan.ts'
import type { CountedPlan, RowArc } from './row-arcs.ts'
import { type RowPlaces, UNREACHED } from './row-places.ts'

/** What each shift costs a person's row, by `day × (S + 1) + shift + 1`; a day off comes first. */
export type RowPrices = Float64Array

/** A price from which on a choice is closed. */
export const RULED_OUT = 10_000_000

const SATURDAY = 5

/** True when a shift is the first of its weekend. */
export function beginsWeekend(day: number, isAfterOff: boolean): boolean {
  return day % 7 === SATURDAY || (isAfterOff && day % 7 > SATURDAY)
}

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
  const end = cheapestEnd(places, counted, row.length - 1)
  if (end === undefined) return UNREACHED
  const cost = places.valueAt(row.length - 1, end.mode, end.used, end.level)
  let place: Place = end
  for (let day = row.length - 1; day >= 0; day--) {
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
    for (let place = from; place < usedAny.length * plan.width; place++) {
      const level = place % plan.width
      if (level < from) continue
      const used = Math.floor(place / plan.width)
      const value = places.valueAt(day, mode, used, level)
      if (value < best) end = { mode, used, level }
      best = Math.min(best, value)
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
  if (place.mode < plan.offModes) {
    const price = prices[at] as number
    if (day === 0) return { place }
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
  const come = here.day === 0 ? beginsWith : cameFromDayBefore
  for (const arc of counted.arcs) {
    if (arc.toClass !== toClass) continue
    const price = arcPrice(plan, arc, here.prices, here.at)
    const place = come(places, counted, { ...here, arc, price, value })
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

function beginsWith(
  _places: RowPlaces,
  _counted: CountedPlan,
  { place, arc, price, value }: ByShift,
): Place | undefined {
  const isIt = place.used === arc.usedStep && place.level === arc.level && price === value
  return isIt ? place : undefined
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
