/** Weeks on either side that tell whether a slot was open at that time. */
const NEIGHBOUR_WEEKS = 4

/** Below this mean, no contact at all is plausible (Poisson: e^-4 = 2 %); above, the row is lost. */
const PLAUSIBLE_ZERO_MEAN = 4

/**
 * Decides what absent rows mean, in place: a slot that the same weekday's neighbouring weeks mostly
 * lack as well was closed, and nothing came (0); one that they mostly have is not known (NaN).
 * Deciding by neighbours, and not by the whole history, follows opening hours that change.
 *
 * An export that never writes a zero leaves out the slots in which nothing came, so there an absent
 * row beside present ones is a zero while its usual count is small.
 *
 * @param counts days × slots; overwritten where no minute is covered
 * @param coveredMinutes minutes of each slot that rows cover
 */
export function fillAbsent(
  counts: Float64Array,
  coveredMinutes: Float64Array,
  layout: { readonly slotsPerDay: number; readonly closedDays: readonly boolean[] },
): void {
  const { slotsPerDay, closedDays } = layout
  const known = counts.slice()
  const omitsZeros = !known.some(
    (count, cell) => count === 0 && (coveredMinutes[cell] as number) > 0,
  )
  for (let day = 0; day < closedDays.length; day++) {
    const first = day * slotsPerDay
    const dayHasRows = coveredMinutes.subarray(first, first + slotsPerDay).some((m) => m > 0)
    for (let cell = first; cell < first + slotsPerDay; cell++) {
      if ((coveredMinutes[cell] as number) > 0) continue
      const usual = usualCount(cell, { known, coveredMinutes, slotsPerDay })
      const plausibleZero = dayHasRows
        ? omitsZeros && usual < PLAUSIBLE_ZERO_MEAN
        : closedDays[day] === true
      counts[cell] = Number.isNaN(usual) || plausibleZero ? 0 : Number.NaN
    }
  }
}

/** Mean count of the same weekday and slot nearby; NaN when that slot was mostly closed. */
function usualCount(
  cell: number,
  cells: {
    readonly known: Float64Array
    readonly coveredMinutes: Float64Array
    readonly slotsPerDay: number
  },
): number {
  const week = 7 * cells.slotsPerDay
  let present = 0
  let absent = 0
  let sum = 0
  for (let weeks = -NEIGHBOUR_WEEKS; weeks <= NEIGHBOUR_WEEKS; weeks++) {
    const neighbour = cell + weeks * week
    if (weeks === 0 || neighbour < 0 || neighbour >= cells.known.length) continue
    if ((cells.coveredMinutes[neighbour] as number) > 0) {
      present++
      sum += cells.known[neighbour] as number
    } else {
      absent++
    }
  }
  return present > absent ? sum / present : Number.NaN
}
