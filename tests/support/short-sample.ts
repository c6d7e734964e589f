import { addDays, type LocalDate, startOfLocalDay } from '#forecasting/kernel/calendar.ts'

import { generateSampleCentre, type SampleCentre } from '../../fixtures/sample/sample-centre.ts'

const HISTORY_DAYS = 26 * 7

/** The sample centre with half a year of its history: enough to plan by, and quick to forecast from. */
export function shortSample(asOf: LocalDate): SampleCentre {
  const sample = generateSampleCentre({ asOf, seed: 1 })
  const fromMs = startOfLocalDay(addDays(asOf, -HISTORY_DAYS), sample.timezone)
  return { ...sample, history: sample.history.filter(({ startMs }) => startMs >= fromMs) }
}
