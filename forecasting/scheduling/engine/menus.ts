import { breakWindows, breaksFit } from '../break-windows.ts'
import type {
  Contract,
  Instance,
  InstanceRules,
  Operator,
  PersonalBreaks,
  Shape,
} from '../instance.ts'
import { contractOfDay, MINUTES_PER_DAY, periodMaximumOf } from '../instance.ts'
import { workedNightMinutes } from '../night-minutes.ts'
import { givesPersonalBreaks } from '../personal-breaks.ts'
import { preferredPaidMost } from '../preferred-length.ts'
import { shapeFaults } from '../shape-faults.ts'
import { isSplit } from '../shift-parts.ts'

/**
 * What an operator may be given on one day, as far as that does not depend on the rest of the plan.
 *
 * Most cells of an instance have the same menu, so menus are shared.
 */
export interface Menu {
  /** Indexes of the shapes that have at least one start. */
  readonly shapes: Int32Array
  /** Starts as minutes of the day, ascending, one list for each entry of `shapes`. */
  readonly starts: readonly Int32Array[]
}

export interface Menus {
  readonly list: readonly Menu[]
  /** Index into `list` by `operator × days + day`. */
  readonly ofCell: Int32Array
}

/** The menus of every cell, with night bans, leave, absences, history and maxima applied. */
export function menus(instance: Instance): Menus {
  const byPerson = new Map<string, number>()
  const byContents = new Map<string, number>()
  const list: Menu[] = []
  const contracts = new Map(instance.contracts.map((contract) => [contract.id, contract]))
  const possibleStarts = instance.shapes.map((shape) => startsOfShape(shape, instance))
  const longest = instance.shapes.reduce((most, { spanMin }) => Math.max(most, spanMin), 0)
  const ofCell = instance.operators.flatMap((operator) => {
    const contract = contracts.get(operator.contract)
    if (contract === undefined) throw new RangeError(`contract ${operator.contract} is unknown`)
    const closed = closedSpans(operator, contract)
    const { nightBan, personalBreaks } = operator
    const breaksDue = personalBreaks === undefined ? '' : Object.values(personalBreaks).join()
    const periodMost = periodMaximumOf(operator, contract)
    const preferredMost = preferredPaidMost(operator, contract, instance.shapes)
    return Array.from({ length: instance.days }, (_, day) => {
      const ofDay = contractOfDay(operator, contract, day, instance.contracts)
      const { dayMaxPaidMin, weekMaxPaidMin } = ofDay
      const paidMost = Math.min(dayMaxPaidMin, weekMaxPaidMin, periodMost, preferredMost)
      const here = closedFrom(closed, day, MINUTES_PER_DAY + longest)
      const key = `${ofDay.id}|${paidMost}|${nightBan}|${breaksDue}|${here.join(';')}`
      return known(byPerson, key, () => {
        const person = { contract: ofDay, paidMost, nightBan, personalBreaks, closed: here }
        const menu = menuOf(person, instance, possibleStarts)
        return known(byContents, keyOf(menu), () => list.push(menu) - 1)
      })
    })
  })
  return { list, ofCell: Int32Array.from(ofCell) }
}

function known(indexes: Map<string, number>, key: string, make: () => number): number {
  const index = indexes.get(key) ?? make()
  indexes.set(key, index)
  return index
}

function keyOf({ shapes, starts }: Menu): string {
  return shapes.reduce((key, shape, index) => `${key}|${shape}:${starts[index]?.join()}`, '')
}

/** What decides a person's menu of a day: most days of most people come to the same. */
interface PersonOfDay {
  readonly contract: Contract
  readonly paidMost: number
  readonly nightBan: boolean
  readonly personalBreaks: PersonalBreaks | undefined
  /** Minutes from the day's start in which no shift may be, `[from, to)`. */
  readonly closed: readonly Span[]
}

type Span = readonly [fromMin: number, toMin: number]

/** Leave, absences, and the rest that must follow the last shift before the horizon. */
function closedSpans({ history, leaveDays, unavailable }: Operator, contract: Contract): Span[] {
  const rested = history.lastShiftEnd + contract.minRestMin
  const leave = leaveDays.map((day): Span => [day * MINUTES_PER_DAY, (day + 1) * MINUTES_PER_DAY])
  return [[Number.NEGATIVE_INFINITY, rested], ...leave, ...unavailable]
}

/** The spans that a shift of a day can touch, in minutes from its start. */
function closedFrom(closed: readonly Span[], day: number, reachMin: number): Span[] {
  const begin = day * MINUTES_PER_DAY
  return closed
    .filter(([fromMin, toMin]) => fromMin < begin + reachMin && toMin > begin)
    .map(([fromMin, toMin]) => [fromMin - begin, toMin - begin])
}

function menuOf(
  person: PersonOfDay,
  { shapes, rules }: Instance,
  possibleStarts: readonly (readonly number[])[],
): Menu {
  const offered = shapes
    .map((shape, index) => ({
      index,
      starts: isOffered(shape, person, rules)
        ? (possibleStarts[index] ?? []).filter((start) => isFree(shape, start, person, rules))
        : [],
    }))
    .filter(({ starts }) => starts.length > 0)
  return {
    shapes: Int32Array.from(offered, ({ index }) => index),
    starts: offered.map(({ starts }) => Int32Array.from(starts)),
  }
}

function startsOfShape(shape: Shape, instance: Instance): number[] {
  const starts: number[] = []
  if (shapeFaults(shape, instance.rules).length > 0) return starts
  const windows = breakWindows(shape, instance.rules)
  const last = Math.min(shape.startToMin, MINUTES_PER_DAY - 1)
  for (let start = shape.startFromMin; start <= last; start += shape.startStepMin) {
    if (breaksFit(start, windows)) starts.push(start)
  }
  return starts
}

function isOffered(
  shape: Shape,
  { contract, paidMost, personalBreaks }: PersonOfDay,
  rules: InstanceRules,
): boolean {
  return (
    contract.shapes.includes(shape.id) &&
    shape.paidMin <= paidMost &&
    (contract.splitShifts === true || !isSplit(shape)) &&
    (personalBreaks === undefined || givesPersonalBreaks(shape, personalBreaks, rules))
  )
}

function isFree(
  shape: Shape,
  start: number,
  { nightBan, closed }: PersonOfDay,
  rules: InstanceRules,
): boolean {
  const end = start + shape.spanMin
  if (nightBan && workedNightMinutes(start, shape, rules) > 0) return false
  return !closed.some(([fromMin, toMin]) => start < toMin && end > fromMin)
}
