import type { ShapeTable } from './shape-table.ts'

/** A shift whose breaks are to be placed. */
export interface BreakPlacement {
  readonly shape: number
  /** Slot of the shift's start. */
  readonly first: number
  /** What a person in a slot costs; a break of that slot saves it. By slot. */
  readonly value: Float64Array
  /** Receives the offsets in slots, from index `at` on. */
  readonly offsets: Int32Array
  readonly at: number
}

const BREAKS_MAX = 8
const WINDOW_MAX = 97
const saved = new Float64Array(BREAKS_MAX * WINDOW_MAX)
const chosen = new Int32Array(BREAKS_MAX * WINDOW_MAX)

/**
 * Places every break of a shift where the people on break save most, one break after another with
 * the least work between them: dynamic programming over the windows, exact.
 *
 * @returns what the breaks save together
 * @throws {RangeError} if the breaks do not fit, which the menus have ruled out
 */
export function placeBreaks(shapes: ShapeTable, placement: BreakPlacement): number {
  const { shape, first, value, offsets, at } = placement
  const count = shapes.breakCount[shape] as number
  if (count === 0) return 0
  const base = shape * shapes.breaksMax
  const work = shapes.workBetweenBreaksSlots
  for (let k = 0; k < count; k++) {
    const length = shapes.breakSlots[base + k] as number
    const from = shapes.breakFrom[base + k] as number
    const to = shapes.breakTo[base + k] as number
    let best = Number.NEGATIVE_INFINITY
    let bestOffset = -1
    let reach = k === 0 ? 0 : (shapes.breakFrom[base + k - 1] as number)
    for (let offset = from; offset <= to; offset++) {
      const here = k * WINDOW_MAX + (offset - from)
      saved[here] = Number.NEGATIVE_INFINITY
      if (k > 0) {
        const before = shapes.breakFrom[base + k - 1] as number
        const beforeTo = shapes.breakTo[base + k - 1] as number
        const latest = offset - work - (shapes.breakSlots[base + k - 1] as number)
        for (; reach <= Math.min(latest, beforeTo); reach++) {
          const earlier = saved[(k - 1) * WINDOW_MAX + (reach - before)] as number
          if (earlier > best) {
            best = earlier
            bestOffset = reach
          }
        }
      }
      if ((first + offset) % shapes.gridSlots !== 0) continue
      if (k > 0 && bestOffset < 0) continue
      let release = k === 0 ? 0 : best
      for (let slot = 0; slot < length; slot++) release += value[first + offset + slot] as number
      saved[here] = release
      chosen[here] = bestOffset
    }
  }
  return traceBack(shapes, { base, count, offsets, at })
}

function traceBack(
  shapes: ShapeTable,
  place: { base: number; count: number; offsets: Int32Array; at: number },
): number {
  const { base, count, offsets, at } = place
  const from = shapes.breakFrom[base + count - 1] as number
  const to = shapes.breakTo[base + count - 1] as number
  let best = Number.NEGATIVE_INFINITY
  let offset = -1
  for (let candidate = from; candidate <= to; candidate++) {
    const total = saved[(count - 1) * WINDOW_MAX + (candidate - from)] as number
    if (total > best) {
      best = total
      offset = candidate
    }
  }
  if (offset < 0) throw new RangeError('the breaks of a shift do not fit into it')
  for (let k = count - 1; k >= 0; k--) {
    offsets[at + k] = offset
    offset = chosen[k * WINDOW_MAX + (offset - (shapes.breakFrom[base + k] as number))] as number
  }
  return best
}
