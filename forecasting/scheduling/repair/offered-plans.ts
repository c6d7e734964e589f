import { type ShiftChange, changesBetween } from '../changes-between.ts'
import type { SearchState } from '../engine/search-state.ts'
import { scheduleOf, shiftInCell, shiftsByCell } from '../engine/to-schedule.ts'
import { MINUTES_PER_DAY, type Schedule, type Shift } from '../instance.ts'

/** What a change of a published day must gain to be worth telling a person of it. */
export interface ChangePrices {
  readonly breaks: number
  readonly start: number
  readonly shift: number
}

/** In the unit of the objective: agent-hours at `costPerHour` 1. */
export const CHANGE_PRICES: ChangePrices = { breaks: 0.1, start: 0.5, shift: 1 }

/** How far a repair goes; `person` has one person take over for the one shift that is lost. */
export type RepairKind = 'none' | 'breaks' | 'starts' | 'person' | 'shifts' | 'all'

export interface RepairOption {
  readonly kind: RepairKind
  readonly schedule: Schedule
  /** The engine's total for the plan under the instance as it is now. */
  readonly objective: number
  /** The objective and the price of every change that the instance does not force. */
  readonly rank: number
  /** Against what was published, the forced ones included. */
  readonly changes: readonly ShiftChange[]
}

/**
 * Writes down what a repair makes of a published plan. Of thousands of shifts few change, so only those
 * are compared anew.
 */
export class OfferedPlans {
  readonly #state: SearchState
  readonly #published: Schedule
  readonly #prices: ChangePrices
  /** Published shifts that are against a rule now, by `placeOf`. */
  readonly #forced: ReadonlySet<string>
  /** The plan that nothing was done to but giving up what is lost, by cell. */
  readonly #given: readonly (Shift | undefined)[]
  /** People whose shifts in it are not the published ones. */
  readonly #changedPeople: ReadonlySet<string>

  constructor(
    state: SearchState,
    plan: {
      readonly published: Schedule
      readonly lost: readonly Shift[]
      readonly prices: ChangePrices
    },
  ) {
    this.#state = state
    this.#published = plan.published
    this.#prices = plan.prices
    this.#forced = new Set(plan.lost.map((shift) => placeOf(shift)))
    this.#given = shiftsByCell(state)
    const changes = changesBetween(plan.published, scheduleOf(state, this.#given))
    this.#changedPeople = new Set(changes.map(({ op }) => op))
  }

  /** @param touched cells that differ from the plan given, by `operator × days + day` */
  option(kind: RepairKind, touched: ReadonlySet<number>): RepairOption {
    const objective = this.#state.recount()
    const cells = [...this.#given]
    for (const cell of touched) cells[cell] = shiftInCell(this.#state, cell)
    const schedule = scheduleOf(this.#state, cells)
    const changes = this.#changesOf(schedule, touched)
    const price = changes
      .filter(({ before }) => before === null || !this.#forced.has(placeOf(before)))
      .reduce((sum, change) => sum + priceOf(change, this.#prices), 0)
    return { kind, schedule, objective, rank: objective + price, changes }
  }

  #changesOf(schedule: Schedule, touched: ReadonlySet<number>): ShiftChange[] {
    const { instance, days } = this.#state.problem
    const people = new Set(this.#changedPeople)
    for (const cell of touched) people.add(instance.operators[Math.floor(cell / days)]?.id ?? '')
    const within = (plan: Schedule): Schedule => ({
      ...plan,
      shifts: plan.shifts.filter(({ op }) => people.has(op)),
    })
    return changesBetween(within(this.#published), within(schedule))
  }
}

/** A person's day, which holds one shift at most. */
function placeOf({ op, start }: Shift): string {
  return `${op} ${Math.floor(start / MINUTES_PER_DAY)}`
}

function priceOf({ kind, before, after }: ShiftChange, prices: ChangePrices): number {
  if (kind === 'breaks') return prices.breaks
  return kind === 'changed' && before?.shape === after?.shape ? prices.start : prices.shift
}
