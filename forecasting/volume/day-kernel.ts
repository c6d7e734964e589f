import type { DaySigns } from './day-signs.ts'
import type { SpecialDay } from './special-day.ts'

/** Standard deviations (of log volume) and lengths (days) of the parts of the day kernel. */
export interface DayKernelSettings {
  readonly constant: number
  readonly weekday: number
  readonly weekdayDrift: number
  readonly weekdayDriftDays: number
  readonly level: number
  readonly levelDays: number
  readonly slowLevel: number
  readonly slowLevelDays: number
  readonly annual: number
  readonly annualLength: number
  readonly monthDay: number
  readonly monthDayLength: number
  readonly short: number
  readonly shortDays: number
  readonly noise: number
}

const YEAR_DAYS = 365.25
const MONTH_DAYS = 30.44

/** How far specials stray from ordinary days: half up or down is usual (log 1.6 = 0.5). */
const SPECIAL_SHARED = 0.4
const SPECIAL_NAMED = 0.5
const AFTER_SPECIAL = 0.15
const BEFORE_SPECIAL = 0.1

/** Covariance of the log volumes of two days. */
export type DayKernel = (a: DaySigns, b: DaySigns) => number

/**
 * The covariance by which days inform each other: near days share a level, the same weekday shares
 * an effect that drifts, the same season of a year and day of a month share theirs, and special
 * days share one effect by kind and one by name. A holiday never seen borrows from its kind.
 *
 * Lags and month days are tabulated, so that building a matrix costs a few additions an entry.
 *
 * Source: C. E. Rasmussen and C. K. I. Williams, "Gaussian Processes for Machine Learning" (2006),
 * section 5.4.3 (sums of kernels with one meaning each).
 *
 * @param maxLagDays greatest distance between two days that will be asked for
 */
export function dayKernel(settings: DayKernelSettings, maxLagDays: number): DayKernel {
  const byLag = new Float64Array(maxLagDays + 1)
  for (let lag = 0; lag <= maxLagDays; lag++) byLag[lag] = lagCovariance(settings, lag)
  const byMonthLag = Float64Array.from({ length: 31 }, (_, lag) =>
    periodic(settings.monthDay, settings.monthDayLength, lag / MONTH_DAYS),
  )
  return (a, b) => {
    const covariance =
      (byLag[Math.abs(a.day - b.day)] as number) +
      (byMonthLag[Math.abs(a.dayOfMonth - b.dayOfMonth)] as number)
    return covariance + specialCovariance(a, b)
  }
}

function lagCovariance(settings: DayKernelSettings, lag: number): number {
  let covariance =
    settings.constant ** 2 +
    settings.level ** 2 * Math.exp(-lag / settings.levelDays) +
    settings.slowLevel ** 2 * Math.exp(-lag / settings.slowLevelDays) +
    settings.short ** 2 * Math.exp(-lag / settings.shortDays) +
    periodic(settings.annual, settings.annualLength, lag / YEAR_DAYS)
  if (lag % 7 === 0) {
    covariance +=
      settings.weekday ** 2 +
      settings.weekdayDrift ** 2 * Math.exp(-lag / settings.weekdayDriftDays)
  }
  return covariance
}

/** MacKay's periodic kernel; `turns` is the distance in periods. */
function periodic(deviation: number, length: number, turns: number): number {
  return deviation ** 2 * Math.exp((-2 * Math.sin(Math.PI * turns) ** 2) / length ** 2)
}

function specialCovariance(a: DaySigns, b: DaySigns): number {
  let covariance = 0
  if (a.special !== null && b.special !== null) covariance += namedCovariance(a.special, b.special)
  if (a.afterSpecial && b.afterSpecial) covariance += AFTER_SPECIAL ** 2
  if (a.beforeSpecial && b.beforeSpecial) covariance += BEFORE_SPECIAL ** 2
  return covariance
}

function namedCovariance(a: SpecialDay, b: SpecialDay): number {
  const shared = a.kind === b.kind ? SPECIAL_SHARED ** 2 : 0
  return shared + (a.name === b.name ? SPECIAL_NAMED ** 2 : 0)
}
