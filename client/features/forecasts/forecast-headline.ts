import type { Answer } from '../../components/page-headline/page-headline.tsx'
import type { Format } from '../../lib/i18n/format.ts'
import type { Translate } from '../../lib/i18n/translate.ts'
import type { ForecastPoint } from './forecast-model.ts'
import type { ForecastVersion } from './versions/use-forecast-versions.ts'

interface Words {
  readonly t: Translate
  readonly format: Format
}

/** As people say a large number: three digits that count, the others zero. */
function spoken(total: number): number {
  return Number(total.toPrecision(3))
}

/**
 * How many contacts will come? The total, and the busiest interval with its doubt. The total goes
 * without one: edges of intervals do not add up.
 */
export function forecastAnswer(points: readonly ForecastPoint[], { t, format }: Words): Answer {
  const [first] = points
  if (first === undefined) return { text: t('forecast.answer.unknown'), tone: 'unknown' }
  const total = points.reduce((sum, { mean }) => sum + mean, 0)
  const peak = points.reduce((a, b) => (b.mean > a.mean ? b : a), first)
  return {
    text: t('forecast.answer', {
      total: format.number(spoken(total)),
      count: spoken(total),
      when: whenOf(peak, (points.at(-1)?.endMs ?? 0) - first.startMs, format),
      peak: format.withDoubt(peak.mean, peak.low, peak.high),
    }),
    tone: 'covered',
  }
}

const WEEK_MS = 7 * 86_400_000

/** Within a week the weekday says which day; beyond it only the date does. */
function whenOf({ startMs, endMs }: ForecastPoint, spanMs: number, format: Format): string {
  // A week in which the clock is put back is an hour longer.
  return spanMs <= WEEK_MS + 3_600_000
    ? format.weekdayRange(startMs, endMs)
    : `${format.date(startMs)}, ${format.timeRange(startMs, endMs)}`
}

/**
 * How well the engine told the last weeks of a queue, beside the rule of thumb of planners; null
 * where the history was too short to test it.
 */
export function accuracyText(
  accuracy: ForecastVersion['accuracy'][number] | undefined,
  { t, format }: Words,
): string | null {
  if (accuracy === undefined) return null
  const { weeksTested, wape, wapeDaily, wapeMean4, coverage80 } = accuracy
  const main = t('forecast.accuracy', {
    weeks: weeksTested,
    kezek: format.percent(wape),
    mean4: format.percent(wapeMean4),
    daily: format.percent(wapeDaily),
  })
  return coverage80 === null
    ? main
    : `${main} ${t('forecast.accuracy.coverage', { share: format.percent(coverage80) })}`
}

/** How far the compared version lies from this one, over the intervals that both have. */
export function changeText(
  points: readonly ForecastPoint[],
  version: number,
  { t, format }: Words,
): string {
  const both = points.filter(({ previous }) => previous !== null)
  const now = both.reduce((sum, { mean }) => sum + mean, 0)
  const before = both.reduce((sum, { previous }) => sum + (previous ?? 0), 0)
  if (both.length === 0) return t('forecast.compare.none', { version })
  const change = {
    version,
    difference: format.signed(now - before),
    before: format.number(before),
    now: format.number(now),
  }
  return t('forecast.compare.change', change)
}
