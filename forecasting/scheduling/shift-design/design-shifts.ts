import { type Instance, MINUTES_PER_DAY, periodTargetOf } from '../instance.ts'
import { ColumnList, type OpenColumnProgram } from '../nrp/column-program.ts'
import { type MeasuredKind, type ShiftKind, shiftKinds, weekOfDemand } from './shift-kinds.ts'

/** A kind that is worth offering. */
export interface OfferedKind extends ShiftKind {
  /** How many shifts of it the best week has; a fraction, since people are not yet named. */
  readonly shiftsPerWeek: number
}

export interface ShiftDesign {
  readonly kinds: readonly OfferedKind[]
  /** What the best week costs with these kinds and with all of them, in hours of pay. */
  readonly cost: number
  readonly costOfAll: number
  readonly kindsInAll: number
  /** What the best week costs with each number of kinds, from the first that is added on. */
  readonly steps: readonly { readonly kinds: number; readonly cost: number }[]
}

const DAYS = 7
const NEGLIGIBLE = 1e-6
/** So many kinds are tried before one is added: a promise tells the first shift's worth, not the last's. */
const CANDIDATES = 8

/**
 * Which shapes and starts are worth offering: few kinds, with which the best week costs at most a little
 * more than with all of them. Of the few kinds that the prices of the hours promise most of, the one that
 * lowers the cost most is added; in the end every kind is left out without which the cost still holds.
 *
 * The week is a linear program over shifts of unnamed people who can do everything, within the hours that
 * the contracts of the people ask for: it tells which times are needed, not who works them.
 *
 * Source: the shift design problem of N. Musliu, A. Schaerf & W. Slany, "Local search for shift design",
 * European Journal of Operational Research 153 (2004); adding by reduced cost as in G. Dantzig, "A comment
 * on Edie's 'Traffic delays at toll booths'", Operations Research 2 (1954).
 *
 * @param options.tolerance share by which the week may cost more than with all kinds; 0 or more
 * @param options.most kinds at most, 1 or more
 */
export function designShifts(
  instance: Instance,
  openProgram: OpenColumnProgram,
  options: { readonly tolerance: number; readonly most: number },
): ShiftDesign {
  const all = shiftKinds(instance)
  const week = new DesignWeek(instance, openProgram)
  const costOfAll = week.solve(all).cost
  const enough = costOfAll * (1 + options.tolerance) + NEGLIGIBLE
  const chosen: MeasuredKind[] = []
  const steps: { kinds: number; cost: number }[] = []
  let solution = week.solve(chosen)
  while (solution.cost > enough && chosen.length < Math.min(options.most, all.length)) {
    const next = bestAddition(week, all, chosen, solution)
    if (next === undefined) break
    chosen.push(next.kind)
    solution = next.solution
    steps.push({ kinds: chosen.length, cost: solution.cost })
  }
  const kinds = withoutNeedless(week, chosen, Math.max(enough, solution.cost + NEGLIGIBLE))
  const last = week.solve(kinds)
  return {
    kinds: kinds
      .map(({ shape, startMin }, index) => ({
        shape,
        startMin,
        shiftsPerWeek: last.shifts[index] as number,
      }))
      .toSorted((a, b) =>
        a.startMin === b.startMin ? (a.shape < b.shape ? -1 : 1) : a.startMin - b.startMin,
      ),
    cost: last.cost,
    costOfAll,
    kindsInAll: all.length,
    steps,
  }
}

interface WeekSolution {
  readonly cost: number
  /** Shifts of a week, by kind. */
  readonly shifts: readonly number[]
  /** By how much a kind would lower the cost at first, over the days on which it would. */
  readonly promiseOf: (kind: MeasuredKind) => number
}

interface Addition {
  readonly kind: MeasuredKind
  readonly solution: WeekSolution
}

