import { type LocalFields, localFields } from '../centre-time.ts'
import type { Locale } from './catalogue.ts'
import { DATE_NAMES } from './date-names.ts'
import { numberLocale, type Translate } from './translate.ts'

/** Writes quantities as people of the language do, and instants on the centre's clock. */
export interface Format {
  /** Grouped, with exactly `fractionDigits` decimals (default 0). */
  readonly number: (value: number, fractionDigits?: number) => string
  /** `+2`, `−3`, `0`: a true minus, so that columns align. */
  readonly signed: (value: number, fractionDigits?: number) => string
  /** People, whole; a part of one, where there is one, to a tenth: `3`, `0,5`. */
  readonly people: (count: number) => string
  /** `people` with its sign: `+1`, `−0,5`. */
  readonly signedPeople: (count: number) => string
  /** A ratio 0..1 as a per cent with one digit. */
  readonly percent: (ratio: number) => string
  /** `412 (380–447)`: a whole number with its interval. */
  readonly withDoubt: (mean: number, low: number, high: number) => string
  /** Whole seconds with the unit. */
  readonly seconds: (seconds: number) => string
  /** Hours and minutes, whole: `36 ч 30 мин`, `12 мин`. */
  readonly duration: (seconds: number) => string
  /** Decimal hours for narrow columns, no unit: `36,5`. */
  readonly hours: (seconds: number) => string
  /** `10:00` */
  readonly time: (ms: number) => string
  /** `10:00–11:30`; the end is the first instant outside. */
  readonly timeRange: (startMs: number, endMs: number) => string
  /** `пн 15` */
  readonly shortDay: (ms: number) => string
  /** `понедельник, 15 июня` */
  readonly longDay: (ms: number) => string
  /** `15 июня` */
  readonly date: (ms: number) => string
  /** `15 июня 2026` */
  readonly fullDate: (ms: number) => string
  /** `15 июня 2026, 10:00` */
  readonly dateTime: (ms: number) => string
  /** `пн 10:00` */
  readonly weekdayTime: (ms: number) => string
  /** `вт 10:00–11:30`, or with both days when they differ. */
  readonly weekdayRange: (startMs: number, endMs: number) => string
  /** Whole days: `пт 19`, `пт 19 – сб 20`; hours: `пн 15, 14:00–17:00`. */
  readonly dateRange: (startMs: number, endMs: number) => string
  /** `UTC+5` at the instant. */
  readonly offset: (ms: number) => string
}

const MINUS = '−'

/**
 * @param timeZone the centre's IANA zone: every instant is shown on its clock, wherever the reader is
 */
export function createFormat(locale: Locale, timeZone: string, t: Translate): Format {
  return { ...quantityFormat(locale, t), ...instantFormat(locale, timeZone) }
}

type QuantityFormat = Pick<
  Format,
  | 'number'
  | 'signed'
  | 'people'
  | 'signedPeople'
  | 'percent'
  | 'withDoubt'
  | 'seconds'
  | 'duration'
  | 'hours'
>

function quantityFormat(locale: Locale, t: Translate): QuantityFormat {
  const byDigits = new Map<number, Intl.NumberFormat>()
  const number = (value: number, fractionDigits = 0): string => {
    let format = byDigits.get(fractionDigits)
    if (format === undefined) {
      format = new Intl.NumberFormat(numberLocale(locale), {
        minimumFractionDigits: fractionDigits,
        maximumFractionDigits: fractionDigits,
      })
      byDigits.set(fractionDigits, format)
    }
    const text = format.format(Math.abs(value))
    const isNegative = value < 0 && Number(value.toFixed(fractionDigits)) !== 0
    return isNegative ? MINUS + text : text
  }
  const signed = (value: number, fractionDigits = 0): string => {
    const isMore = Number(value.toFixed(fractionDigits)) > 0
    return `${isMore ? '+' : ''}${number(value, fractionDigits)}`
  }
  const partDigits = (count: number): number => (Math.round(count * 10) % 10 === 0 ? 0 : 1)
  const percentSign = locale === 'ru' ? '\u00A0%' : '%'
  return {
    number,
    signed,
    people: (count) => number(count, partDigits(count)),
    signedPeople: (count) => signed(count, partDigits(count)),
    percent: (ratio) => number(ratio * 100, 1) + percentSign,
    withDoubt: (mean, low, high) => `${number(mean)} (${number(low)}–${number(high)})`,
    seconds: (seconds) => t('unit.secondsValue', { value: number(seconds) }),
    duration: (seconds) => {
      const minutes = Math.round(seconds / 60)
      const parts = { hours: number(Math.floor(minutes / 60)), minutes: minutes % 60 }
      if (minutes < 60) return t('unit.minutesValue', parts)
      return parts.minutes === 0 ? t('unit.hoursValue', parts) : t('unit.hoursMinutesValue', parts)
    },
    hours: (seconds) => number(seconds / 3600, seconds % 3600 === 0 ? 0 : 1),
  }
}

