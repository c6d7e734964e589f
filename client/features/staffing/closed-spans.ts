import type { components } from '../../api/schema.d.ts'
import { fromLocalInput, localFields, toLocalInput } from '../../lib/centre-time.ts'

type OpeningHours = components['schemas']['Queue']['openingHours']

interface Span {
  readonly startMs: number
  readonly endMs: number
}

/**
 * When nobody is served within some local days: the stretches in which no queue is open.
 *
 * @param hours of each queue: seven days, Monday first, minutes of the local clock
 * @param days whole local days, in order, touching each other
 */
export function closedSpans(
  hours: readonly OpeningHours[],
  days: readonly Span[],
  timeZone: string,
): Span[] {
  const open = days
    .flatMap((day) => hours.flatMap((week) => openSpans(week, day, timeZone)))
    .toSorted((a, b) => a.startMs - b.startMs)
  const closed: Span[] = []
  let reachedMs = days[0]?.startMs ?? 0
  for (const { startMs, endMs } of open) {
    if (startMs > reachedMs) closed.push({ startMs: reachedMs, endMs: startMs })
    reachedMs = Math.max(reachedMs, endMs)
  }
  const endMs = days.at(-1)?.endMs ?? 0
  if (reachedMs < endMs) closed.push({ startMs: reachedMs, endMs })
  return closed
}

function openSpans(week: OpeningHours, day: Span, timeZone: string): Span[] {
  const { weekday } = localFields(day.startMs, timeZone)
  const date = toLocalInput(day.startMs, timeZone).slice(0, 10)
  const at = (minutes: number): number => {
    if (minutes === 1440) return day.endMs
    const clock = [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, '0'))
    return fromLocalInput(`${date}T${clock.join(':')}`, timeZone) ?? day.endMs
  }
  return (week[weekday - 1] ?? []).map(({ fromMinutes, toMinutes }) => ({
    startMs: at(fromMinutes),
    endMs: at(toMinutes),
  }))
}
