import { addLocalDays, localFields, startOfLocalDay } from '../../lib/centre-time.ts'

/** A stretch of time, half-open, epoch milliseconds. */
export interface HistorySpan {
  readonly startMs: number
  readonly endMs: number
}

/** How much of the history is in view. */
export const HISTORY_ZOOMS = ['all', 'year', 'month', 'week', 'day'] as const
export type HistoryZoom = (typeof HISTORY_ZOOMS)[number]

const ZOOM_DAYS: Readonly<Record<Exclude<HistoryZoom, 'all'>, number>> = {
  year: 364,
  month: 28,
  week: 7,
  day: 1,
}

const DAY_MS = 86_400_000
/** Up to so many days single intervals can be told apart on a screen. */
const INTERVAL_DAYS_MAX = 15

/** What a point of the chart stands for. */
export function stepOf({ startMs, endMs }: HistorySpan): 'interval' | 'day' {
  return endMs - startMs <= INTERVAL_DAYS_MAX * DAY_MS ? 'interval' : 'day'
}

/** Which button is pressed; null for a stretch that was picked on the chart. */
export function zoomOf(view: HistorySpan, whole: HistorySpan): HistoryZoom | null {
  if (view.startMs <= whole.startMs && view.endMs >= whole.endMs) return 'all'
  const days = Math.round((view.endMs - view.startMs) / DAY_MS)
  return HISTORY_ZOOMS.find((zoom) => zoom !== 'all' && ZOOM_DAYS[zoom] === days) ?? null
}

/** As much as the zoom says, up to the end of what is in view now. Whole local days. */
export function zoomTo(zoom: HistoryZoom, { view, whole, timeZone }: HistoryFrame): HistorySpan {
  if (zoom === 'all') return whole
  const endMs = nextMidnight(Math.min(view.endMs, whole.endMs), timeZone)
  return { startMs: addLocalDays(endMs, -ZOOM_DAYS[zoom], timeZone), endMs }
}

/** The stretch before or after the view, as long as it is; never wholly outside the history. */
export function panBy(direction: -1 | 1, { view, whole, timeZone }: HistoryFrame): HistorySpan {
  const days = Math.max(1, Math.round((view.endMs - view.startMs) / DAY_MS)) * direction
  const moved = {
    startMs: addLocalDays(view.startMs, days, timeZone),
    endMs: addLocalDays(view.endMs, days, timeZone),
  }
  return moved.endMs <= whole.startMs || moved.startMs >= whole.endMs ? view : moved
}

/** What was picked on the chart or named in the address, in whole local days and not empty. */
export function wholeDays(aMs: number, bMs: number, timeZone: string): HistorySpan {
  const startMs = startOfLocalDay(Math.min(aMs, bMs), timeZone)
  return { startMs, endMs: nextMidnight(Math.max(aMs, bMs, startMs + 1), timeZone) }
}

export interface HistoryFrame {
  readonly view: HistorySpan
  readonly whole: HistorySpan
  readonly timeZone: string
}

/** Where the time axis has its marks: first days of months, days, or hours, at most `most`. */
export function axisTicks(view: HistorySpan, timeZone: string, most: number): readonly number[] {
  const days = Math.round((view.endMs - view.startMs) / DAY_MS)
  if (days <= 2) return everyNth(hoursIn(view, timeZone), most)
  const starts: number[] = []
  for (let ms = view.startMs; ms < view.endMs; ms = addLocalDays(ms, 1, timeZone)) {
    if (days <= 62 || localFields(ms, timeZone).day === 1) starts.push(ms)
  }
  return everyNth(starts, most)
}

function hoursIn({ startMs, endMs }: HistorySpan, timeZone: string): number[] {
  const hours: number[] = []
  for (let ms = startMs; ms < endMs; ms += 3_600_000) {
    if (localFields(ms, timeZone).hour % 3 === 0) hours.push(ms)
  }
  return hours
}

function everyNth(ticks: readonly number[], most: number): readonly number[] {
  const step = Math.ceil(ticks.length / Math.max(1, most))
  return step <= 1 ? ticks : ticks.filter((_, at) => at % step === 0)
}

function nextMidnight(ms: number, timeZone: string): number {
  const midnight = startOfLocalDay(ms, timeZone)
  return midnight === ms ? ms : addLocalDays(midnight, 1, timeZone)
}
