import type { Instance } from '../instance.ts'
import { BREAK_GRID_MINUTES, MINUTES_PER_DAY } from '../instance.ts'

/** The horizon cut into equal slots on which every shift and break starts and ends. */
export interface TimeGrid {
  readonly slotMinutes: number
  readonly slotsPerDay: number
  /** Slots of the horizon. */
  readonly slots: number
  /** Slots of the horizon and of the tail that shifts crossing its end reach. */
  readonly slotsWithTail: number
  /** Slots of an interval of the demand, 1 or more. */
  readonly slotsPerInterval: number
  /** Intervals of the horizon. */
  readonly intervals: number
  readonly intervalsWithTail: number
}

/**
 * The coarsest grid that every start, span and break of an instance lies on: 15 minutes for
 * ordinary shapes, never coarser than the grid of breaks.
 */
export function timeGrid(instance: Instance): TimeGrid {
  const lengths = instance.shapes.flatMap((shape) => [
    shape.spanMin,
    shape.startFromMin,
    shape.startStepMin,
    ...shape.breaks.map(({ lenMin }) => lenMin),
  ])
  const slotMinutes = [instance.intervalMin, ...lengths].reduce(commonDivisor, BREAK_GRID_MINUTES)
  const longest = Math.max(0, ...instance.shapes.map(({ spanMin }) => spanMin))
  const slots = (instance.days * MINUTES_PER_DAY) / slotMinutes
  const slotsWithTail = slots + Math.ceil(longest / slotMinutes) + 1
  const slotsPerInterval = instance.intervalMin / slotMinutes
  return {
    slotMinutes,
    slotsPerDay: MINUTES_PER_DAY / slotMinutes,
    slots,
    slotsWithTail,
    slotsPerInterval,
    intervals: slots / slotsPerInterval,
    intervalsWithTail: Math.ceil(slotsWithTail / slotsPerInterval),
  }
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b)
}
