import type { Problem } from '../engine/problem.ts'
import type { Entry, LinearProgramBuilder } from './linear-program.ts'
import type { SharedShift, ShiftVariables } from './shift-rows.ts'

/** Numbers of breaks of one length that start in each slot. */
export interface BreakStarts {
  readonly skillSet: number
  readonly slots: number
  /** Variables by slot, from `first` on. */
  readonly first: number
  readonly columns: readonly number[]
}

/**
 * Adds breaks as a queue: whose window opens waits, and has gone on break before it closes.
 *
 * Breaks of one skill-set, length and width of window share a queue, which serves in order of
 * arrival; so the width alone says how long anybody waits.
 */
export function addBreaks(
  builder: LinearProgramBuilder,
  problem: Problem,
  shifts: ShiftVariables,
): BreakStarts[] {
  const openings = shifts.flatMap((shift) => openingsOf(problem, shift))
  const queues = Map.groupBy(openings, (one) => `${one.skillSet} ${one.slots} ${one.width}`)
  return [...queues.values()].flatMap((queue) => addQueue(builder, queue))
}

/** A window that opens for every shift of a kind. */
interface Opening {
  readonly skillSet: number
  /** Slots that the break takes. */
  readonly slots: number
  /** Slots from the first to the last possible start. */
  readonly width: number
  /** Slot of the first possible start. */
  readonly at: number
  readonly column: number
}

function openingsOf({ shapes }: Problem, shift: SharedShift): Opening[] {
  const { breaksMax, breakCount, breakSlots, breakFrom, breakTo, gridSlots } = shapes
  return Array.from({ length: breakCount[shift.shape] as number }, (_, k) => {
    const index = shift.shape * breaksMax + k
    const earliest = shift.first + (breakFrom[index] as number)
    const at = Math.ceil(earliest / gridSlots) * gridSlots
    const latest = shift.first + (breakTo[index] as number)
    const { skillSet, column } = shift
    return { skillSet, column, slots: breakSlots[index] as number, width: latest - at, at }
  })
}

function addQueue(builder: LinearProgramBuilder, queue: readonly Opening[]): BreakStarts[] {
  const [one] = queue
  if (one === undefined) return []
  const first = queue.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY)
  const last = queue.reduce((most, { at }) => Math.max(most, at), 0) + one.width
  const openAt = Map.groupBy(queue, ({ at }) => at)
  const opened: (number | undefined)[] = []
  const columns: number[] = []
  let waitingBefore: number | undefined
  for (let slot = first; slot <= last; slot++) {
    const open = addOpen(builder, openAt.get(slot) ?? [])
    opened.push(open)
    const started = builder.variable(0)
    columns.push(started)
    const entries: Entry[] = [[started, -1]]
    if (open !== undefined) entries.push([open, 1])
    if (waitingBefore !== undefined) entries.push([waitingBefore, 1])
    const stillOpen = opened
      .slice(Math.max(0, opened.length - one.width))
      .filter((column) => column !== undefined)
    if (one.width === 0 || stillOpen.length === 0) waitingBefore = undefined
    else {
      waitingBefore = builder.variable(0)
      entries.push([waitingBefore, -1])
      const most = stillOpen.map((column): Entry => [column, 1])
      builder.row([[waitingBefore, -1], ...most], 0, Number.POSITIVE_INFINITY)
    }
    builder.row(entries, 0, 0)
  }
  return [{ skillSet: one.skillSet, slots: one.slots, first, columns }]
}

/** Number of windows that open in a slot; undefined when none can. */
function addOpen(builder: LinearProgramBuilder, openings: readonly Opening[]): number | undefined {
  if (openings.length === 0) return undefined
  const column = builder.variable(0)
  const byShift = Map.groupBy(openings, (opening) => opening.column)
  const entries = [...byShift].map(([shift, same]): Entry => [shift, same.length])
  builder.row([[column, -1], ...entries], 0, 0)
  return column
}
