import type { Answer } from '../../components/page-headline/page-headline.tsx'
import type { Translate } from '../../lib/i18n/translate.ts'

export interface HistorySummary {
  /** Whole weeks between the first interval and the last. */
  readonly weeks: number
  readonly gapCount: number
}

/** Fewer weeks than this show no weekly pattern; fewer than a year, no seasons. */
const LEAST_WEEKS = 6
const YEAR_WEEKS = 52

/** Can a forecast be made from this history? */
export function historyAnswer({ weeks, gapCount }: HistorySummary, t: Translate): Answer {
  if (weeks === 0) return { text: t('history.answer.none'), tone: 'unknown' }
  if (weeks < LEAST_WEEKS) {
    return { text: t('history.answer.short', { weeks, needed: LEAST_WEEKS }), tone: 'unknown' }
  }
  const season = weeks < YEAR_WEEKS ? 'history.answer.noSeasons' : 'history.answer.yes'
  const gaps = gapCount === 0 ? '' : ` ${t('history.answer.gaps', { count: gapCount })}`
  return { text: t(season, { weeks }) + gaps, tone: 'covered' }
}