type InstantFormat = Omit<Format, keyof QuantityFormat>

function instantFormat(locale: Locale, timeZone: string): InstantFormat {
  const names = DATE_NAMES[locale]
  const fields = rememberingFields(timeZone)
  const time = (ms: number): string => clock(fields(ms))
  const weekday = (ms: number): string => names.weekdaysShort[fields(ms).weekday - 1] ?? ''
  const date = (ms: number): string => {
    const { day, month } = fields(ms)
    return `${day} ${names.months[month - 1] ?? ''}`
  }
  const fullDate = (ms: number): string => `${date(ms)} ${fields(ms).year}`
  const weekdayTime = (ms: number): string => `${weekday(ms)} ${time(ms)}`
  return {
    time,
    timeRange: (startMs, endMs) => `${time(startMs)}–${time(endMs)}`,
    shortDay: (ms) => `${weekday(ms)} ${fields(ms).day}`,
    longDay: (ms) => `${names.weekdays[fields(ms).weekday - 1] ?? ''}, ${date(ms)}`,
    date,
    fullDate,
    dateTime: (ms) => `${fullDate(ms)}, ${time(ms)}`,
    weekdayTime,
    weekdayRange: (startMs, endMs) => {
      const endsSameDay = weekday(startMs) === weekday(endMs - 1)
      return endsSameDay
        ? `${weekdayTime(startMs)}–${time(endMs)}`
        : `${weekdayTime(startMs)} – ${weekdayTime(endMs)}`
    },
    dateRange: (startMs, endMs) => {
      const shortDay = (ms: number): string => `${weekday(ms)} ${fields(ms).day}`
      const [first, last] = [shortDay(startMs), shortDay(endMs - 1)]
      const areWholeDays = time(startMs) === '00:00' && time(endMs) === '00:00'
      if (areWholeDays) return first === last ? first : `${first} – ${last}`
      return first === last
        ? `${first}, ${time(startMs)}–${time(endMs)}`
        : `${first}, ${time(startMs)} – ${last}, ${time(endMs)}`
    },
    offset: (ms) => offsetName(fields(ms).offsetMinutes),
  }
}

/** A page writes the same few thousand instants again and again, and to ask a zone is dear. */
const REMEMBERED_MAX = 20_000

function rememberingFields(timeZone: string): (ms: number) => LocalFields {
  const known = new Map<number, LocalFields>()
  return (ms) => {
    const found = known.get(ms)
    if (found !== undefined) return found
    if (known.size >= REMEMBERED_MAX) known.clear()
    const fields = localFields(ms, timeZone)
    known.set(ms, fields)
    return fields
  }
}

function clock({ hour, minute }: LocalFields): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** `UTC+5`, `UTC−3:30`, `UTC`. */
function offsetName(offsetMinutes: number): string {
  if (offsetMinutes === 0) return 'UTC'
  const size = Math.abs(offsetMinutes)
  const minutes = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`
  return `UTC${offsetMinutes > 0 ? '+' : MINUS}${Math.floor(size / 60)}${minutes}`
}
