import type { PersonPlan, ShiftLimit } from './person-plan.ts'

/**
 * A person's plan with some limits on shifts counted: only those that a row would pass, since each
 * multiplies the places.
 *
 * A place of a mode is `used × span + level`, less the lowest level of the day, where `used` packs the weekends worked and the counts
 * of limited shifts.
 */
export interface CountedPlan {
  readonly plan: PersonPlan
  readonly counted: readonly ShiftLimit[]
  readonly arcs: readonly RowArc[]
  /** Values of `used` that a day off may come after: all of them. */
  readonly usedAny: Int32Array
  readonly weekendStep: number
  readonly modes: number
  readonly block: number
}

/** Shifts that lead from and to the same places, so that only the cheapest of them matters. */
export interface RowArc {
  /** Indexes among the person's shifts. */
  readonly shifts: Int32Array
  /** Index in `PersonPlan.before`, and the class that it leads to. */
  readonly before: number
  readonly toClass: number
  readonly level: number
  readonly usedStep: number
  /** Values of `used` that it may come after, without and with a weekend that it begins. */
  readonly usedSame: Int32Array
  readonly usedWeekend: Int32Array
}

export function countedPlan(plan: PersonPlan, counted: readonly ShiftLimit[]): CountedPlan {
  const steps = new Map<number, number>()
  let states = 1
  for (const { shift, most } of counted) {
    steps.set(shift, states)
    states *= most + 1
  }
  const usedAny = Int32Array.from({ length: (plan.weekends + 1) * states }, (_, used) => used)
  const usedBefore = (shift: number, isNewWeekend: boolean): Int32Array => {
    const step = steps.get(shift)
    const most = counted.find((limit) => limit.shift === shift)?.most ?? 0
    const isOpen = (used: number): boolean =>
      step === undefined || Math.floor(used / step) % (most + 1) < most
    const isWithin = (used: number): boolean => !isNewWeekend || used < plan.weekends * states
    return usedAny.filter((used) => isOpen(used) && isWithin(used))
  }
  const alike = Map.groupBy(plan.shifts.keys(), (shift) => {
    const { beforeOf, classOf, levels } = plan
    const own = steps.has(shift) ? shift : ''
    return `${beforeOf[shift]} ${classOf[shift]} ${levels[shift]} ${own}`
  })
  return {
    plan,
    counted,
    arcs: [...alike.values()].map((shifts) => {
      const [first = 0] = shifts
      return {
        shifts: Int32Array.from(shifts),
        before: plan.beforeOf[first] as number,
        toClass: plan.classOf[first] as number,
        level: plan.levels[first] as number,
        usedStep: steps.get(first) ?? 0,
        usedSame: usedBefore(first, false),
        usedWeekend: usedBefore(first, true),
      }
    }),
    usedAny,
    weekendStep: states,
    modes: modesOf(plan),
    block: usedAny.length * plan.span,
  }
}

/** Numbers that planning a row with limits counted keeps: one for each place of each day. */
export function placesOf(plan: PersonPlan, counted: readonly ShiftLimit[]): number {
  const states = counted.reduce((product, { most }) => product * (most + 1), 1)
  return modesOf(plan) * (plan.weekends + 1) * states * plan.span * plan.lowest.length
}

function modesOf({ offModes, maxRun, classes }: PersonPlan): number {
  return offModes + maxRun * classes
}
