import { cosineOfTurns } from '../kernel/portable-cosine.ts'
import { portableExp } from '../kernel/portable-exp.ts'
import type { DaySigns } from './day-signs.ts'
import type { SpecialDay } from './special-day.ts'

/** What a day's log volume is the sum of; a planner can read each as a factor. */
export const DAY_PARTS = [
  'trend',
  'level',
  'weekday',
  'season',
  'monthDay',
  'special',
  'besideSpecial',
] as const
export type DayPart = (typeof DAY_PARTS)[number]

/** Standard deviations (of log volume) and lengths (days) of the parts of the day kernel. */
export interface DayKernelSettings {
  readonly constant: number
  readonly weekday: number
  readonly weekdayDrift: number
  readonly weekdayDriftDays: number
  readonly level: number
  readonly levelDays: number
  /** True: the levels bend gently (Matérn 3/2); false: they may turn any day (Matérn 1/2). */
  readonly isSmooth: boolean
  readonly slowLevel: number
  readonly slowLevelDays: number
  readonly annual: number
  readonly annualLength: number
  /** Of the place in two weeks; 0 for queues that do not swing from week to week. */
  readonly fortnight: number
  readonly fortnightLength: number
  readonly monthDay: number
  readonly monthDayLength: number
  readonly short: number
  readonly shortDays: number
}

const YEAR_DAYS = 365.25
const MONTH_DAYS = 30.44
const FORTNIGHT_DAYS = 14

/**
 * Weekdays come in two classes, busy and quiet, and share their effect; within a class they differ by
 * the much smaller `weekday`. Without the classes a young queue would have to learn each weekday from
 * the one or two that it has seen.
 */
const CLASS = 0.75

/** How far specials stray from ordinary days: half up or down is usual (log 1.6 = 0.5). */
const SPECIAL_SHARED = 0.4
const SPECIAL_NAMED = 0.5
const AFTER_SPECIAL = 0.1
const BEFORE_SPECIAL = 0.1
/** A holiday is like the weekly rest day, and the day after it like the week's first. */
const REST = 0.5
const FIRST_AFTER_REST = 0.4

/** Covariance of the log volumes of two days: of the whole, or of one part of it. */
export interface DayKernel {
  covariance(a: DaySigns, b: DaySigns): number
  /** What an observed day `a` says of one part of the day `b`. */
  part(name: DayPart, a: DaySigns, b: DaySigns): number
}

/**
 * The covariance by which days inform each other: near days share a level, the same weekday shares
 * an effect that drifts, the same season of a year and day of a month share theirs, and special
 * days share one effect by kind and one by name. A holiday never seen borrows from its kind and from
 * the weekly rest day; the day after it, from the first day after that one.
 *
 * Lags and month days are tabulated, so that building a matrix costs a few additions an entry.
 *
 * Source: C. E. Rasmussen and C. K. I. Williams, "Gaussian Processes for Machine Learning" (2006),
 * section 5.4.3 (sums of kernels with one meaning each).
 *
 * @param maxLagDays greatest distance between two days that will be asked for
 */
export function dayKernel(settings: DayKernelSettings, maxLagDays: number): DayKernel {
  const byLag = lagTables(settings, maxLagDays)
  const monthDays = Float64Array.from({ length: 31 }, (_, lag) =>
    periodic(settings.monthDay, settings.monthDayLength, lag / MONTH_DAYS),
  )
  const whole = byLag.trend.map(
    (trend, lag) =>
      trend +
      (byLag.level[lag] as number) +
      (byLag.weekday[lag] as number) +
      (byLag.season[lag] as number),
  )
  const ofMonthDays = (a: DaySigns, b: DaySigns): number =>
    monthDays[Math.abs(a.dayOfMonth - b.dayOfMonth)] as number
  return {
    covariance(a, b) {
      const ofDates =
        (whole[Math.abs(a.day - b.day)] as number) + ofMonthDays(a, b) + classCovariance(a, b)
      if (a.isPlain || b.isPlain) return ofDates
      return ofDates + specialCovariance(a, b) + besideCovariance(a, b) + restCovariance(a, b)
    },
    part(name, a, b) {
      if (name === 'monthDay') return ofMonthDays(a, b)
      const rest = name === partOfRest(b) ? restCovariance(a, b) : 0
      if (name === 'special') return rest + specialCovariance(a, b)
      if (name === 'besideSpecial') return rest + besideCovariance(a, b)
      const ofClass = name === 'weekday' ? classCovariance(a, b) : 0
      return rest + ofClass + (byLag[name][Math.abs(a.day - b.day)] as number)
    },
  }
}

type LagPart = Extract<DayPart, 'trend' | 'level' | 'weekday' | 'season'>

function lagTables(s: DayKernelSettings, maxLagDays: number): Record<LagPart, Float64Array> {
  const table = (at: (lag: number) => number): Float64Array =>
    Float64Array.from({ length: maxLagDays + 1 }, (_, lag) => at(lag))
  const fading = s.isSmooth ? smoothFading : fadingOf
  return {
    trend: table((lag) => square(s.constant) + square(s.slowLevel) * fading(lag / s.slowLevelDays)),
    level: table(
      (lag) =>
        square(s.level) * fading(lag / s.levelDays) + square(s.short) * fadingOf(lag / s.shortDays),
    ),
    weekday: table(
      (lag) =>
        periodic(s.fortnight, s.fortnightLength, lag / FORTNIGHT_DAYS) +
        (lag % 7 === 0
          ? square(s.weekday) + square(s.weekdayDrift) * fadingOf(lag / s.weekdayDriftDays)
          : 0),
    ),
    season: table((lag) => periodic(s.annual, s.annualLength, lag / YEAR_DAYS)),
  }
}

function square(x: number): number {
  return x * x
}

/** Beyond 600 lengths nothing is left, and the exponential would underflow. */
function fadingOf(lengths: number): number {
  return portableExp(-Math.min(lengths, 600))
}

function smoothFading(lengths: number): number {
  return (1 + lengths) * fadingOf(lengths)
}

/** MacKay's periodic kernel; `turns` is the distance in periods. 2 sin² x = 1 − cos 2x. */
function periodic(deviation: number, length: number, turns: number): number {
  return square(deviation) * portableExp((cosineOfTurns(turns) - 1) / square(length))
}

function classCovariance(a: DaySigns, b: DaySigns): number {
  return a.isQuiet === b.isQuiet ? square(CLASS) : 0
}

function specialCovariance(a: DaySigns, b: DaySigns): number {
  return a.special === null || b.special === null ? 0 : namedCovariance(a.special, b.special)
}

function restCovariance(a: DaySigns, b: DaySigns): number {
  const rest = a.isRest && b.isRest ? square(REST) : 0
  return rest + (a.isFirstAfterRest && b.isFirstAfterRest ? square(FIRST_AFTER_REST) : 0)
}

/** What a planner would call it: on a holiday its effect, on an ordinary Sunday the weekday's. */
function partOfRest(day: DaySigns): DayPart {
  if (day.special !== null) return 'special'
  return day.afterSpecial ? 'besideSpecial' : 'weekday'
}

function besideCovariance(a: DaySigns, b: DaySigns): number {
  const after = a.afterSpecial && b.afterSpecial ? square(AFTER_SPECIAL) : 0
  return after + (a.beforeSpecial && b.beforeSpecial ? square(BEFORE_SPECIAL) : 0)
}

function namedCovariance(a: SpecialDay, b: SpecialDay): number {
  const shared = a.kind === b.kind ? square(SPECIAL_SHARED) : 0
  return shared + (a.name === b.name ? square(SPECIAL_NAMED) : 0)
}
