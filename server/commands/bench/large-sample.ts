import { addDays, type LocalDate, startOfLocalDay } from '#forecasting/kernel/calendar.ts'

import { generateSampleCentre, type SampleCentre } from '../../../fixtures/sample/sample-centre.ts'

/** Enough to forecast from, and quick to store. */
const HISTORY_DAYS = 26 * 7

/**
 * The sample centre as many times as large: each person so often, and the contacts of so many centres.
 * Positions, courses and plans of development stay those of the sample's own people.
 *
 * @param times at least 1
 */
export function largeSample(
  place: { readonly asOf: LocalDate; readonly seed: number },
  times: number,
): SampleCentre {
  const sample = generateSampleCentre(place)
  const fromMs = startOfLocalDay(addDays(place.asOf, -HISTORY_DAYS), sample.timezone)
  const copies = Array.from({ length: times }, (_, copy) => copy)
  const numberOf = (number: string, copy: number): string =>
    copy === 0 ? number : `${number}-${copy}`
  return {
    ...sample,
    operators: copies.flatMap((copy) =>
      sample.operators.map((one) => ({
        ...one,
        personnelNumber: numberOf(one.personnelNumber, copy),
      })),
    ),
    absences: copies.flatMap((copy) =>
      sample.absences.map((one) => ({
        ...one,
        personnelNumber: numberOf(one.personnelNumber, copy),
      })),
    ),
    history: sample.history
      .filter(({ startMs }) => startMs >= fromMs)
      .map(({ queue, startMs, ...figures }) => {
        const many = Object.entries(figures).map(([name, figure]) => [name, figure * times])
        return { queue, startMs, ...(Object.fromEntries(many) as typeof figures) }
      }),
  }
}
