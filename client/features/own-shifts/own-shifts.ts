import type { components } from '../../api/schema.d.ts'
import type { Answer } from '../../components/page-headline/page-headline.tsx'
import { addLocalDays, startOfLocalDay, toLocalDate } from '../../lib/centre-time.ts'
import type { Format } from '../../lib/i18n/format.ts'
import type { Translate } from '../../lib/i18n/translate.ts'

type Schemas = components['schemas']
export type OwnShifts = Schemas['OwnShifts']
export type OwnShift = OwnShifts['shifts'][number]
export type ShiftRequest = Schemas['ShiftRequest']

/** One local day of one's own: what is worked, what is learned, and whether one is away. */
export interface OwnDay {
  readonly date: string
  readonly startMs: number
  readonly shifts: readonly OwnShift[]
  readonly sessions: OwnShifts['sessions']
  /** Kind of the absence; null on other days. */
  readonly absence: string | null
}

/** Every day from today on that a published schedule covers: of the others nothing is known. */
export function ownDays(own: OwnShifts, nowMs: number): OwnDay[] {
  const { timezone, shifts, sessions, absences, published } = own
  const dateOf = (instant: string): string => toLocalDate(Date.parse(instant), timezone)
  const byDay = Map.groupBy(shifts, ({ startsAt }) => dateOf(startsAt))
  const today = startOfLocalDay(nowMs, timezone)
  return Array.from({ length: DAYS_MAX }, (_, day) => addLocalDays(today, day, timezone))
    .map((startMs) => ({ startMs, date: toLocalDate(startMs, timezone) }))
    .filter(({ date }) => published.some((one) => one.fromDate <= date && date <= one.toDate))
    .map(({ startMs, date }) => ({
      date,
      startMs,
      shifts: byDay.get(date) ?? [],
      sessions: sessions.filter(({ startsAt }) => dateOf(startsAt) === date),
      absence:
        absences.find(({ fromDate, toDate }) => fromDate <= date && date <= toDate)?.kind ?? null,
    }))
}

const DAYS_MAX = 62

/** When do I work? The shift that goes on, or the next one. */
export function ownAnswer(
  { shifts }: Pick<OwnShifts, 'shifts'>,
  nowMs: number,
  { t, format }: { readonly t: Translate; readonly format: Format },
): Answer {
  const next = shifts.find(({ endsAt }) => Date.parse(endsAt) > nowMs)
  if (next === undefined) return { text: t('myShifts.answer.none'), tone: 'unknown' }
  const [startMs, endMs] = [Date.parse(next.startsAt), Date.parse(next.endsAt)]
  if (startMs <= nowMs) {
    return { text: t('myShifts.answer.now', { until: format.time(endMs) }), tone: 'covered' }
  }
  const text = t('myShifts.answer.next', {
    day: format.longDay(startMs),
    hours: format.timeRange(startMs, endMs),
  })
  return { text, tone: 'covered' }
}
