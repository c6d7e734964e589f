import type { components } from '../../../api/schema.d.ts'
import { addLocalDays, fromLocalInput } from '../../../lib/centre-time.ts'
import type { Locale } from '../../../lib/i18n/catalogue.ts'
import type { Translate } from '../../../lib/i18n/translate.ts'
import type { ForecastMark } from '../forecast-model.ts'

type Calendar = components['schemas']['Calendar']
type Override = components['schemas']['Override']

interface MarkSources {
  readonly calendar: Calendar | undefined
  /** Local dates that were taken for outliers. */
  readonly outliers: readonly string[]
  readonly overrides: readonly Override[]
  readonly queueId: string
  /** Half-open: marks that do not touch it are left out. */
  readonly startMs: number
  readonly endMs: number
  readonly timeZone: string
  readonly locale: Locale
  readonly t: Translate
}

/** What is not ordinary about a span of one queue, in order of time. */
export function calendarMarks(sources: MarkSources): ForecastMark[] {
  const { startMs, endMs } = sources
  return [...holidays(sources), ...events(sources), ...outliers(sources), ...overrides(sources)]
    .filter((mark) => mark.startMs < endMs && mark.endMs > startMs)
    .toSorted((a, b) => a.startMs - b.startMs)
}

/** A day off, or one that became a working day; a date of two kinds is one mark. */
function holidays({ calendar, timeZone, locale, t }: MarkSources): ForecastMark[] {
  const byDate = Map.groupBy(calendar?.days ?? [], ({ date }) => date)
  return [...byDate].flatMap(([date, days]) => {
    const names = days.map(({ kind, name }) => name?.[locale] ?? t(`calendar.day.${kind}`))
    const span = wholeDay(date, timeZone)
    if (span === null) return []
    return [{ kind: 'holiday' as const, ...span, label: [...new Set(names)].join(', ') }]
  })
}

function events({ calendar, queueId, locale }: MarkSources): ForecastMark[] {
  return (calendar?.events ?? [])
    .filter((event) => event.queueId === null || event.queueId === queueId)
    .map(({ id, name, from, to }) => ({
      kind: 'event' as const,
      eventId: id,
      startMs: Date.parse(from),
      endMs: Date.parse(to),
      label: name[locale],
    }))
}

function outliers({ outliers: dates, timeZone }: MarkSources): ForecastMark[] {
  return dates.flatMap((date) => {
    const span = wholeDay(date, timeZone)
    return span === null ? [] : [{ kind: 'outlier' as const, ...span, label: '' }]
  })
}

function overrides({ overrides: all, queueId }: MarkSources): ForecastMark[] {
  return all
    .filter((override) => override.active && override.queueId === queueId)
    .map(({ from, to, reason, madeBy }) => ({
      kind: 'override' as const,
      startMs: Date.parse(from),
      endMs: Date.parse(to),
      label: `${reason} — ${madeBy}`,
    }))
}

function wholeDay(
  date: string,
  timeZone: string,
): { readonly startMs: number; readonly endMs: number } | null {
  const startMs = fromLocalInput(`${date}T00:00`, timeZone)
  return startMs === null ? null : { startMs, endMs: addLocalDays(startMs, 1, timeZone) }
}