/** The kind that lowers the cost most, of the few that promise most. */
function bestAddition(
  week: DesignWeek,
  all: readonly MeasuredKind[],
  chosen: readonly MeasuredKind[],
  { promiseOf }: WeekSolution,
): Addition | undefined {
  const promising = all
    .filter((kind) => !chosen.includes(kind))
    .map((kind) => ({ kind, promise: promiseOf(kind) }))
    .filter(({ promise }) => promise > NEGLIGIBLE)
    .toSorted((a, b) => b.promise - a.promise)
    .slice(0, CANDIDATES)
  let best: Addition | undefined
  for (const { kind } of promising) {
    const solution = week.solve([...chosen, kind])
    if (best === undefined || solution.cost < best.solution.cost) best = { kind, solution }
  }
  return best
}

/** Leaves out kinds while the week costs no more than `enough`, the least used first. */
function withoutNeedless(
  week: DesignWeek,
  chosen: readonly MeasuredKind[],
  enough: number,
): readonly MeasuredKind[] {
  const { shifts } = week.solve(chosen)
  const byUse = chosen.toSorted(
    (a, b) => (shifts[chosen.indexOf(a)] ?? 0) - (shifts[chosen.indexOf(b)] ?? 0),
  )
  let kept = chosen
  for (const kind of byUse) {
    const without = kept.filter((one) => one !== kind)
    if (week.solve(without).cost <= enough) kept = without
  }
  return kept
}

/**
 * A week of unnamed people. Equations: the people of each interval of the week, which closes upon itself,
 * with a column for those missing and one for those idle; and the hours of all, with one for hours left.
 */
class DesignWeek {
  readonly #openProgram: OpenColumnProgram
  readonly #instance: Instance
  readonly #demand: Float64Array
  readonly #hours: number

  constructor(instance: Instance, openProgram: OpenColumnProgram) {
    this.#openProgram = openProgram
    this.#instance = instance
    this.#demand = weekOfDemand(instance)
    const contracts = new Map(instance.contracts.map((contract) => [contract.id, contract]))
    this.#hours = instance.operators.reduce((sum, operator) => {
      const contract = contracts.get(operator.contract)
      const target = contract === undefined ? 0 : periodTargetOf(operator, contract)
      return sum + target / 60 / (instance.days / DAYS)
    }, 0)
  }

  solve(kinds: readonly MeasuredKind[]): WeekSolution {
    const program = this.#openProgram(Float64Array.of(...this.#demand, this.#hours))
    try {
      const list = new ColumnList()
      this.#addSlack(list)
      const first = list.count
      for (const kind of kinds) {
        for (let day = 0; day < DAYS; day++) list.addEntries(kind.cost, this.#entriesOf(kind, day))
      }
      program.addColumns(list.columns())
      const { objective, values, duals } = program.solve()
      return {
        cost: objective,
        shifts: kinds.map((_, index) => {
          const from = first + index * DAYS
          return values.subarray(from, from + DAYS).reduce((sum, shifts) => sum + shifts, 0)
        }),
        promiseOf: (kind) => this.#promise(kind, duals),
      }
    } finally {
      program.dispose()
    }
  }

  #addSlack(list: ColumnList): void {
    const { intervalMin, weights } = this.#instance
    const hours = intervalMin / 60
    const short = hours * meanShortPrice(this.#instance)
    for (let interval = 0; interval < this.#demand.length; interval++) {
      list.add(short, [interval])
      list.add(hours * weights.idle, [interval], -1)
    }
    list.add(0, [this.#demand.length])
  }

  #entriesOf(kind: MeasuredKind, day: number): (readonly [row: number, coefficient: number])[] {
    const perDay = MINUTES_PER_DAY / this.#instance.intervalMin
    const first = day * perDay + kind.firstInterval
    const intervals = kind.presence.map(
      (share, at) => [(first + at) % this.#demand.length, share] as const,
    )
    return [...intervals, [this.#demand.length, kind.paidHours]]
  }

  #promise(kind: MeasuredKind, duals: Float64Array): number {
    let promise = 0
    for (let day = 0; day < DAYS; day++) {
      const worth = this.#entriesOf(kind, day).reduce(
        (sum, [row, coefficient]) => sum + coefficient * (duals[row] as number),
        0,
      )
      promise += Math.max(0, worth - kind.cost)
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
