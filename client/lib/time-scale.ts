import { addLocalDays, localFields, startOfLocalDay } from './centre-time.ts'

const HOUR_MS = 3_600_000

/** A local day, or the part of it that the scale shows. */
export interface ScaleDay {
  readonly startMs: number
  readonly endMs: number
  readonly leftPx: number
  readonly widthPx: number
  /** Saturday or Sunday; whether it is a day off is the calendar's to say. */
  readonly isWeekend: boolean
}

export interface ScaleTick {
  readonly ms: number
  readonly leftPx: number
  readonly isMidnight: boolean
}

/** Pixels of a half-open span, cut at the ends of the scale. */
export interface PixelSpan {
  readonly leftPx: number
  readonly widthPx: number
}

/**
 * Where every instant stands, in whole pixels. The axis, charts, strips and grids of a page share
 * one scale, so the same instant has the same `x` in all of them.
 */
export interface TimeScale {
  readonly startMs: number
  readonly endMs: number
  readonly timeZone: string
  readonly hourWidthPx: number
  readonly widthPx: number
  readonly days: readonly ScaleDay[]
  readonly ticks: readonly ScaleTick[]
  /** Not cut: instants outside the scale have an `x` below 0 or above `widthPx`. */
  readonly x: (ms: number) => number
  /** Null when the span lies outside the scale. */
  readonly span: (startMs: number, endMs: number) => PixelSpan | null
}

export interface TimeScaleOptions {
  readonly startMs: number
  readonly endMs: number
  readonly hourWidthPx: number
  readonly timeZone: string
}

/** A label such as `10:00` needs this much room. */
const TICK_LABEL_PX = 44
const TICK_HOURS = [1, 2, 3, 4, 6, 12, 24]

/**
 * @throws {RangeError} if the span is empty or an hour has no width
 */
export function createTimeScale(options: TimeScaleOptions): TimeScale {
  const { startMs, endMs, hourWidthPx } = options
  if (!(startMs < endMs)) {
    throw new RangeError(`the scale must not be empty, got [${startMs}, ${endMs})`)
  }
  if (!(hourWidthPx > 0)) throw new RangeError(`hourWidthPx must be positive, got ${hourWidthPx}`)
  const x = (ms: number): number => Math.round(((ms - startMs) / HOUR_MS) * hourWidthPx)
  const span = (fromMs: number, toMs: number): PixelSpan | null => {
    const leftPx = x(Math.max(fromMs, startMs))
    const rightPx = x(Math.min(toMs, endMs))
    return rightPx <= leftPx ? null : { leftPx, widthPx: rightPx - leftPx }
  }
  return {
    ...options,
    widthPx: x(endMs),
    days: scaleDays(options, x),
    ticks: scaleTicks(options, x),
    x,
    span,
  }
}

/**
 * The widest hour with which the span fits into `availablePx`: in a span of days a day is a whole
 * number of pixels, in a shorter one an hour is. At least one pixel.
 */
export function fittingHourWidth(startMs: number, endMs: number, availablePx: number): number {
  const hours = (endMs - startMs) / HOUR_MS
  const unitHours = hours >= 48 ? 24 : 1
  return Math.max(1, Math.floor(availablePx / (hours / unitHours)) / unitHours)
}

function scaleDays(
  { startMs, endMs, timeZone }: TimeScaleOptions,
  x: (ms: number) => number,
): ScaleDay[] {
  const days: ScaleDay[] = []
  let dayStartMs = startOfLocalDay(startMs, timeZone)
  while (dayStartMs < endMs) {
    const nextMs = addLocalDays(dayStartMs, 1, timeZone)
    const shownStartMs = Math.max(dayStartMs, startMs)
    const shownEndMs = Math.min(nextMs, endMs)
    days.push({
      startMs: shownStartMs,
      endMs: shownEndMs,
      leftPx: x(shownStartMs),
      widthPx: x(shownEndMs) - x(shownStartMs),
      isWeekend: localFields(dayStartMs, timeZone).weekday > 5,
    })
    dayStartMs = nextMs
  }
  return days
}

/** Ticks stand on whole local hours, so a day of 25 hours has one of them twice. */
function scaleTicks(
  { startMs, endMs, hourWidthPx, timeZone }: TimeScaleOptions,
  x: (ms: number) => number,
): ScaleTick[] {
  const stepHours = TICK_HOURS.find((hours) => hours * hourWidthPx >= TICK_LABEL_PX) ?? 24
  const ticks: ScaleTick[] = []
  const firstMinute = localFields(startMs, timeZone).minute
  const firstMs = firstMinute === 0 ? startMs : startMs + (60 - firstMinute) * 60_000
  for (let ms = firstMs; ms < endMs; ms += HOUR_MS) {
    const { hour } = localFields(ms, timeZone)
    if (hour % stepHours === 0) ticks.push({ ms, leftPx: x(ms), isMidnight: hour === 0 })
  }
  return ticks
}
