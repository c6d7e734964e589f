import { MINUTES_PER_DAY } from './instance.ts'

/** A time of day that is short on some days. */
export interface ShortTime {
  readonly days: readonly number[]
  /** Minutes of the day, the second excluded. */
  readonly fromMin: number
  readonly toMin: number
  /** Agent-hours that are missing on all of these days. */
  readonly hours: number
  /** The same in English, as in `00:00-06:00 on days 0, 1: 12 h`. */
  readonly text: string
}

/**
 * Puts short intervals together: those in a row into spans of a day, and the same spans of several days
 * into one entry.
 *
 * @param shortHours agent-hours missing in each interval of the horizon
 */
export function shortTimes(shortHours: readonly number[], intervalMin: number): ShortTime[] {
  const perDay = MINUTES_PER_DAY / intervalMin
  const spans: { day: number; fromMin: number; toMin: number; hours: number }[] = []
  shortHours.forEach((hours, t) => {
    if (hours <= 0) return
    const day = Math.floor(t / perDay)
    const fromMin = (t % perDay) * intervalMin
    const last = spans.at(-1)
    if (last?.day === day && last.toMin === fromMin) {
      last.toMin += intervalMin
      last.hours += hours
    } else spans.push({ day, fromMin, toMin: fromMin + intervalMin, hours })
  })
  const byTime = Map.groupBy(spans, ({ fromMin, toMin }) => `${clock(fromMin)}-${clock(toMin)}`)
  return [...byTime].map(([time, same]) => {
    const days = same.map(({ day }) => day)
    const hours = same.reduce((sum, span) => sum + span.hours, 0)
    const isDaily = days.length * perDay === shortHours.length
    const text = `${time} ${isDaily ? 'every day' : `on days ${days.join(', ')}`}: ${hours} h`
    return { days, fromMin: same[0]?.fromMin ?? 0, toMin: same[0]?.toMin ?? 0, hours, text }
  })
}

function clock(minutes: number): string {
  const parts = [Math.floor(minutes / 60), minutes % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}
