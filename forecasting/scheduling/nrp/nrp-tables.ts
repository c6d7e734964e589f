import type { NrpInstance } from './nrp-instance.ts'

/** The instance in typed arrays; `S` shifts, `D` days, `P` people. */
export interface NrpTables {
  readonly days: number
  readonly people: number
  readonly shifts: number
  readonly minutes: Int32Array
  /** 1 where the second shift may not follow the first, by `first × S + second`. */
  readonly forbidden: Uint8Array
  /** By `person × S + shift`. */
  readonly maxShifts: Int32Array
  readonly minMinutes: Int32Array
  readonly maxMinutes: Int32Array
  readonly maxRun: Int32Array
  readonly minRun: Int32Array
  readonly minDaysOff: Int32Array
  readonly maxWeekends: Int32Array
  /** 1 where the person must be off, by `person × D + day`. */
  readonly mustBeOff: Uint8Array
  /** What requests make a shift cost, and a day off, by `(person × D + day) × (S + 1) + shift + 1`. */
  readonly wishes: Float64Array
  /** What each number of people on a shift costs, by `(day × S + shift) × (P + 1) + people`. */
  readonly coverCost: Float64Array
  /** Shifts that each person may be given at all. */
  readonly allowed: readonly Int32Array[]
}

export function nrpTables(instance: NrpInstance): NrpTables {
  const { days, staff, shifts } = instance
  const [P, S] = [staff.length, shifts.length]
  const column = (value: (person: (typeof staff)[number]) => number): Int32Array =>
    Int32Array.from(staff, value)
  return {
    days,
    people: P,
    shifts: S,
    minutes: Int32Array.from(shifts, ({ minutes }) => minutes),
    forbidden: Uint8Array.from(
      shifts.flatMap(({ forbiddenNext }) =>
        shifts.map((_, next) => (forbiddenNext.includes(next) ? 1 : 0)),
      ),
    ),
    maxShifts: Int32Array.from(staff.flatMap(({ maxShifts }) => maxShifts)),
    minMinutes: column(({ minMinutes }) => minMinutes),
    maxMinutes: column(({ maxMinutes }) => maxMinutes),
    maxRun: column(({ maxRun }) => maxRun),
    minRun: column(({ minRun }) => minRun),
    minDaysOff: column(({ minDaysOff }) => minDaysOff),
    maxWeekends: column(({ maxWeekends }) => maxWeekends),
    mustBeOff: Uint8Array.from(
      staff.flatMap(({ daysOff }) =>
        Array.from({ length: days }, (_, day) => (daysOff.includes(day) ? 1 : 0)),
      ),
    ),
    wishes: wishes(instance),
    coverCost: coverCost(instance),
    allowed: staff.map(({ maxShifts }) =>
      Int32Array.from([...maxShifts.keys()].filter((shift) => (maxShifts[shift] ?? 0) > 0)),
    ),
  }
}

function wishes({ requests, days, staff, shifts }: NrpInstance): Float64Array {
  const width = shifts.length + 1
  const costs = new Float64Array(staff.length * days * width)
  for (const { person, day, shift, wants, weight } of requests) {
    const row = (person * days + day) * width
    for (let choice = -1; choice < shifts.length; choice++) {
      if ((choice === shift) === wants) continue
      costs[row + choice + 1] = (costs[row + choice + 1] ?? 0) + weight
    }
  }
  return costs
}

function coverCost({ cover, days, shifts, staff }: NrpInstance): Float64Array {
  const width = staff.length + 1
  const costs = new Float64Array(days * shifts.length * width)
  for (const { day, shift, people, underWeight, overWeight } of cover) {
    const row = (day * shifts.length + shift) * width
    for (let there = 0; there < width; there++) {
      const cost =
        Math.max(0, people - there) * underWeight + Math.max(0, there - people) * overWeight
      costs[row + there] = (costs[row + there] ?? 0) + cost
    }
  }
  return costs
}
