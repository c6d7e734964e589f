import type { RowStore, Series } from './row-store.ts'

/** The rows of one series: places in the store, ordered by start and then as in the file. */
export interface SeriesRows {
  readonly series: Series
  places: Uint32Array
}

/** Sorts the rows of a store into its series. */
export function rowsBySeries(store: RowStore): SeriesRows[] {
  const counts = new Uint32Array(store.series.length)
  for (let at = 0; at < store.length; at++) {
    const index = store.seriesIndex.get(at)
    counts[index] = (counts[index] as number) + 1
  }
  const rows = store.series.map((series) => ({
    series,
    places: new Uint32Array(counts[series.index] as number),
  }))
  const filled = new Uint32Array(store.series.length)
  for (let at = 0; at < store.length; at++) {
    const index = store.seriesIndex.get(at)
    const places = rows[index]?.places as Uint32Array
    places[filled[index] as number] = at
    filled[index] = (filled[index] as number) + 1
  }
  for (const { places } of rows) sortByStart(store, places)
  return rows
}

/** Files are nearly always in order already; looking first spares most of the work. */
function sortByStart(store: RowStore, places: Uint32Array): void {
  let previousMs = Number.NEGATIVE_INFINITY
  let inOrder = true
  for (const place of places) {
    const startMs = store.startMs.get(place)
    if (startMs < previousMs) {
      inOrder = false
      break
    }
    previousMs = startMs
  }
  // The sort keeps the order of the file among equals, and that order decides between duplicates.
  if (!inOrder) places.sort((a, b) => store.startMs.get(a) - store.startMs.get(b))
}
