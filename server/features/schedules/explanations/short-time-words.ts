import { addDays, type LocalDate } from '#forecasting/kernel/calendar.ts'
import type { ShortTime } from '#forecasting/scheduling/short-times.ts'
import type { Language, Text3 } from '#server/platform/db/column-types.ts'
import { say } from '#server/platform/i18n/messages.ts'

import type { PlanningPeriod } from '../problem/build-instance.ts'

/** So many times of day, and so many of their days, are named; the others are counted. */
const NAMED_TIMES = 3
const NAMED_DAYS = 3

const TIME: Text3 = {
  en: '{time} {days} ({hours, number} agent-hours)',
  ru: '{time} {days} ({hours, number} чел.-ч)',
  kk: '{time} {days} ({hours, number} адам-сағ)',
}

const DAILY: Text3 = { en: 'every day', ru: 'ежедневно', kk: 'күн сайын' }

const COUNTED: Text3 = {
  en: 'on {count, plural, one {# day} other {# days}}',
  ru: 'в {count, plural, one {# день} few {# дня} other {# дней}}',
  kk: '{count} күнде',
}

const MORE: Text3 = {
  en: 'and {count, plural, one {# time more} other {# times more}}',
  ru: 'и ещё {count, plural, one {# промежуток} few {# промежутка} other {# промежутков}}',
  kk: 'және тағы {count} аралық',
}

/** `00:00–06:00 ежедневно (8 чел.-ч); 22:00–24:00 7 дек., 8 дек. (4 чел.-ч)`: the most hours first. */
export function shortTimeWords(
  when: readonly ShortTime[],
  { fromDate, days }: Pick<PlanningPeriod, 'fromDate' | 'days'>,
  language: Language,
): string {
  const worst = when.toSorted((a, b) => b.hours - a.hours)
  const named = worst.slice(0, NAMED_TIMES).map((one) =>
    say(TIME, language, {
      time: `${clock(one.fromMin)}–${clock(one.toMin)}`,
      days: one.days.length === days ? say(DAILY, language) : daysOf(one.days),
      hours: Math.round(one.hours * 10) / 10,
    }),
  )
  const count = worst.length - named.length
  return [...named, ...(count > 0 ? [say(MORE, language, { count })] : [])].join('; ')

  function daysOf(list: readonly number[]): string {
    if (list.length > NAMED_DAYS) return say(COUNTED, language, { count: list.length })
    return list.map((day) => dateText(addDays(fromDate, day), language)).join(', ')
  }
}

/** `7 дек.`; a date has no clock, and is read as midnight of UTC. */
function dateText(date: LocalDate, language: Language): string {
  const style = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(language, style).format(Date.parse(date))
}

/** `24:00` at the end of a day. */
function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
}
