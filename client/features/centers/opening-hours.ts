/** Half-open, minutes from local midnight. */
export interface Opening {
  readonly fromMinutes: number
  readonly toMinutes: number
}

/** Seven days, Monday first; an empty day is closed. */
export type OpeningWeek = readonly (readonly Opening[])[]

export const DAY_MINUTES = 1440
/** Offered when a closed day is opened. */
const USUAL: Opening = { fromMinutes: 9 * 60, toMinutes: 18 * 60 }

/** `09:30` for the field of a time; midnight at the end of a day is `00:00`. */
export function clockText(minutes: number): string {
  const ofDay = minutes % DAY_MINUTES
  return [Math.floor(ofDay / 60), ofDay % 60].map((part) => String(part).padStart(2, '0')).join(':')
}

/** Minutes of `09:30`; null for what is no time. */
export function clockMinutes(text: string): number | null {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim())
  return match === null ? null : Number(match[1]) * 60 + Number(match[2])
}

/** An end of `00:00` is the midnight that follows. */
export function endMinutes(text: string): number | null {
  const minutes = clockMinutes(text)
  return minutes === 0 ? DAY_MINUTES : minutes
}

export function isRoundTheClock(day: readonly Opening[]): boolean {
  const [only, ...rest] = day
  return rest.length === 0 && only?.fromMinutes === 0 && only.toMinutes === DAY_MINUTES
}

/** True when every stretch has a length and begins no earlier than the one before it ended. */
export function isOrdered(day: readonly Opening[]): boolean {
  return day.every(
    ({ fromMinutes, toMinutes }, at) =>
      fromMinutes < toMinutes && fromMinutes >= (day[at - 1]?.toMinutes ?? 0),
  )
}

export function withDay(week: OpeningWeek, day: number, hours: readonly Opening[]): OpeningWeek {
  return week.map((before, at) => (at === day ? hours : before))
}

/** The hours of one day on others as well. */
export function copyDay(week: OpeningWeek, day: number, to: readonly number[]): OpeningWeek {
  const hours = week[day] ?? []
  return week.map((before, at) => (to.includes(at) ? hours : before))
}

/** One stretch more: after the last one where there is room, else unchanged. */
export function withStretch(day: readonly Opening[]): readonly Opening[] {
  const last = day.at(-1)
  if (last === undefined) return [USUAL]
  const fromMinutes = last.toMinutes + 60
  return fromMinutes >= DAY_MINUTES
    ? day
    : [...day, { fromMinutes, toMinutes: Math.min(fromMinutes + 240, DAY_MINUTES) }]
}
