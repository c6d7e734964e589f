import type { DayObservations } from './day-member.ts'
import type { DaySigns } from './day-signs.ts'

/** Weeks that are looked at: a pattern that ended half a year ago says nothing of the next weeks. */
const WEEKS_MAX = 26
/** With fewer, two busy weeks and two quiet ones look like a pattern. */
const WEEKS_MIN = 8
/** Standard errors of the mean swing. Chance makes 3 of them on ten real series without a fortnight. */
const SCORE_MIN = 4
/** And there it makes swings of up to 0.06. Smaller ones are not worth a model of their own. */
const SWING_MIN = 0.08
/** Variance of a week's contrast over that of a week: a mean of two is taken off. */
const CONTRAST_VARIANCE = 1.5

/**
 * True where every other week is another one: wages or pensions that are paid by the fortnight. Each week
 * is held against the mean of its neighbours, which takes level, trend and season out; the contrast must
 * turn its sign week by week, and do so far beyond how it strays.
 *
 * Weeks may begin on any weekday: the clearest of the seven counts.
 */
export function swingsByFortnight({ signs, values }: DayObservations): boolean {
  const contrasts = dayContrasts(signs, values)
  return Array.from({ length: 7 }, (_, start) => weekContrasts(contrasts, start)).some(isSwing)
}

interface Contrast {
  readonly day: number
  readonly value: number
}

/** What each ordinary day has over the mean of the same weekday a week before and after, the newest weeks. */
function dayContrasts(signs: readonly DaySigns[], values: Float64Array): Contrast[] {
  const byDay = new Map<number, number>()
  signs.forEach(({ day, special, afterSpecial }, i) => {
    if (special === null && !afterSpecial) byDay.set(day, values[i] as number)
  })
  const newest = signs.at(-1)?.day ?? 0
  return [...byDay].flatMap(([day, value]) => {
    const [before, after] = [byDay.get(day - 7), byDay.get(day + 7)]
    if (before === undefined || after === undefined || newest - day > 7 * WEEKS_MAX) return []
    return [{ day, value: value - (before + after) / 2 }]
  })
}

/** Mean contrast of each week that begins `start` days after the first; the sign of every other turned. */
function weekContrasts(contrasts: readonly Contrast[], start: number): number[] {
  const weeks = Map.groupBy(contrasts, ({ day }) => Math.floor((day - start) / 7))
  return [...weeks].map(([week, days]) => {
    const mean = days.reduce((sum, { value }) => sum + value, 0) / days.length
    return week % 2 === 0 ? mean : -mean
  })
}

function isSwing(contrasts: readonly number[]): boolean {
  const count = contrasts.length
  if (count < WEEKS_MIN) return false
  const mean = contrasts.reduce((sum, value) => sum + value, 0) / count
  const variance = contrasts.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1)
  const error = Math.sqrt(variance / CONTRAST_VARIANCE / count)
  // A contrast is twice the swing: one week is up as the other is down.
  const swing = Math.abs(mean) / 2
  return swing > SWING_MIN && swing > SCORE_MIN * error
}
