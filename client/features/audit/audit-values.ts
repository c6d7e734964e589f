import { isMessageKey, type Locale, LOCALES } from '../../lib/i18n/catalogue.ts'
import { DATE_NAMES } from '../../lib/i18n/date-names.ts'
import type { Format } from '../../lib/i18n/format.ts'
import type { Translate } from '../../lib/i18n/translate.ts'
import { valueWord } from './audit-words.ts'
import type { RecordNames } from './use-audit.ts'

/** What a reader of the record needs to read a value. */
export interface Reader {
  readonly locale: Locale
  readonly t: Translate
  readonly format: Format
  readonly dateText: (date: string) => string
  readonly names: RecordNames
}

/** As the database writes an instant, and a day. */
const INSTANT = /^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:\d\d)$/u
const DATE = /^\d{4}-\d\d-\d\d$/u
const DECIMAL = /^-?\d+\.\d{1,4}$/u
/** Not years. */
const LONG_NUMBER = /^-?\d{5,15}$/u

/** Minutes from midnight. */
const CLOCKS = new Set(
  'from_minutes to_minutes quiet_from_minutes quiet_to_minutes start_from_minutes start_to_minutes'.split(
    ' ',
  ),
)

/**
 * One value of a record as people say it.
 *
 * @param field a column, or a place within it
 * @param value text as it is stored, anything else as JSON
 */
export function valueText(entity: string, field: string, value: string, reader: Reader): string {
  const column = field.split('.')[0] ?? field
  return ofColumn(column, value, reader) ?? ofForm(entity, column, value, reader)
}

/** What only the column's name tells; null if it tells nothing. */
function ofColumn(column: string, value: string, { locale, t }: Reader): string | null {
  if (CLOCKS.has(column)) return clock(Number(value))
  if (column === 'weekday') return DATE_NAMES[locale].weekdays[Number(value)] ?? null
  if (column === 'home_weekdays') return weekdays(value, locale)
  if (column === 'language') return LOCALES.find(({ id }) => id === value)?.name ?? null
  if (column === 'roles') return value.split(',').map(roleName(t)).join(', ')
  if (column === 'opening_hours') return openingHours(value, locale)
  return null
}

function ofForm(entity: string, column: string, value: string, reader: Reader): string {
  const { t, format, dateText, names } = reader
  const name = names(value)
  if (name !== null) return name
  if (value === 'true') return t('audit.value.yes')
  if (value === 'false') return t('audit.value.no')
  if (INSTANT.test(value)) return format.dateTime(Date.parse(value))
  if (DATE.test(value)) return dateText(value)
  if (DECIMAL.test(value) || LONG_NUMBER.test(value)) return numberText(value, format)
  const word = valueWord(entity, column, value)
  if (word !== null) return t(word)
  return (
    textList(value)
      ?.map((one) => names(one) ?? one)
      .join(', ') ?? value
  )
}

function numberText(value: string, format: Format): string {
  return format.number(Number(value), value.split('.')[1]?.length ?? 0)
}

function roleName(t: Translate): (role: string) => string {
  return (role) => {
    const key = `role.${role}`
    return isMessageKey(key) ? t(key) : role
  }
}

/** `08:00`, of minutes from midnight. */
function clock(minutes: number): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** Each day of the week with its hours, `Mon 09:00–18:00`; null if it is written otherwise. */
function openingHours(value: string, locale: Locale): string | null {
  const days: unknown = JSON.parse(value)
  if (!Array.isArray(days)) return null
  const names = DATE_NAMES[locale].weekdaysShort
  return days
    .map((spans: { fromMinutes: number; toMinutes: number }[], day) => {
      const hours = spans.map((span) => `${clock(span.fromMinutes)}–${clock(span.toMinutes)}`)
      return `${names[day] ?? ''} ${hours.length === 0 ? '—' : hours.join(', ')}`
    })
    .join('; ')
}

/** Short names of the days of a list, Monday is 0; null for anything else. */
function weekdays(value: string, locale: Locale): string | null {
  const days: unknown = JSON.parse(value)
  if (!Array.isArray(days)) return null
  return days.map((day) => DATE_NAMES[locale].weekdaysShort[Number(day)] ?? '').join(', ')
}

/** The texts of a list of texts; null for anything else. */
function textList(value: string): readonly string[] | null {
  if (!value.startsWith('["')) return null
  const list: unknown = JSON.parse(value)
  return Array.isArray(list) && list.every((one) => typeof one === 'string') ? list : null
}
