import type { Answer } from '../../components/page-headline/page-headline.tsx'
import type { Translate } from '../../lib/i18n/translate.ts'

export interface HistorySummary {
  /** Whole weeks between the first interval and the last. */
  readonly weeks: number
  readonly gapCount: number
}

/** One queue's extent, as the API tells it. */
export interface QueueExtent {
  readonly name: string
  readonly firstAt: string | null
  readonly lastAt: string | null
  readonly gaps: number
}

const WEEK_MS = 7 * 86_400_000
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

/**
 * The answer for a centre: as many weeks as its shortest history has. Queues without any are named,
 * for the others can be forecast all the same.
 */
export function centreAnswer(queues: readonly QueueExtent[], t: Translate): Answer {
  const told = queues.filter(({ firstAt }) => firstAt !== null)
  const untold = queues.filter(({ firstAt }) => firstAt === null)
  const weeks = told.length === 0 ? 0 : Math.min(...told.map(weeksOf))
  const gapCount = told.reduce((sum, { gaps }) => sum + gaps, 0)
  const answer = historyAnswer({ weeks, gapCount }, t)
  if (told.length === 0 || untold.length === 0) return answer
  const without = t('history.answer.without', {
    queues: untold.map(({ name }) => `«${name}»`).join(', '),
  })
  return { ...answer, text: `${answer.text}. ${without}` }
}

/** Rounded: the weeks of a queue that is shut at weekends begin on a Monday and end on a Friday. */
function weeksOf({ firstAt, lastAt }: QueueExtent): number {
  if (firstAt === null || lastAt === null) return 0
  return Math.round((Date.parse(lastAt) - Date.parse(firstAt)) / WEEK_MS)
}
