import { normalQuantile } from '../kernel/normal-quantile.ts'
import { portableExp } from '../kernel/portable-exp.ts'
import { portableLog } from '../kernel/portable-log.ts'
import type { ContactShares } from './contact-shares.ts'
import { QUANTILE_LEVELS } from './quantile-levels.ts'

/** A day's expected contacts, and quantiles of them at `QUANTILE_LEVELS`. */
interface DayVolume {
  readonly mean: number
  readonly quantiles: readonly number[]
}

/** One name in one day: share and contacts, with quantiles at `QUANTILE_LEVELS`. */
export interface NamedPart {
  readonly share: number
  readonly shareQuantiles: readonly number[]
  readonly contacts: number
  readonly contactsQuantiles: readonly number[]
}

const DEVIATES = QUANTILE_LEVELS.map(normalQuantile)
/** Between the 10 % and the 90 % quantile of a normal variable. */
const DEVIATES_80 = 2 * normalQuantile(0.9)
const LOW_80 = QUANTILE_LEVELS.indexOf(0.1)
const HIGH_80 = QUANTILE_LEVELS.indexOf(0.9)
/** Beyond it the logarithm's scale tells nothing more: a band from a hundredth to a hundredfold. */
const SPREAD_MAX = 2.35

/**
 * What a day's contacts will be made of.
 *
 * A share strays by what is not known of it, by what days do, and by the chance of so many contacts; its
 * band is normal on the scale of log odds, so that it stays within 0..1. Contacts stray by that and by the
 * doubt of the day's volume, which are independent: their squared relative spreads add up. For chance
 * alone the sum is that of a Poisson count.
 *
 * @param weekday 0..6, Monday first
 * @returns in the order of `shares.names`; shares sum to 1, contacts to the volume
 * @throws {RangeError} if the volume is negative or not finite
 */
export function partsOfDay(
  { byWeekday, evidence, overdispersion }: Omit<ContactShares, 'kind' | 'names' | 'days'>,
  weekday: number,
  { mean, quantiles }: DayVolume,
): NamedPart[] {
  if (!(mean >= 0 && Number.isFinite(mean))) {
    throw new RangeError(`mean must be finite and not negative, got ${mean}`)
  }
  const shares = byWeekday[weekday] ?? new Float64Array()
  const unknown =
    overdispersion + 1 / ((evidence[weekday] ?? 0) + 1) + (1 - overdispersion) / Math.max(1, mean)
  const volumeSpread = spreadOf(quantiles)
  return Array.from(shares, (share) => {
    const contacts = share * mean
    const relative = Math.sqrt((1 - share) * unknown) / Math.sqrt(share)
    const spread = Math.min(SPREAD_MAX, Math.sqrt(relative * relative + volumeSpread ** 2))
    return {
      share,
      shareQuantiles: DEVIATES.map((deviate) => shareAt(share, relative, deviate)),
      contacts,
      contactsQuantiles: DEVIATES.map((deviate) => contacts * portableExp(spread * deviate)),
    }
  })
}

/** @param relative standard deviation of the share, relative to it */
function shareAt(share: number, relative: number, deviate: number): number {
  if (share >= 1) return 1
  if (share <= 0) return 0
  // The slope of the log odds is 1 / (share (1 − share)).
  const spread = Math.min(SPREAD_MAX, relative / (1 - share))
  const odds = (share / (1 - share)) * portableExp(spread * deviate)
  return odds / (1 + odds)
}

/** Relative spread of a volume by its 80 % band; 0 without one. */
function spreadOf(quantiles: readonly number[]): number {
  const [low = 0, high = 0] = [quantiles[LOW_80], quantiles[HIGH_80]]
  if (low <= 0 || high <= low) return 0
  return portableLog(high / low) / DEVIATES_80
}
