import { breakWindows } from '../break-windows.ts'
import type { Instance, Shape } from '../instance.ts'
import { BREAK_GRID_MINUTES } from '../instance.ts'
import { workedNightMinutes } from '../night-minutes.ts'
import type { TimeGrid } from './time-grid.ts'

/** Shapes as columns. Break `k` of shape `s` is at index `s × breaksMax + k`, in time order. */
export interface ShapeTable {
  readonly spanMinutes: Int32Array
  readonly paidMinutes: Int32Array
  readonly spanSlots: Int32Array
  readonly breaksMax: number
  readonly breakCount: Int32Array
  readonly breakSlots: Int32Array
  /** First and last offset in slots at which the break may start; on no particular grid. */
  readonly breakFrom: Int32Array
  readonly breakTo: Int32Array
  /** 1 where no choice of one break can forbid a choice of another. */
  readonly breaksIndependent: Uint8Array
  /** Least slots of work since the break before it; of a shift's first break, since its start. */
  readonly breakAfter: Int32Array
  /** Slots of the grid that breaks start on. */
  readonly gridSlots: number
  /** Night minutes of a shift by `shape × slotsPerDay + slot of the day of its start`. */
  readonly nightMinutes: Int32Array
}

export function shapeTable(instance: Instance, grid: TimeGrid): ShapeTable {
  const { shapes, rules } = instance
  const { slotMinutes, slotsPerDay } = grid
  const breaksMax = Math.max(1, ...shapes.map((shape) => shape.breaks.length))
  const table: ShapeTable = {
    spanMinutes: Int32Array.from(shapes, ({ spanMin }) => spanMin),
    paidMinutes: Int32Array.from(shapes, ({ paidMin }) => paidMin),
    spanSlots: Int32Array.from(shapes, ({ spanMin }) => spanMin / slotMinutes),
    breaksMax,
    breakCount: Int32Array.from(shapes, (shape) => shape.breaks.length),
    breakSlots: new Int32Array(shapes.length * breaksMax),
    breakFrom: new Int32Array(shapes.length * breaksMax),
    breakTo: new Int32Array(shapes.length * breaksMax),
    breaksIndependent: new Uint8Array(shapes.length),
    breakAfter: new Int32Array(shapes.length * breaksMax),
    gridSlots: BREAK_GRID_MINUTES / slotMinutes,
    nightMinutes: new Int32Array(shapes.length * slotsPerDay),
  }
  shapes.forEach((shape, index) => {
    addBreaks(table, { index, shape, instance, slotMinutes })
    for (let slot = 0; slot < slotsPerDay; slot++) {
      const start = slot * slotMinutes
      table.nightMinutes[index * slotsPerDay + slot] = workedNightMinutes(start, shape, rules)
    }
  })
  return table
}

function addBreaks(
  table: ShapeTable,
  place: { index: number; shape: Shape; instance: Instance; slotMinutes: number },
): void {
  const { index, shape, instance, slotMinutes } = place
  const windows = breakWindows(shape, instance.rules)
  windows.forEach((window, k) => {
    const at = index * table.breaksMax + k
    table.breakSlots[at] = window.lenMin / slotMinutes
    table.breakFrom[at] = Math.ceil(window.fromMin / slotMinutes)
    table.breakTo[at] = Math.floor(window.toMin / slotMinutes)
    table.breakAfter[at] = Math.ceil(window.workBeforeMin / slotMinutes)
  })
  const mayMeet = windows.some(({ toMin, lenMin }, k) => {
    const next = windows[k + 1]
    return next !== undefined && toMin + lenMin + next.workBeforeMin > next.fromMin
  })
  table.breaksIndependent[index] = mayMeet ? 0 : 1
}
