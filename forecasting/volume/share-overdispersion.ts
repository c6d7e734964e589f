/** One day's contacts by name, in the order of the names. */
export interface SharedDay {
  /** 0..6, Monday first. */
  readonly weekday: number
  /** Before the first day that is told; 1 is the day before it. */
  readonly ageDays: number
  readonly counts: Float64Array
  readonly total: number
}

/** Shares of every weekday from the days that are at least so old. */
type Estimate = (
  days: readonly SharedDay[],
  asked: { readonly ageDays: number; readonly overdispersion: number },
) => { readonly shares: readonly Float64Array[] }

/** A forecast is used from a week ahead on. */
const AHEAD_DAYS = 7
/** Days that an expectation rests on before its error counts. */
const LEARNING_DAYS = 14
/** The latest half-year: what shares strayed before says little of how they will. */
const JUDGED_DAYS = 182
/** Taken until a queue has shown its own: days that stray by a tenth of what a share can. */
const USUAL = 0.01
/** Of the days, least strange first. */
const BELIEVED_SHARE = 0.95
/** Days' worth of trust in the usual figure. */
const TRUST_DAYS = 14

/**
 * How much a day's shares stray from what was expected of them a week before, beyond chance: the
 * correlation between two contacts of one day, by moments. It holds what days do by themselves and what
 * the shares drifted in a week.
 *
 * Shares that were expected are reckoned once a week, for its seven days.
 *
 * @param days ascending by date
 * @returns 0..1, drawn to {@link USUAL} while few days can be compared
 */
export function dayOverdispersion(days: readonly SharedDay[], estimate: Estimate): number {
  const judged: { readonly strayed: number; readonly possible: number }[] = []
  for (let newest = 1; newest <= JUDGED_DAYS; newest += AHEAD_DAYS) {
    const oldest = newest + AHEAD_DAYS - 1
    const week = days.filter(({ ageDays }) => ageDays >= newest && ageDays <= oldest)
    const known = days.filter(({ ageDays }) => ageDays > oldest)
    if (week.length === 0 || known.length < LEARNING_DAYS) continue
    const { shares } = estimate(known, { ageDays: oldest + 1, overdispersion: USUAL })
    judged.push(...week.map((day) => strayedDay(day, shares[day.weekday] as Float64Array)))
  }
  // A holiday asks other questions: the strangest days must not widen every band.
  const believed = judged
    .filter(({ possible }) => possible > 0)
    .toSorted((a, b) => a.strayed / a.possible - b.strayed / b.possible)
    .slice(0, Math.ceil(judged.length * BELIEVED_SHARE))
  const whole = believed.reduce((sum, day) => sum + day.possible, 0)
  const strayed = believed.reduce((sum, day) => sum + day.strayed, 0)
  const own = whole === 0 ? USUAL : Math.min(1, Math.max(0, strayed / whole))
  const trust = judged.length / (judged.length + TRUST_DAYS)
  return trust * own + (1 - trust) * USUAL
}

/** Squared error of a day's shares beyond chance, and how much there would be if all contacts were alike. */
function strayedDay(
  { counts, total }: SharedDay,
  expected: Float64Array,
): { readonly strayed: number; readonly possible: number } {
  const spread = expected.reduce((sum, share) => sum + share * (1 - share), 0)
  const error = counts.reduce((sum, count, at) => {
    return sum + (count / total - (expected[at] as number)) ** 2
  }, 0)
  const weight = evidence(total, USUAL)
  return {
    strayed: weight * (error - spread / total),
    possible: weight * spread * (1 - 1 / total),
  }
}

/** Independent contacts that a day of `total` is worth when those of one day are alike. */
export function evidence(total: number, overdispersion: number): number {
  return total / (1 + Math.max(0, total - 1) * overdispersion)
}
