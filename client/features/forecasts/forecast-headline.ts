import type { Answer } from '../../components/page-headline/page-headline.tsx'
import type { Format } from '../../lib/i18n/format.ts'
import type { Translate } from '../../lib/i18n/translate.ts'
import type { ForecastPoint } from './forecast-model.ts'

/** As people say a large number: three digits that count, the others zero. */
function spoken(total: number): number {
  return Number(total.toPrecision(3))
}

/**
 * How many contacts will come? The total, and the busiest interval with its doubt. The total goes
 * without one: edges of intervals do not add up.
 */
export function forecastAnswer(
  points: readonly ForecastPoint[],
  { t, format }: { readonly t: Translate; readonly format: Format },
): Answer {
  const [first] = points
  if (first === undefined) return { text: t('forecast.answer.unknown'), tone: 'unknown' }
  const total = points.reduce((sum, { mean }) => sum + mean, 0)
  const peak = points.reduce((a, b) => (b.mean > a.mean ? b : a), first)
  return {
    text: t('forecast.answer', {
      total: format.number(spoken(total)),
      count: spoken(total),
      when: format.weekdayRange(peak.startMs, peak.endMs),
      peak: format.withDoubt(peak.mean, peak.low, peak.high),
    }),
    tone: 'covered',
  }
}
