import { addLocalDays, fromLocalInput } from '../../lib/centre-time.ts'
import type { Locale } from '../../lib/i18n/catalogue.ts'

/** Why a stretch of the history is not an ordinary one, in the order of how much it matters. */
export const MARK_KINDS = ['gap', 'outage', 'event', 'holiday'] as const

export interface HistoryMark {
  readonly kind: (typeof MARK_KINDS)[number]
  readonly startMs: number
  readonly endMs: number
  /** In the reader's language; empty for a gap, which has no name. */
  readonly label: string
}

type Name = Readonly<Record<Locale, string>>

export interface MarkSources {
  readonly gaps: readonly { readonly from: string; readonly to: string }[]
  readonly events: readonly {
    readonly kind: 'campaign' | 'outage' | 'other'
    readonly name: Name
    readonly from: string
    readonly to: string
    readonly queueId: string | null
  }[]
  readonly days: readonly {
    readonly date: string
    readonly name: Name | null
    readonly fiveDayWeek: 'off' | 'working'
  }[]
}

/** What concerns one queue, ascending within each kind. An ordinary Sunday is no mark. */
export function historyMarks(
  { gaps, events, days }: MarkSources,
  { queueId, locale, timeZone }: { queueId: string; locale: Locale; timeZone: string },
): HistoryMark[] {
  const marks: HistoryMark[] = gaps.map(({ from, to }) => ({
    kind: 'gap',
    startMs: Date.parse(from),
    endMs: Date.parse(to),
    label: '',
  }))
  for (const event of events) {
    if (event.queueId !== null && event.queueId !== queueId) continue
    marks.push({
      kind: event.kind === 'outage' ? 'outage' : 'event',
      startMs: Date.parse(event.from),
      endMs: Date.parse(event.to),
      label: event.name[locale],
    })
  }
  for (const { date, name, fiveDayWeek } of days) {
    const startMs = fromLocalInput(`${date}T00:00`, timeZone)
    if (name === null || fiveDayWeek !== 'off' || startMs === null) continue
    const endMs = addLocalDays(startMs, 1, timeZone)
    marks.push({ kind: 'holiday', startMs, endMs, label: name[locale] })
  }
  return marks
}

/** Those that touch the view. */
export function marksWithin(
  marks: readonly HistoryMark[],
  view: { readonly startMs: number; readonly endMs: number },
): HistoryMark[] {
  return marks.filter(({ startMs, endMs }) => endMs > view.startMs && startMs < view.endMs)
}
