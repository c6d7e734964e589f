import { type Instance, MINUTES_PER_DAY } from '../instance.ts'
import { ColumnList, type OpenColumnProgram } from '../nrp/column-program.ts'
import { type MeasuredKind, weekOfDemand } from './shift-kinds.ts'
import { type StaffGroup, staffGroups } from './staff-groups.ts'

/** What the best week is like with some kinds of shift. */
export interface WeekFigures {
  /** In hours of pay. */
  readonly cost: number
  /** Agent-hours that are missing. */
  readonly shortHours: number
  readonly paidHours: number
}

export interface WeekSolution extends WeekFigures {
  /** Shifts of a week, by kind; fractions. */
  readonly shifts: readonly number[]
  /** By how much a kind would lower the cost at first, over the days and people with whom it would. */
  readonly promiseOf: (kind: MeasuredKind) => number
}

const DAYS = 7

type Entry = readonly [row: number, coefficient: number]

/**
 * A week of unnamed people as a linear program. Equations: the people of each interval of the week, which
 * closes upon itself, with a column for those missing and one for those idle; and of every contract the
 * hours and the shifts that its people have, each with one for what is left. A column is a kind on a
 * weekday, worked by people of one contract that allows it.
 */
export class DesignWeek {
  readonly #openProgram: OpenColumnProgram
  readonly #instance: Instance
  readonly #demand: Float64Array
  readonly #groups: readonly StaffGroup[]

  constructor(instance: Instance, openProgram: OpenColumnProgram) {
    this.#openProgram = openProgram
    this.#instance = instance
    this.#demand = weekOfDemand(instance)
    this.#groups = staffGroups(instance)
  }

  solve(kinds: readonly MeasuredKind[]): WeekSolution {
    const limits = this.#groups.flatMap(({ hours, shifts }) => [hours, shifts])
    const program = this.#openProgram(Float64Array.of(...this.#demand, ...limits))
    try {
      const list = new ColumnList()
      this.#addSlack(list)
      const kindOf: number[] = []
      const first = list.count
      kinds.forEach((kind, index) => {
        for (const { cost, entries } of this.#columnsOf(kind)) {
          list.addEntries(cost, entries)
          kindOf.push(index)
        }
      })
      program.addColumns(list.columns())
      const { objective, values, duals } = program.solve()
      const shifts = kinds.map(() => 0)
      kindOf.forEach((kind, at) => {
        shifts[kind] = (shifts[kind] as number) + (values[first + at] as number)
      })
      return {
        cost: objective,
        shortHours: this.#shortHours(values),
        paidHours: kinds.reduce(
          (sum, kind, at) => sum + kind.paidHours * (shifts[at] as number),
          0,
        ),
        shifts,
        promiseOf: (kind) => this.#promise(kind, duals),
      }
    } finally {
      program.dispose()
    }
  }

  /** Two columns of each interval, those missing first, and one of each limit. */
  #addSlack(list: ColumnList): void {
    const { intervalMin, weights } = this.#instance
    const hours = intervalMin / 60
    const short = hours * meanShortPrice(this.#instance)
    for (let interval = 0; interval < this.#demand.length; interval++) {
      list.add(short, [interval])
      list.add(hours * weights.idle, [interval], -1)
    }
    for (let limit = 0; limit < 2 * this.#groups.length; limit++) {
      list.add(0, [this.#demand.length + limit])
    }
  }

  #shortHours(values: Float64Array): number {
    const missing = Array.from(this.#demand, (_, interval) => values[2 * interval] as number)
    return (missing.reduce((sum, one) => sum + one, 0) * this.#instance.intervalMin) / 60
  }

  #columnsOf(kind: MeasuredKind): { readonly cost: number; readonly entries: readonly Entry[] }[] {
    return this.#groups.flatMap(({ shapes, rate }, group) => {
      if (!shapes.has(kind.shape)) return []
      const limits = this.#demand.length + 2 * group
      return Array.from({ length: DAYS }, (_, day) => ({
        cost: rate * kind.payHours,
        entries: [
          ...this.#presenceOf(kind, day),
          [limits, kind.paidHours] as const,
          [limits + 1, 1] as const,
        ],
      }))
    })
  }

  #presenceOf(kind: MeasuredKind, day: number): Entry[] {
    const perDay = MINUTES_PER_DAY / this.#instance.intervalMin
    const first = day * perDay + kind.firstInterval
    return kind.presence.map((share, at) => [(first + at) % this.#demand.length, share] as const)
  }

  #promise(kind: MeasuredKind, duals: Float64Array): number {
    let promise = 0
    for (const { cost, entries } of this.#columnsOf(kind)) {
      const worth = entries.reduce(
        (sum, [row, coefficient]) => sum + coefficient * (duals[row] as number),
        0,
      )
      promise += Math.max(0, worth - cost)
    }
    return promise
  }
}

/** Price of an agent-hour missing, over the skills as they are required and over both tiers. */
function meanShortPrice({ weights, skills, demand }: Instance): number {
  const { critShare, underCrit, underRest } = weights
  const tiers = critShare * underCrit + (1 - critShare) * underRest
  let [required, weighted] = [0, 0]
  for (const { id, underWeight } of skills) {
    const agents = (demand[id] ?? []).reduce((sum, one) => sum + one, 0)
    required += agents
    weighted += agents * underWeight
  }
  return required === 0 ? tiers : (tiers * weighted) / required
}
