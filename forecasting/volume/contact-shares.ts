import { daysBetween, type LocalDate, weekdayOf } from '../kernel/calendar.ts'
import { halfLifeWeight } from '../kernel/half-life.ts'
import { dayOverdispersion, evidence, type SharedDay } from './share-overdispersion.ts'

/** Contacts of one local day by what they were: a language, or a topic. */
export interface CountedDay {
  readonly date: LocalDate
  /** Whole numbers by name; what the source did not name is not in it. */
  readonly contacts: ReadonlyMap<string, number>
}

/** What a day's contacts are made of, and how sure that is. */
export interface ContactShares {
  readonly kind: 'estimated'
  /** The largest first. The last is null where many small ones are told as one. */
  readonly names: readonly (string | null)[]
  /** Seven lists in the order of `names`, Monday first; each sums to 1. */
  readonly byWeekday: readonly Float64Array[]
  /** Contacts by which a weekday's shares are known, as if they were independent draws. */
  readonly evidence: Float64Array
  /** How much alike the contacts of one day are, 0..1: 0 when a day strays by chance alone. */
  readonly overdispersion: number
  readonly days: number
}

export type SharesEstimate =
  | ContactShares
  | { readonly kind: 'too_few_days'; readonly days: number }

/** Weight of a day falls to half over this many days. */
const HALF_LIFE_DAYS = 42
/** Part of a day of the common shares that stand beside a weekday's own. */
const BORROWED_DAYS = 0.25
/** Two weeks: before, a weekday has been seen once. */
const DAYS_MIN = 14
/** A page shows as many; the small ones are one more, together. */
const NAMES_MAX = 10

/**
 * Shares of languages or topics in the contacts of a day: exponentially weighted counts of a weekday,
 * drawn towards those of all weekdays (the mean of a Dirichlet posterior whose prior is the common
 * shares).
 *
 * Callers of a day are not independent: one notice sends many with one question. A day of `n` contacts
 * therefore counts as `n / (1 + (n − 1) ρ)`, where ρ is how much days stray from what was expected of them a
 * week before, beyond chance. It is at once the doubt that more history does not take away.
 *
 * Source: J. Mosimann, "On the compound multinomial distribution", Biometrika 49 (1962), for the variance;
 * moments instead of likelihood, as in R. Kleinman, JASA 68 (1973).
 *
 * @param days in any order; those after `before` are not looked at
 * @param before the first day that is told
 * @throws {RangeError} if a count is negative or not finite
 */
export function contactShares(days: readonly CountedDay[], before: LocalDate): SharesEstimate {
  const told = days
    .filter(({ date }) => date < before)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
  const names = namesOf(told, before)
  const counted = told.flatMap((day) => sharedDay(day, { names, before }))
  if (counted.length < DAYS_MIN) return { kind: 'too_few_days', days: counted.length }
  const overdispersion = dayOverdispersion(counted, estimate)
  const { shares, contacts } = estimate(counted, { ageDays: 0, overdispersion })
  return {
    kind: 'estimated',
    names,
    byWeekday: shares,
    evidence: contacts,
    overdispersion,
    days: counted.length,
  }
}

/** Names by what they had lately, and one more for all beyond the tenth. */
function namesOf(days: readonly CountedDay[], before: LocalDate): readonly (string | null)[] {
  const weights = new Map<string, number>()
  for (const { date, contacts } of days) {
    const weight = halfLifeWeight(daysBetween(date, before), HALF_LIFE_DAYS)
    for (const [name, count] of contacts) {
      if (!(count >= 0 && Number.isFinite(count))) {
        throw new RangeError(`contacts of ${date} must be finite and not negative, got ${count}`)
      }
      if (count > 0) weights.set(name, (weights.get(name) ?? 0) + weight * count)
    }
  }
  const names = [...weights]
    .toSorted(([a, weightA], [b, weightB]) =>
      weightA === weightB ? (a < b ? -1 : 1) : weightB - weightA,
    )
    .map(([name]) => name)
  // One small name alone is not made nameless.
  return names.length <= NAMES_MAX + 1 ? names : [...names.slice(0, NAMES_MAX), null]
}

function sharedDay(
  { date, contacts }: CountedDay,
  { names, before }: { readonly names: readonly (string | null)[]; readonly before: LocalDate },
): SharedDay[] {
  const total = [...contacts.values()].reduce((sum, count) => sum + count, 0)
  if (total === 0) return []
  const own = names.map((name) => (name === null ? 0 : (contacts.get(name) ?? 0)))
  const rest = total - own.reduce((sum, count) => sum + count, 0)
  const counts = Float64Array.from(own, (count, at) => (names[at] === null ? rest : count))
  return [{ weekday: weekdayOf(date), ageDays: daysBetween(date, before), counts, total }]
}

/** Shares of every weekday from days that are at least so old. */
function estimate(
  days: readonly SharedDay[],
  { ageDays, overdispersion }: { readonly ageDays: number; readonly overdispersion: number },
): { readonly shares: readonly Float64Array[]; readonly contacts: Float64Array } {
  const width = days[0]?.counts.length ?? 0
  const own = Array.from({ length: 7 }, () => new Float64Array(width))
  const common = new Float64Array(width)
  let [dayWeights, usual] = [0, 0]
  for (const day of days) {
    if (day.ageDays < ageDays) continue
    const weight = halfLifeWeight(day.ageDays - ageDays, HALF_LIFE_DAYS)
    const scale = (weight * evidence(day.total, overdispersion)) / day.total
    dayWeights += weight
    usual += weight * evidence(day.total, overdispersion)
    const weekday = own[day.weekday] as Float64Array
    day.counts.forEach((count, at) => {
      weekday[at] = (weekday[at] as number) + scale * count
      common[at] = (common[at] as number) + scale * count
    })
  }
  const all = sum(common)
  const borrowed = dayWeights === 0 ? 0 : (BORROWED_DAYS * usual) / dayWeights
  const shares = own.map((counts) => {
    const whole = sum(counts) + borrowed
    return counts.map((count, at) => (count + (borrowed * (common[at] as number)) / all) / whole)
  })
  return { shares, contacts: Float64Array.from(own, (counts) => sum(counts) + borrowed) }
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0)
}
