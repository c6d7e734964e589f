import { type BestChoice, priceOf } from '../engine/best-cell.ts'
import { OFF } from '../engine/roster.ts'
import type { SearchState } from '../engine/search-state.ts'
import { shiftInCell } from '../engine/to-schedule.ts'
import { type Instance, MINUTES_PER_DAY, type Schedule, type Shift } from '../instance.ts'
import type { Span } from './absence-reason.ts'
import { costTeller, explainedPlan, type ToldCost } from './explained-plan.ts'

/** The cheapest legal way for somebody not to be there in an interval. */
export interface Release extends ToldCost {
  readonly op: string
  /** What they work now. */
  readonly shift: Shift
  /** Another shift of that day that does not touch the interval; null for a day off. */
  readonly to: { readonly start: number; readonly shape: string } | null
}

export interface SurplusExplanation {
  /** The cheapest first, `TOLD_MOST` at most. */
  readonly releases: readonly Release[]
  /** People on duty then who could go as well, at a higher price. */
  readonly others: number
  /** People on duty then whose shift is locked or begun before the horizon, or whom no rule lets go. */
  readonly bound: number
}

/** So many are told with their reasons: each costs a reckoning of the whole plan. */
const TOLD_MOST = 8

/**
 * Why more people are there than an interval needs: for everybody on duty then, what it would cost to
 * have them at another time or off, and for the cheapest of them which terms of the price stand against it.
 *
 * @throws {RangeError} for an interval outside the horizon
 */
export function explainSurplus(
  instance: Instance,
  schedule: Schedule,
  interval: number,
): SurplusExplanation {
  const fromMin = interval * instance.intervalMin
  if (interval < 0 || fromMin >= instance.days * MINUTES_PER_DAY) {
    throw new RangeError(`interval ${interval} is outside the horizon`)
  }
  const span = { fromMin, toMin: fromMin + instance.intervalMin }
  const state = explainedPlan(instance, schedule)
  const locked = new Set(instance.locks.map(({ op, day }) => `${op} ${day}`))
  const onDuty = cellsOnDuty(state, span)
  const found = onDuty
    .filter(({ shift, day }) => !locked.has(`${shift.op} ${day}`))
    .map((cell) => ({ cell, choice: cheapestElsewhere(state, cell, span) }))
    .filter(({ choice }) => choice.delta < Number.POSITIVE_INFINITY)
    .toSorted((a, b) => a.choice.delta - b.choice.delta)
  const costOf = costTeller(state)
  return {
    releases: found
      .slice(0, TOLD_MOST)
      .map(({ cell, choice }) => ({
        ...released(instance, cell, choice),
        ...costOf(cell, choice),
      }))
      .toSorted((a, b) => a.delta - b.delta),
    others: Math.max(0, found.length - TOLD_MOST),
    bound: onDuty.length - found.length + stillOnDuty(instance, span),
  }
}

interface DutyCell {
  readonly o: number
  readonly day: number
  readonly shift: Shift
}

/** Cells whose shift touches the span, and is not on a break through the whole of it. */
function cellsOnDuty(state: SearchState, { fromMin, toMin }: Span): DutyCell[] {
  const { problem } = state
  const spans = new Map(problem.instance.shapes.map(({ id, spanMin }) => [id, spanMin]))
  const today = Math.floor(fromMin / MINUTES_PER_DAY)
  return problem.instance.operators.flatMap((_, o) =>
    [today - 1, today].flatMap((day) => {
      const shift = day < 0 ? undefined : shiftInCell(state, o * problem.days + day)
      if (shift === undefined) return []
      const end = shift.start + (spans.get(shift.shape) ?? 0)
      const isThere = shift.start < toMin && end > fromMin
      const rests = shift.breaks.some(({ start, len }) => start <= fromMin && start + len >= toMin)
      return isThere && !rests ? [{ o, day, shift }] : []
    }),
  )
}

/** A day off, or the shift of the cell's menu beside the span that costs the plan least. */
function cheapestElsewhere(state: SearchState, { o, day }: DutyCell, span: Span): BestChoice {
  const { menus, days, instance } = state.problem
  const menu = menus.list[menus.ofCell[o * days + day] as number]
  let best = { delta: priceOf(state, { o, day, start: OFF, shape: 0 }), start: OFF, shape: 0 }
  menu?.shapes.forEach((shape, index) => {
    const spanMin = instance.shapes[shape]?.spanMin ?? 0
    for (const start of menu.starts[index] ?? []) {
      const startMin = day * MINUTES_PER_DAY + start
      if (startMin < span.toMin && startMin + spanMin > span.fromMin) continue
      const delta = priceOf(state, { o, day, start, shape })
      if (delta < best.delta) best = { delta, start, shape }
    }
  })
  return best
}

function released(
  instance: Instance,
  cell: DutyCell,
  choice: BestChoice,
): Omit<Release, keyof ToldCost> {
  const shape = instance.shapes[choice.shape]?.id ?? ''
  return {
    op: cell.shift.op,
    shift: cell.shift,
    to: choice.start === OFF ? null : { start: cell.day * MINUTES_PER_DAY + choice.start, shape },
  }
}

function stillOnDuty({ operators }: Instance, { toMin }: Span): number {
  return operators.filter(({ history }) => history.lastShiftEnd >= toMin).length
}
