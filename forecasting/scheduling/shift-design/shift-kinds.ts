import { breakWindows, breaksFit } from '../break-windows.ts'
import { type Instance, MINUTES_PER_DAY, MINUTES_PER_WEEK, type Shape } from '../instance.ts'
import { workedNightMinutes } from '../night-minutes.ts'
import { shapeFaults } from '../shape-faults.ts'

/** A shape with one time of day at which it starts. */
export interface ShiftKind {
  readonly shape: string
  /** Minute of the day. */
  readonly startMin: number
}

/** A kind with what one shift of it costs and when it is on duty. */
export interface MeasuredKind extends ShiftKind {
  /** What a shift of it costs somebody whose hour costs 1: in hours of pay, with the premium of night hours. */
  readonly payHours: number
  readonly paidHours: number
  /**
   * Share of each interval that is worked, from that of the start on, on an endless clock: a break that may
   * be anywhere in its window takes its share of the whole of it.
   */
  readonly presence: readonly number[]
  /** Interval of the day of the first of them. */
  readonly firstInterval: number
}

/** Every kind that the shapes of an instance allow and somebody's contract has. */
export function shiftKinds(instance: Instance): MeasuredKind[] {
  const offered = new Set(instance.contracts.flatMap(({ shapes }) => shapes))
  return instance.shapes.flatMap((shape) => {
    const isPossible = offered.has(shape.id) && shapeFaults(shape, instance.rules).length === 0
    return isPossible
      ? startsOf(shape, instance).map((start) => measured(shape, start, instance))
      : []
  })
}

function startsOf(shape: Shape, { rules }: Instance): number[] {
  const windows = breakWindows(shape, rules)
  const last = Math.min(shape.startToMin, MINUTES_PER_DAY - 1)
  const starts: number[] = []
  for (let start = shape.startFromMin; start <= last; start += shape.startStepMin) {
    if (breaksFit(start, windows)) starts.push(start)
  }
  return starts
}

function measured(shape: Shape, startMin: number, instance: Instance): MeasuredKind {
  const { intervalMin, weights, rules } = instance
  const end = startMin + shape.spanMin
  const firstInterval = Math.floor(startMin / intervalMin)
  const presence = Array.from({ length: Math.ceil(end / intervalMin) - firstInterval }, (_, at) => {
    const from = (firstInterval + at) * intervalMin
    const minutes = overlap(startMin, end, from, from + intervalMin)
    return (minutes - restWithin(shape, instance, { startMin, from })) / intervalMin
  })
  const paidHours = shape.paidMin / 60
  const nightHours = workedNightMinutes(startMin, shape, rules) / 60
  const payHours = weights.pay * paidHours + weights.nightPremium * nightHours
  return { shape: shape.id, startMin, payHours, paidHours, presence, firstInterval }
}

/** Minutes of an interval that are rest on average, if each start of a break is as likely. */
function restWithin(
  shape: Shape,
  { intervalMin, rules }: Instance,
  { startMin, from }: { readonly startMin: number; readonly from: number },
): number {
  return breakWindows(shape, rules).reduce((sum, { fromMin, toMin, lenMin }) => {
    const starts = Array.from(
      { length: Math.floor((toMin - fromMin) / 15) + 1 },
      (_, k) => fromMin + 15 * k,
    )
    const minutes = starts.map((offset) => {
      const at = startMin + offset
      return overlap(at, at + lenMin, from, from + intervalMin)
    })
    return sum + minutes.reduce((total, one) => total + one, 0) / starts.length
  }, 0)
}

function overlap(from: number, to: number, otherFrom: number, otherTo: number): number {
  return Math.max(0, Math.min(to, otherTo) - Math.max(from, otherFrom))
}

/** People required in each interval of a week, all skills together: the mean of the weeks. */
export function weekOfDemand({ demand, intervalMin, days }: Instance): Float64Array {
  const week = new Float64Array(MINUTES_PER_WEEK / intervalMin)
  const weeks = days / 7
  for (const agents of Object.values(demand)) {
    agents.forEach((required, interval) => {
      const at = interval % week.length
      week[at] = (week[at] as number) + required / weeks
    })
  }
  return week
}
