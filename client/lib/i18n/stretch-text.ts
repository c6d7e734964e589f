import type { Format } from './format.ts'

/** `15 июня 2026`, `15 июня 2026, 10:00–14:00`, or both ends. */
export function stretchText(startMs: number, endMs: number, format: Format): string {
  const [first, last] = [format.fullDate(startMs), format.fullDate(endMs - 1)]
  const areWholeDays = format.time(startMs) === '00:00' && format.time(endMs) === '00:00'
  if (areWholeDays) return first === last ? first : `${first} – ${last}`
  return first === last
    ? `${first}, ${format.timeRange(startMs, endMs)}`
    : `${format.dateTime(startMs)} – ${format.dateTime(endMs)}`
}
