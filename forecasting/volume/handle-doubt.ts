import { halfLifeWeight } from '../kernel/half-life.ts'
import { normalQuantile } from '../kernel/normal-quantile.ts'
import { portableExp } from '../kernel/portable-exp.ts'
import { portableLog } from '../kernel/portable-log.ts'
import type { DayMatrix } from './day-matrix.ts'
import { HALF_LIFE_DAYS, type HandleTimes } from './handle-time.ts'
import { QUANTILE_LEVELS } from './quantile-levels.ts'

/** How far the mean handle time of an interval strays from what is expected. */
export interface HandleDoubt {
  /** Variance of the logarithm of a day's level, a week ahead. */
  readonly dayVariance: number
  /** Relative variance of one contact's handle time: shared by those of an interval, it falls with their number. */
  readonly contactVariance: number
}

/** A forecast is used from a week ahead on. */
const AHEAD_DAYS = 7
/** Days of levels before an error is counted: a mean of three days is no level. */
const LEARNING_DAYS = 14
const DAYS_MIN = 14
/** A long way from any working queue: a typing error in one interval must not widen every band. */
const LOG_RATIO_MAX = 1.5

/**
 * Learns the doubt from how a queue's handle times strayed: within days, which is what single contacts
 * do; and from day to day against the level that was known a week before, less what single contacts
 * explain of it.
 *
 * @returns null with fewer than two weeks of days that can be compared
 */
export function handleDoubt(matrix: DayMatrix, expected: HandleTimes): HandleDoubt | null {
  const days = strayedDays(matrix, expected)
  const freedom = days.reduce((sum, { cells }) => sum + cells - 1, 0)
  if (freedom <= 0) return null
  const contactVariance = days.reduce((sum, { within }) => sum + within, 0) / freedom
  const errors = weekAheadErrors(days)
  if (errors.length < DAYS_MIN) return null
  const strayed = errors.reduce((sum, { error, contacts }) => {
    return sum + error ** 2 - contactVariance / contacts
  }, 0)
  return { dayVariance: Math.max(0, strayed / errors.length), contactVariance }
}

/**
 * Quantiles of an interval's mean handle time at `QUANTILE_LEVELS`: log-normal about the expected mean.
 *
 * @param contacts expected in the interval; fewer than one are taken for one
 * @returns ascending, seconds
 */
export function handleQuantiles(
  meanSeconds: number,
  contacts: number,
  { dayVariance, contactVariance }: HandleDoubt,
): number[] {
  const variance = dayVariance + portableLog(1 + contactVariance / Math.max(1, contacts))
  const spread = Math.sqrt(variance)
  return QUANTILE_LEVELS.map(
    (level) => meanSeconds * portableExp(spread * normalQuantile(level) - variance / 2),
  )
}

interface StrayedDay {
  readonly day: number
  readonly contacts: number
  /** Logarithm of the day's handle time over what its slots and weekday make expected. */
  readonly level: number
  readonly cells: number
  /** Σ contacts × (an interval's ratio over the day's − 1)². */
  readonly within: number
}

function strayedDays(matrix: DayMatrix, expected: HandleTimes): StrayedDay[] {
  const { slotsPerDay, weekdays, handled, handleSeconds } = matrix
  return weekdays.flatMap((weekday, day) => {
    const cells: { contacts: number; ratio: number }[] = []
    for (let slot = 0; slot < slotsPerDay; slot++) {
      const contacts = handled[day * slotsPerDay + slot] ?? 0
      const seconds = handleSeconds[day * slotsPerDay + slot] ?? 0
      const usual = expected.at(weekday, slot)
      if (!(contacts > 0 && seconds > 0) || usual === null || usual === 0) continue
      const ratio = seconds / contacts / usual
      if (Math.abs(portableLog(ratio)) < LOG_RATIO_MAX) cells.push({ contacts, ratio })
    }
    if (cells.length === 0) return []
    const contacts = cells.reduce((sum, cell) => sum + cell.contacts, 0)
    const ratio = cells.reduce((sum, cell) => sum + cell.contacts * cell.ratio, 0) / contacts
    const within = cells.reduce((sum, cell) => {
      return sum + cell.contacts * (cell.ratio / ratio - 1) ** 2
    }, 0)
    return [{ day, contacts, level: portableLog(ratio), cells: cells.length, within }]
  })
}

/** Errors of each day's level against the weighted mean of the levels known a week before. */
function weekAheadErrors(
  days: readonly StrayedDay[],
): { readonly error: number; readonly contacts: number }[] {
  const errors: { error: number; contacts: number }[] = []
  for (const { day, level, contacts } of days) {
    const before = days.filter((one) => one.day <= day - AHEAD_DAYS)
    if (before.length < LEARNING_DAYS) continue
    let [weights, sum] = [0, 0]
    for (const one of before.slice(-REMEMBERED_DAYS)) {
      const weight = halfLifeWeight(day - one.day, HALF_LIFE_DAYS) * one.contacts
      weights += weight
      sum += weight * one.level
    }
    errors.push({ error: level - sum / weights, contacts })
  }
  return errors
}

/** Half a year weighs a hundredth: more would cost time and change nothing. */
const REMEMBERED_DAYS = 182
