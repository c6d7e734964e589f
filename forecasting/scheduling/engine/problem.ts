import type { Contract, Instance, Operator, WeeksMaximum } from '../instance.ts'
import {
  DAYS_PER_WEEK,
  MINUTES_PER_DAY,
  MINUTES_PER_WEEK,
  periodMaximumOf,
  periodTargetOf,
  weekDaysMaximumOf,
  weekMaximumOf,
} from '../instance.ts'
import { type DemandTable, demandTable } from './demand-table.ts'
import type { Menus } from './menus.ts'
import { menus } from './menus.ts'
import type { ShapeTable } from './shape-table.ts'
import { shapeTable } from './shape-table.ts'
import type { TimeGrid } from './time-grid.ts'
import { timeGrid } from './time-grid.ts'

const NO_MAXIMA: readonly WeeksMaximum[] = []

/** What the search needs to know of each operator, as columns by operator index. */
export interface OperatorTable {
  /** Index of the operator's skill-set in `DemandTable.skillSets`. */
  readonly skillSet: Int32Array
  /** By `operator × weeks + week`. */
  readonly weekMaxMinutes: Int32Array
  readonly weekMaxDays: Int32Array
  readonly periodMaxMinutes: Int32Array
  /** Of weeks together, by operator; none for most. */
  readonly weeksMaxima: readonly (readonly WeeksMaximum[])[]
  readonly targetMinutes: Int32Array
  readonly minRestMinutes: Int32Array
  readonly weeklyRestMinutes: Int32Array
  readonly maxDays: Int32Array
  readonly maxNights: Int32Array
  readonly historyEnd: Int32Array
  readonly historyDays: Int32Array
  readonly historyNights: Int32Array
  /** Prices per paid minute, per night minute, per minute above the target and below it. */
  readonly payPrice: Float64Array
  readonly nightPrice: Float64Array
  readonly overtimePrice: Float64Array
  readonly shortfallPrice: Float64Array
  /** Wished start `[from, to]` in minutes of the day; weight 0 without a wish. */
  readonly wishFrom: Int32Array
  readonly wishTo: Int32Array
  readonly wishWeight: Float64Array
  /** Price of a shift that starts on a day, by `operator × days + day`. */
  readonly dayOffWeight: Float64Array
  /** Index of the fairness group, or -1 for people who are absent too much to be compared. */
  readonly fairGroup: Int32Array
  readonly fairGroupSizes: Int32Array
}

/** An instance compiled for the search: immutable, all numbers in typed arrays. */
export interface Problem {
  readonly instance: Instance
  readonly days: number
  readonly weeks: number
  readonly operatorCount: number
  readonly grid: TimeGrid
  readonly shapes: ShapeTable
  readonly operators: OperatorTable
  readonly demand: DemandTable
  readonly menus: Menus
  /** Night minutes from which a shift counts as a night shift. */
  readonly nightShiftMinutes: number
  /** Price per minute by which starts on adjacent days differ beyond the free minutes. */
  readonly jumpPrice: number
  readonly jumpFreeMinutes: number
  /** Days away from a shift beyond which no other can be too near to it. */
  readonly restReachDays: number
  readonly shapeIndex: ReadonlyMap<string, number>
  readonly operatorIndex: ReadonlyMap<string, number>
}

/**
 * Compiles an instance that `read-instance.ts` accepted.
 *
 * @throws {RangeError} if the instance refers to an unknown contract or skill
 */
export function compileProblem(instance: Instance): Problem {
  const grid = timeGrid(instance)
  return {
    instance,
    days: instance.days,
    weeks: weeksOf(instance.days),
    operatorCount: instance.operators.length,
    grid,
    shapes: shapeTable(instance, grid),
    operators: operatorTable(instance),
    demand: demandTable(instance, grid, skillMasks(instance)),
    menus: menus(instance),
    nightShiftMinutes: instance.rules.nightShiftMinOverlapMin,
    jumpPrice: instance.weights.startVarPerHour / 60,
    jumpFreeMinutes: instance.weights.startVarFreeMin,
    restReachDays: restReachDays(instance),
    shapeIndex: new Map(instance.shapes.map(({ id }, index) => [id, index])),
    operatorIndex: new Map(instance.operators.map(({ id }, index) => [id, index])),
  }
}

function weeksOf(days: number): number {
  return Math.ceil(days / DAYS_PER_WEEK)
}

function restReachDays({ shapes, contracts }: Instance): number {
  const longest = Math.max(0, ...shapes.map(({ spanMin }) => spanMin))
  const rest = Math.max(0, ...contracts.map(({ minRestMin }) => minRestMin))
  return 1 + Math.floor((longest + rest) / MINUTES_PER_DAY)
}

