import type { Language, Text3 } from '#server/platform/db/column-types.ts'
import { durationText } from '#server/platform/i18n/duration-text.ts'
import { type MessageValues } from '#server/platform/i18n/messages.ts'

/** How a figure is told and asked for; all but counts are kept in minutes, and `clock` from midnight on. */
export const FIGURE_UNITS = ['hours', 'minutes', 'clock', 'count'] as const
export type FigureUnit = (typeof FIGURE_UNITS)[number]

export interface FigureKind {
  readonly label: Text3
  readonly unit: FigureUnit
  /** False for one that is told, and that no check reads. */
  readonly isReckonedWith: boolean
}

const read = (unit: FigureUnit, kk: string, ru: string, en: string): FigureKind => ({
  label: { kk, ru, en },
  unit,
  isReckonedWith: true,
})
const told = (unit: FigureUnit, kk: string, ru: string, en: string): FigureKind => ({
  ...read(unit, kk, ru, en),
  isReckonedWith: false,
})

/** Every figure of the rule set, by rule and name. Kazakh texts await review by a native speaker. */
export const FIGURES: Readonly<Record<string, Readonly<Record<string, FigureKind>>>> = {
  weekly_norm: {
    maxPaidMinutesPerWeek: read(
      'hours',
      'Аптасына ең көбі',
      'Не больше в неделю',
      'At most a week',
    ),
    maxPaidMinutesPerWeekReduced: told(
      'hours',
      'Қысқартылған апта',
      'Сокращённая неделя',
      'Reduced week',
    ),
  },
  daily_norm: {
    maxPaidMinutesPerDay: read('hours', 'Күніне ең көбі', 'Не больше в день', 'At most a day'),
  },
  part_time_right: {
    wholeWeekMinutes: told('hours', 'Толық апта', 'Полная неделя', 'Whole week'),
  },
  shift_notice: {
    calendarDays: read('count', 'Күнтізбелік күн', 'Календарных дней', 'Calendar days'),
  },
  two_shifts: {
    maxShiftsInARow: told('count', 'Қатарынан ауысым', 'Смен подряд', 'Shifts in a row'),
  },
  sliding: {
    maxPaidMinutesPerDay: read('hours', 'Күніне ең көбі', 'Не больше в день', 'At most a day'),
  },
  summarised: {
    maxAccountingPeriodMonths: told(
      'count',
      'Есептік кезең, ай',
      'Учётный период, мес.',
      'Accounting period, months',
    ),
    pregnantMaxShiftMinutes: told(
      'hours',
      'Жүктілердің ауысымы',
      'Смена беременных',
      'Shift of the pregnant',
    ),
  },
  max_shift: {
    maxSpanMinutes: read('hours', 'Ауысым ұзақтығы', 'Длительность смены', 'Length of a shift'),
    maxSpanMinutesSliding: told(
      'hours',
      'Жылжымалы кестедегі ұзақтығы',
      'Длительность при скользящем графике',
      'Length on a sliding schedule',
    ),
  },
  night: {
    fromMinute: read('clock', 'Түннің басы', 'Начало ночи', 'Start of the night'),
    toMinute: read('clock', 'Түннің соңы', 'Конец ночи', 'End of the night'),
  },
  overtime_day: {
    maxMinutesPerDay: read('hours', 'Күніне ең көбі', 'Не больше в день', 'At most a day'),
    maxMinutesPerDayHarmful: told(
      'hours',
      'Ауыр және зиянды жұмыста',
      'На тяжёлых и вредных работах',
      'In heavy and harmful work',
    ),
  },
  overtime_month: {
    maxMinutesPerMonth: read('hours', 'Айына ең көбі', 'Не больше в месяц', 'At most a month'),
  },
  overtime_year: {
    maxMinutesPerYear: read('hours', 'Жылына ең көбі', 'Не больше в год', 'At most a year'),
  },
  meal_break: {
    minMinutes: read('minutes', 'Үзілістің ең азы', 'Перерыв не короче', 'Shortest break'),
  },
  inter_shift_rest: {
    minRestMinutes: read(
      'hours',
      'Ауысымаралық тынығу',
      'Отдых между сменами',
      'Rest between shifts',
    ),
  },
  days_off: {
    minDaysOffFiveDayWeek: read(
      'count',
      'Бес күндік аптада',
      'В пятидневную неделю',
      'In a five-day week',
    ),
    minDaysOffSixDayWeek: read(
      'count',
      'Алты күндік аптада',
      'В шестидневную неделю',
      'In a six-day week',
    ),
  },
  house_weekly_rest: {
    minRestMinutes: read('hours', 'Апталық тынығу', 'Еженедельный отдых', 'Weekly rest'),
  },
  house_consecutive_days: {
    maxDays: read(
      'count',
      'Қатарынан жұмыс күндері',
      'Рабочих дней подряд',
      'Working days in a row',
    ),
  },
  house_consecutive_nights: {
    maxNights: read('count', 'Қатарынан түндер', 'Ночных смен подряд', 'Nights in a row'),
    minNightMinutes: read(
      'hours',
      'Түнгі ауысымдағы түн уақыты',
      'Ночного времени в ночной смене',
      'Night time of a night shift',
    ),
  },
  house_meal_window: {
    earliestMinutes: read('hours', 'Ең ерте басталуы', 'Самое раннее начало', 'Earliest start'),
    latestMinutes: read('hours', 'Ең кеш басталуы', 'Самое позднее начало', 'Latest start'),
    minMinutes: read('minutes', 'Ең қысқасы', 'Не короче', 'Shortest'),
    maxMinutes: read('minutes', 'Ең ұзағы', 'Не длиннее', 'Longest'),
    requiredFromSpanMinutes: read(
      'hours',
      'Ауысым ұзақтығынан бастап керек',
      'Нужен при смене от',
      'Needed from a shift of',
    ),
  },
  house_work_between_breaks: {
    minMinutes: read(
      'minutes',
      'Үзілістер арасындағы жұмыс',
      'Работы между перерывами',
      'Work between breaks',
    ),
  },
}

/** `11 ч 30 мин`, `22:00` or a count. */
export function figureText(value: number, unit: FigureUnit, language: Language): string {
  if (unit === 'count') return String(value)
  if (unit === 'clock') return clockText(value)
  return durationText(value, language)
}

/** The figures of a rule as a message takes them: counts as numbers, so that words agree with them. */
export function figureValues(
  code: string,
  parameters: Readonly<Record<string, number>>,
  language: Language,
): MessageValues {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => {
      const unit = FIGURES[code]?.[name]?.unit ?? 'count'
      return [name, unit === 'count' ? value : figureText(value, unit, language)]
    }),
  )
}

function clockText(minute: number): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}
