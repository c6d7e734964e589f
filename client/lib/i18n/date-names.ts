import type { Locale } from './catalogue.ts'

/** Names of days and months, as CLDR 48 has them for use inside a date (Russian: genitive). */
export interface DateNames {
  /** Monday first. */
  readonly weekdaysShort: readonly string[]
  /** Monday first. */
  readonly weekdays: readonly string[]
  /** January first. */
  readonly months: readonly string[]
  /** January first, as a month is called by itself (Russian: nominative). */
  readonly monthsAlone: readonly string[]
}

// Kazakh and English call a month the same, inside a date and by itself.
const KK_MONTHS = [
  'қаңтар',
  'ақпан',
  'наурыз',
  'сәуір',
  'мамыр',
  'маусым',
  'шілде',
  'тамыз',
  'қыркүйек',
  'қазан',
  'қараша',
  'желтоқсан',
]
const EN_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/**
 * Written out because Chromium has no Kazakh names although `supportedLocalesOf` says that it does:
 * it prints `M06 15, Sun`. One path for all three languages, so that no browser differs.
 */
export const DATE_NAMES: Readonly<Record<Locale, DateNames>> = {
  kk: {
    weekdaysShort: ['дс', 'сс', 'ср', 'бс', 'жм', 'сб', 'жс'],
    weekdays: ['дүйсенбі', 'сейсенбі', 'сәрсенбі', 'бейсенбі', 'жұма', 'сенбі', 'жексенбі'],
    months: KK_MONTHS,
    monthsAlone: KK_MONTHS,
  },
  ru: {
    weekdaysShort: ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'],
    weekdays: ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'],
    months: [
      'января',
      'февраля',
      'марта',
      'апреля',
      'мая',
      'июня',
      'июля',
      'августа',
      'сентября',
      'октября',
      'ноября',
      'декабря',
    ],
    monthsAlone: [
      'январь',
      'февраль',
      'март',
      'апрель',
      'май',
      'июнь',
      'июль',
      'август',
      'сентябрь',
      'октябрь',
      'ноябрь',
      'декабрь',
    ],
  },
  en: {
    weekdaysShort: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    months: EN_MONTHS,
    monthsAlone: EN_MONTHS,
  },
}