/** Full calendar weeks of the horizon: only those must contain the weekly rest. */
export function fullWeeks(problem: Problem): number {
  return Math.floor((problem.days * MINUTES_PER_DAY) / MINUTES_PER_WEEK)
}

function skillMasks(instance: Instance): number[] {
  return instance.operators.map((operator) => skillMask(operator, instance))
}

function skillMask(operator: Operator, instance: Instance): number {
  let mask = 0
  for (const skill of operator.skills) {
    const index = instance.skills.findIndex(({ id }) => id === skill)
    if (index < 0) throw new RangeError(`skill ${skill} of operator ${operator.id} is unknown`)
    mask |= 1 << index
  }
  return mask
}

/** By `operator × days + day`. */
function dayOffWeights({ operators, days }: Instance): Float64Array {
  const weights = new Float64Array(operators.length * days)
  operators.forEach(({ prefs }, o) => {
    for (const { day, weight } of prefs.daysOff) {
      if (day >= 0 && day < days) {
        weights[o * days + day] = (weights[o * days + day] as number) + weight
      }
    }
  })
  return weights
}

function operatorTable(instance: Instance): OperatorTable {
  const { operators, weights, days } = instance
  const byId = new Map(instance.contracts.map((contract) => [contract.id, contract]))
  const contractOf = ({ contract }: Operator): Contract => {
    const found = byId.get(contract)
    if (found === undefined) throw new RangeError(`contract ${contract} is unknown`)
    return found
  }
  const integers = (value: (operator: Operator, contract: Contract) => number): Int32Array =>
    Int32Array.from(operators, (operator) => value(operator, contractOf(operator)))
  const prices = (value: (operator: Operator, contract: Contract) => number): Float64Array =>
    Float64Array.from(operators, (operator) => value(operator, contractOf(operator)))
  const byWeek = (
    value: (operator: Operator, contract: Contract, week: number) => number,
  ): Int32Array =>
    Int32Array.from(
      operators.flatMap((operator) =>
        Array.from({ length: weeksOf(days) }, (_, week) =>
          value(operator, contractOf(operator), week),
        ),
      ),
    )
  const masks = skillMasks(instance)
  const skillSets = [...new Set(masks)]
  return {
    skillSet: Int32Array.from(masks, (mask) => skillSets.indexOf(mask)),
    weekMaxMinutes: byWeek(weekMaximumOf),
    weekMaxDays: byWeek((operator, contract, week) =>
      weekDaysMaximumOf(operator, contract, week, instance.contracts),
    ),
    periodMaxMinutes: integers(periodMaximumOf),
    weeksMaxima: operators.map(({ weeksMaxPaidMin }) => weeksMaxPaidMin ?? NO_MAXIMA),
    targetMinutes: integers(periodTargetOf),
    minRestMinutes: integers((_, contract) => contract.minRestMin),
    weeklyRestMinutes: integers((_, contract) => contract.weeklyRestMin),
    maxDays: integers((_, contract) => contract.maxConsecDays),
    maxNights: integers((_, contract) => contract.maxConsecNights),
    historyEnd: integers(({ history }) => history.lastShiftEnd),
    historyDays: integers(({ history }) => history.consecDays),
    historyNights: integers(({ history }) => history.consecNights),
    payPrice: prices((_, contract) => (weights.pay * contract.costPerHour) / 60),
    nightPrice: prices((_, contract) => (weights.nightPremium * contract.costPerHour) / 60),
    overtimePrice: prices(
      (_, { otMult, costPerHour }) => (weights.pay * (otMult - 1) * costPerHour) / 60,
    ),
    shortfallPrice: prices(() => weights.shortfall / 60),
    wishFrom: integers(({ prefs }) => prefs.start?.fromMin ?? 0),
    wishTo: integers(({ prefs }) => prefs.start?.toMin ?? 0),
    wishWeight: prices(({ prefs }) => prefs.start?.weight ?? 0),
    dayOffWeight: dayOffWeights(instance),
    ...fairGroups(instance, masks),
  }
}

/** People are compared with those of the same contract, night ban and skills, if present enough. */
const PRESENT_SHARE = 0.75

function fairGroups(
  instance: Instance,
  masks: readonly number[],
): Pick<OperatorTable, 'fairGroup' | 'fairGroupSizes'> {
  const groups = new Map<string, number>()
  const sizes: number[] = []
  const fairGroup = Int32Array.from(instance.operators, (operator, o) => {
    const presentDays = instance.days - operator.leaveDays.length
    if (presentDays < PRESENT_SHARE * instance.days) return -1
    const key = `${operator.contract}|${operator.nightBan}|${masks[o]}`
    const group = groups.get(key) ?? groups.size
    groups.set(key, group)
    sizes[group] = (sizes[group] ?? 0) + 1
    return group
  })
  return { fairGroup, fairGroupSizes: Int32Array.from(sizes) }
}
