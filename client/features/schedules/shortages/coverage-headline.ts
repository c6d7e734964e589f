import type { Answer } from '../../../components/page-headline/page-headline.tsx'
import {
  type CoverageInterval,
  shownPeople,
} from '../../../components/requirement-strip/coverage-cells.ts'
import type { Format } from '../../../lib/i18n/format.ts'
import type { Translate } from '../../../lib/i18n/translate.ts'
import type { Schedule } from '../versions/schedule-versions.ts'

/** A run of neighbouring intervals in which people are missing. */
export interface Shortage {
  readonly startMs: number
  readonly endMs: number
  /** The most that are missing in any interval of the run, above zero, in tenths of a person. */
  readonly missing: number
}

/** Up to this many shortages are named; the others are counted. */
const NAMED = 2

/** Neighbouring short intervals joined, the worst first; equals in order of time. */
export function shortages(intervals: readonly CoverageInterval[]): Shortage[] {
  return runsOf(intervals, -1).map(({ people, ...span }) => ({ ...span, missing: people }))
}

/** A run of neighbouring intervals in which more people are there than are needed. */
export interface Surplus {
  readonly startMs: number
  readonly endMs: number
  /** The most in any interval of the run, above zero, in tenths of a person. */
  readonly extra: number
}

/** Neighbouring intervals with too many people joined, the largest first; equals in order of time. */
export function surpluses(intervals: readonly CoverageInterval[]): Surplus[] {
  return runsOf(intervals, 1).map(({ people, ...span }) => ({ ...span, extra: people }))
}

interface Run {
  readonly startMs: number
  readonly endMs: number
  readonly people: number
}

function runsOf(intervals: readonly CoverageInterval[], side: 1 | -1): Run[] {
  const found: Run[] = []
  for (const interval of intervals) {
    const { startMs, endMs } = interval
    const people = side * shownPeople(interval).difference
    if (people <= 0) continue
    const last = found.at(-1)
    if (last?.endMs === startMs) {
      found[found.length - 1] = { ...last, endMs, people: Math.max(last.people, people) }
    } else {
      found.push({ startMs, endMs, people })
    }
  }
  return found.toSorted((a, b) =>
    a.people === b.people ? a.startMs - b.startMs : b.people - a.people,
  )
}

/** Agent-hours that are missing, part of a person included. */
export function shortHours(intervals: readonly CoverageInterval[]): number {
  return intervals.reduce(
    (sum, { startMs, endMs, required, scheduled }) =>
      sum + (Math.max(0, required - scheduled) * (endMs - startMs)) / 3_600_000,
    0,
  )
}

/** Agent-hours beyond what is needed. */
export function overHours(intervals: readonly CoverageInterval[]): number {
  return intervals.reduce(
    (sum, { startMs, endMs, required, scheduled }) =>
      sum + (Math.max(0, scheduled - required) * (endMs - startMs)) / 3_600_000,
    0,
  )
}

/** Whether the promise over the weeks is known to be kept by the shifts as they are. */
export function isPromiseKept({ wait }: Pick<Schedule, 'wait'>): boolean {
  return wait !== null && wait.isMet && !wait.isOutdated
}

/**
 * Is the week covered? Yes; yes but for the named intervals; or no, when people are missing in more
 * than a tenth of the intervals. Where the promise counts over the weeks and is kept, no interval by itself
 * says no.
 */
export function coverageAnswer(
  intervals: readonly CoverageInterval[],
  { t, format }: { readonly t: Translate; readonly format: Format },
  isKept = false,
): Answer {
  if (intervals.length === 0) return { text: t('schedule.answer.unknown'), tone: 'unknown' }
  const found = shortages(intervals)
  if (found.length === 0) return { text: t('schedule.answer.covered'), tone: 'covered' }
  if (isKept) return { text: t('schedule.answer.promise'), tone: 'covered' }
  const named = found.slice(0, NAMED).map(({ startMs, endMs, missing }) =>
    t('schedule.answer.shortage', {
      when: format.weekdayRange(startMs, endMs),
      missing: format.signedPeople(-missing),
    }),
  )
  const rest = found.length - named.length
  const where =
    rest === 0
      ? named.join(', ')
      : t('schedule.answer.andMore', { named: named.join(', '), count: rest })
  const shortCount = intervals.filter((interval) => shownPeople(interval).difference < 0).length
  const isMostlyCovered = shortCount * 10 <= intervals.length
  return {
    text: isMostlyCovered
      ? t('schedule.answer.except', { where })
      : t('schedule.answer.notCovered', { where }),
    tone: 'under',
  }
}
