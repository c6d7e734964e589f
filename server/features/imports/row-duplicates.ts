import { MEASURES } from './normalised-row.ts'
import type { RowStore } from './row-store.ts'
import type { SeriesRows } from './series-rows.ts'

/** What was found where several rows tell of one queue and interval. */
export interface DuplicateCounts {
  /** Rows dropped because a later row said exactly the same. */
  readonly same: number
  /** Rows dropped because a later row said something else: the last one counts. */
  readonly replaced: number
  /** Rows added to another because they are parts of one interval (skill sets, languages). */
  readonly added: number
}

/**
 * Leaves one row for every interval of a series.
 *
 * The rule: of rows with the same queue, channel, interval and variant the last in the file counts,
 * as a corrected export is appended to an older one. Rows that differ in variant are parts, and are
 * added up into the first of them; a measure that one part does not know is unknown in the sum.
 *
 * @param rows the series' places in the store, ordered by start; replaced by those that stay
 * @param onPart called for every row that counts, before parts are added up
 */
export function mergeDuplicates(
  store: RowStore,
  rows: SeriesRows,
  onPart?: (place: number) => void,
): DuplicateCounts {
  const counts = { same: 0, replaced: 0, added: 0 }
  const { places } = rows
  let kept = 0
  for (let from = 0; from < places.length;) {
    let to = from + 1
    const startMs = store.startMs.get(places[from] as number)
    while (to < places.length && store.startMs.get(places[to] as number) === startMs) to++
    const parts =
      to - from === 1
        ? [places[from] as number]
        : lastOfVariants(store, places.subarray(from, to), counts)
    if (onPart !== undefined) for (const part of parts) onPart(part)
    places[kept++] = addUp(store, parts, counts)
    from = to
  }
  rows.places = places.subarray(0, kept)
  return counts
}

function lastOfVariants(
  store: RowStore,
  places: Uint32Array,
  counts: { same: number; replaced: number },
): number[] {
  const lastOfVariant = new Map<number, number>()
  for (const place of places) {
    const variant = store.variant.get(place)
    const earlier = lastOfVariant.get(variant)
    if (earlier !== undefined) {
      if (sameMeasures(store, earlier, place)) counts.same++
      else counts.replaced++
    }
    lastOfVariant.set(variant, place)
  }
  return [...lastOfVariant.values()]
}

function addUp(store: RowStore, parts: readonly number[], counts: { added: number }): number {
  const [first, ...others] = parts
  if (first === undefined) throw new RangeError('parts must not be empty')
  for (const other of others) {
    counts.added++
    for (const measure of MEASURES) {
      const column = store.measures[measure]
      column.set(first, column.get(first) + column.get(other))
    }
  }
  return first
}

function sameMeasures(store: RowStore, one: number, other: number): boolean {
  return MEASURES.every((measure) =>
    Object.is(store.measures[measure].get(one), store.measures[measure].get(other)),
  )
}
