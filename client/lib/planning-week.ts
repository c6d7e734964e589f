import { addLocalDays, fromLocalInput, startOfLocalWeek, toLocalInput } from './centre-time.ts'

/** A local week, Monday to Monday, half-open. */
export interface PlanningWeek {
  /** Of its Monday, `2026-11-23`. */
  readonly date: string
  readonly startMs: number
  readonly endMs: number
}

/** The week that holds a local date; null when the text is no date. */
export function weekOfDate(date: string, timeZone: string): PlanningWeek | null {
  const ms = fromLocalInput(`${date}T00:00`, timeZone)
  if (ms === null) return null
  const startMs = startOfLocalWeek(ms, timeZone)
  return {
    date: toLocalInput(startMs, timeZone).slice(0, 10),
    startMs,
    endMs: addLocalDays(startMs, 7, timeZone),
  }
}

/** A span of local days, `toDate` not included. */
export interface LocalDays {
  readonly fromDate: string
  readonly toDate: string
}

/** Every week that a version covers at least a day of, in order. */
export function weeksWithin({ fromDate, toDate }: LocalDays, timeZone: string): PlanningWeek[] {
  const weeks: PlanningWeek[] = []
  const endMs = fromLocalInput(`${toDate}T00:00`, timeZone) ?? 0
  let week = weekOfDate(fromDate, timeZone)
  while (week !== null && week.startMs < endMs) {
    weeks.push(week)
    week = weekOfDate(toLocalInput(week.endMs, timeZone).slice(0, 10), timeZone)
  }
  return weeks
}

/** A span of local days as instants. */
export function instantsOf(
  { fromDate, toDate }: LocalDays,
  timeZone: string,
): { readonly startMs: number; readonly endMs: number } {
  return {
    startMs: fromLocalInput(`${fromDate}T00:00`, timeZone) ?? 0,
    endMs: fromLocalInput(`${toDate}T00:00`, timeZone) ?? 0,
  }
}
