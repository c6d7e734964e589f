import type { Locale } from '../../lib/i18n/catalogue.ts'
import { wholeName } from '../../lib/whole-name.ts'
import type { CalendarDay, MovedDay } from './calendar-day.ts'

/** A rest day that an order moves, or a holiday that the calendar does not have yet. */
export const DAY_CHANGES = ['moved', 'holiday'] as const
export type DayChange = (typeof DAY_CHANGES)[number]

/** As the form holds it; dates as `date` fields give them. */
export interface DayDraft {
  readonly change: DayChange
  /** Of a moved day: the one that becomes a working day. */
  readonly from: string
  /** The day off. */
  readonly date: string
  readonly name: Readonly<Record<Locale, string>>
  /** Whether six-day weeks rest on it too. */
  readonly sixDayWeek: boolean
  readonly source: string
}

export type DayFault = 'from' | 'date' | 'name' | 'source'

export type ReadDay =
  | { readonly kind: 'moved'; readonly move: MovedDay }
  | { readonly kind: 'holiday'; readonly day: CalendarDay }
  | { readonly kind: 'refused'; readonly faults: readonly DayFault[] }

/** Reads what was typed, or tells every field that is missing or wrong. */
export function readDay(draft: DayDraft): ReadDay {
  const { date, from, sixDayWeek } = draft
  const source = draft.source.trim()
  const isMoved = draft.change === 'moved'
  const name = wholeName(draft.name)
  const faults: DayFault[] = []
  if (isMoved && (from === '' || from === date)) faults.push('from')
  if (date === '') faults.push('date')
  if (!isMoved && name === null) faults.push('name')
  if (source === '') faults.push('source')
  if (faults.length > 0) return { kind: 'refused', faults }
  if (isMoved) return { kind: 'moved', move: { from, to: date, sixDayWeek, source } }
  const effect = sixDayWeek ? 'off' : 'working'
  return {
    kind: 'holiday',
    day: { date, kind: 'holiday', key: null, name, fiveDayWeek: 'off', sixDayWeek: effect, source },
  }
}
