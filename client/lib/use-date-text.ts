import { fromLocalInput } from './centre-time.ts'
import { useFormat, useTimeZone } from './i18n/locale-context.tsx'

/** Writes a day of the calendar, `2026-12-31`, as people of the language do; a dash for none. */
export function useDateText(): (date: string | null) => string {
  const format = useFormat()
  const timeZone = useTimeZone()
  return (date) => {
    // Noon lies in the day whatever the clock does at night.
    const ms = date === null ? null : fromLocalInput(`${date}T12:00`, timeZone)
    return ms === null ? '—' : format.fullDate(ms)
  }
}
