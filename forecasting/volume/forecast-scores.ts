import { daysBetween, type LocalDate, localDate, localDateOf } from '../kernel/calendar.ts'
import type { EpochMs } from '../kernel/units.ts'
import { zoneClock } from '../kernel/zone-clock.ts'

/** One version's forecast of one queue, in columns of one length, ascending by start. */
export interface ToldVersion {
  /** The first day that it foretold: what it knew ended before it. */
  readonly originDate: LocalDate
  readonly startMs: Float64Array
  /** Expected contacts, by the engine alone. */
  readonly engine: Float64Array
  /** The same after what a planner changed by hand. */
  readonly final: Float64Array
  /** Edges of the 80 % band of `final`. */
  readonly low: Float64Array
  readonly high: Float64Array
}

/** What came to the queue, from before the versions' origins on; ascending by start. */
export interface Arrivals {
  readonly startMs: Float64Array
  readonly offered: Float64Array
}

/** One interval of a version, beside what came. */
export interface ScoredInterval {
  readonly startMs: number
  readonly date: LocalDate
  /** 1 is the first week of the version. */
  readonly weekAhead: number
  readonly actual: number
  readonly engine: number
  readonly final: number
  /** The same weekday's interval in the last week that was known at the origin; null without one. */
  readonly naive: number | null
  readonly isInside: boolean
}

const DAY_MS = 86_400_000
const WEEK_MS = 7 * DAY_MS
/** So long ago, a week says nothing of this one. */
const NAIVE_WEEKS_MAX = 20
/** Of a day whose expected contacts lie to less than this in known intervals, too little is known. */
const KNOWN_SHARE_MIN = 0.9

/**
 * Lays a version beside what came. A day that is under way, or that a gap has made holes in, is left
 * out whole; so is an interval in which nobody was expected and nobody came.
 *
 * The naive forecast looks back by the wall clock, so that a change of the clock does not move it.
 */
export function scoredIntervals(
  version: ToldVersion,
  arrivals: Arrivals,
  timezone: string,
): ScoredInterval[] {
  const clock = zoneClock(timezone)
  const wallOf = (startMs: number): number => startMs + clock.offsetMs(startMs)
  const came = new Map<number, number>()
  const byWall = new Map<number, number>()
  arrivals.startMs.forEach((startMs, i) => {
    came.set(startMs, arrivals.offered[i] as number)
    byWall.set(wallOf(startMs), arrivals.offered[i] as number)
  })
  const dates = Array.from(version.startMs, (startMs) => localDateOf(startMs as EpochMs, timezone))
  const known = knownDates(version, dates, came)
  const originWall = daysBetween(localDate('1970-01-01'), version.originDate) * DAY_MS
  const scored: ScoredInterval[] = []
  version.startMs.forEach((startMs, i) => {
    const date = dates[i] as LocalDate
    const [engine, final] = [version.engine[i] as number, version.final[i] as number]
    const actual = came.get(startMs) ?? 0
    if (!known.has(date) || (actual === 0 && engine === 0 && final === 0)) return
    scored.push({
      startMs,
      date,
      weekAhead: Math.floor(daysBetween(version.originDate, date) / 7) + 1,
      actual,
      engine,
      final,
      naive: naiveAt(wallOf(startMs), originWall, byWall),
      isInside:
        actual >= Math.floor(version.low[i] as number) &&
        actual <= Math.ceil(version.high[i] as number),
    })
  })
  return scored
}

function knownDates(
  { startMs, engine }: ToldVersion,
  dates: readonly LocalDate[],
  came: ReadonlyMap<number, number>,
): ReadonlySet<LocalDate> {
  const shares = new Map<LocalDate, { expected: number; known: number; rows: number }>()
  dates.forEach((date, i) => {
    const share = shares.get(date) ?? { expected: 0, known: 0, rows: 0 }
    const isKnown = came.has(startMs[i] as number)
    share.expected += engine[i] as number
    share.known += isKnown ? (engine[i] as number) : 0
    share.rows += isKnown ? 1 : 0
    shares.set(date, share)
  })
  const whole = [...shares].filter(
    ([, { expected, known, rows }]) => rows > 0 && known >= KNOWN_SHARE_MIN * expected,
  )
  return new Set(whole.map(([date]) => date))
}

function naiveAt(
  wallMs: number,
  originWallMs: number,
  byWall: ReadonlyMap<number, number>,
): number | null {
  const back = Math.floor((wallMs - originWallMs) / WEEK_MS) + 1
  for (let weeks = back; weeks < back + NAIVE_WEEKS_MAX; weeks++) {
    const found = byWall.get(wallMs - weeks * WEEK_MS)
    if (found !== undefined) return found
  }
  return null
}

/** Over how long a stretch an error is looked at: what is too much here and too little there cancels. */
export type ScoreStep = 'interval' | 'day' | 'week'

/** One stretch: sums over its intervals. */
export interface ScoredStretch {
  readonly actual: number
  readonly engine: number
  readonly final: number
  readonly naive: number | null
}

/** Errors of several stretches together. Ratios are over what came. */
export interface Score {
  readonly stretches: number
  readonly actual: number
  /** Sum of absolute errors over what came, 0..; null where nothing came. */
  readonly wapeEngine: number | null
  readonly wapeFinal: number | null
  /** Null where a naive forecast is not known of every stretch. */
  readonly wapeNaive: number | null
  /** Sum of errors (forecast less actual) over what came. */
  readonly biasFinal: number | null
}

/** Scores stretches together. */
export function scoreOf(stretches: readonly ScoredStretch[]): Score {
  const sum = (of: (stretch: ScoredStretch) => number): number =>
    stretches.reduce((total, stretch) => total + of(stretch), 0)
  const actual = sum((one) => one.actual)
  const share = (part: number): number | null => (actual === 0 ? null : part / actual)
  const hasNaive = stretches.every(({ naive }) => naive !== null)
  return {
    stretches: stretches.length,
    actual,
    wapeEngine: share(sum((one) => Math.abs(one.engine - one.actual))),
    wapeFinal: share(sum((one) => Math.abs(one.final - one.actual))),
    wapeNaive: hasNaive ? share(sum((one) => Math.abs((one.naive ?? 0) - one.actual))) : null,
    biasFinal: share(sum((one) => one.final - one.actual)),
  }
}

/**
 * The stretches of one version's intervals. Only whole weeks ahead are weeks: of a week that is
 * under way nothing can be said.
 *
 * @param intervals of one version, ascending
 */
export function stretchesOf(
  intervals: readonly ScoredInterval[],
  step: ScoreStep,
): readonly ScoredStretch[] {
  if (step === 'interval') return intervals
  const key = (one: ScoredInterval): string => (step === 'day' ? one.date : String(one.weekAhead))
  const groups = [...Map.groupBy(intervals, key).values()]
  return groups.filter((own) => step === 'day' || isWholeWeek(own)).map(summed)
}

/** A day on which the queue is closed leaves no interval: six of seven days are a week, five with both days of rest. */
const WEEK_DAYS_MIN = 5

function isWholeWeek(own: readonly ScoredInterval[]): boolean {
  return new Set(own.map(({ date }) => date)).size >= WEEK_DAYS_MIN
}

function summed(own: readonly ScoredInterval[]): ScoredStretch {
  const sum = (of: (one: ScoredInterval) => number): number =>
    own.reduce((total, one) => total + of(one), 0)
  return {
    actual: sum((one) => one.actual),
    engine: sum((one) => one.engine),
    final: sum((one) => one.final),
    naive: own.some(({ naive }) => naive === null) ? null : sum((one) => one.naive ?? 0),
  }
}
