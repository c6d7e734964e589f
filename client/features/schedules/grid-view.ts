import type { components } from '../../api/schema.d.ts'
import { addLocalDays, startOfLocalDay, toLocalDate } from '../../lib/centre-time.ts'
import { isMessageKey, type Locale } from '../../lib/i18n/catalogue.ts'
import type { Translate } from '../../lib/i18n/translate.ts'
import { instantsOf } from '../../lib/planning-week.ts'
import { addDate } from './calendar-date.ts'
import type { PersonRow, ShiftView, ViolationView } from './shift-grid/shift-grid-model.ts'
import type { Grid, Shift } from './shift/shift-edit.ts'
import { placeFinder } from './shift/work-place.ts'
import { coverageViews, type CoverageViews } from './shortages/coverage-view.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
/** Night is from 22:00 to 06:00 (Labour Code, art. 76); two hours of it make a night shift here. */
const NIGHT = { fromHour: 22, toHour: 30, leastMs: 2 * HOUR_MS }

/** People, shifts, coverage and breaches as the page draws them. */
export interface GridView {
  readonly rows: readonly PersonRow[]
  readonly coverage: CoverageViews
  readonly violations: readonly ViolationView[]
  readonly startMs: number
  readonly endMs: number
}

interface Reader {
  readonly locale: Locale
  readonly t: Translate
}

/** Pure, so that it can be tested without React or a server. */
export function toGridView(grid: Grid, { locale, t }: Reader): GridView {
  const shifts = Map.groupBy(grid.shifts, ({ operatorId }) => operatorId)
  const toView = shiftViewer(grid)
  const coverage = coverageViews(grid.coverage)
  return {
    rows: grid.operators.map((operator) => ({
      id: operator.id,
      name: operator.name,
      detail: [operator.personnelNumber, operator.site[locale], operator.contract].join(' · '),
      site: operator.site[locale],
      team: operator.team?.[locale] ?? null,
      queueIds: operator.queues,
      paidSeconds: operator.paidMinutes * 60,
      contractSeconds: operator.targetMinutes * 60,
      accounts: operator.accounts.map(({ fromDate, toDate, normMinutes, plannedMinutes }) => ({
        fromDate,
        toDate,
        normSeconds: normMinutes * 60,
        plannedSeconds: plannedMinutes * 60,
      })),
      shifts: (shifts.get(operator.id) ?? []).map(toView).toSorted((a, b) => a.startMs - b.startMs),
      absences: operator.absences.map(({ kind, fromDate, toDate }) => ({
        ...instantsOf({ fromDate, toDate: addDate(toDate, 1) }, grid.timezone),
        label: absenceLabel(kind, t),
      })),
      training: operator.training.map(({ startsAt, endsAt, course }) => ({
        startMs: Date.parse(startsAt),
        endMs: Date.parse(endsAt),
        label: t('grid.training', { course: course[locale] }),
      })),
    })),
    coverage,
    violations: grid.violations.map(violationView),
    startMs: coverage.overall[0]?.startMs ?? 0,
    endMs: coverage.overall.at(-1)?.endMs ?? 0,
  }
}

/** The rows with one shift where it is proposed; all others are the same objects. */
export function withProposedShift(rows: readonly PersonRow[], proposed: ShiftView): PersonRow[] {
  return rows.map((row) =>
    row.shifts.some(({ id }) => id === proposed.id)
      ? {
          ...row,
          shifts: row.shifts
            .map((shift) => (shift.id === proposed.id ? proposed : shift))
            .toSorted((a, b) => a.startMs - b.startMs),
        }
      : row,
  )
}

function violationView(violation: components['schemas']['Violation'], at: number): ViolationView {
  return {
    id: String(at),
    rule: violation.rule,
    isHard: violation.hard,
    text: violation.text,
    article: violation.article,
    personId: violation.operatorId,
    personName: violation.operatorName,
    shiftId: violation.shiftId,
    atMs: violation.at === null ? null : Date.parse(violation.at),
    dates: violation.dates,
  }
}

/** Turns shifts of a grid into what the page draws. */
export function shiftViewer({
  shapes,
  timezone,
  operators,
}: Pick<Grid, 'shapes' | 'timezone' | 'operators'>): (shift: Shift) => ShiftView {
  const steps = new Map(shapes.map((one) => [one.code, one.startStepMinutes * MINUTE_MS]))
  const nightsFrom = nightFinder(timezone)
  const placeOf = placeFinder({ operators }, (ms) => toLocalDate(ms, timezone))
  return (shift) => {
    const span = { startMs: Date.parse(shift.startsAt), endMs: Date.parse(shift.endsAt) }
    return {
      id: shift.id,
      personId: shift.operatorId,
      ...span,
      shape: shift.shape,
      stepMs: steps.get(shift.shape) ?? 15 * MINUTE_MS,
      isNight: nightMs(span, nightsFrom(span.startMs)) >= NIGHT.leastMs,
      isLocked: shift.locked,
      isByHand: shift.origin === 'manual',
      isProposed: false,
      place: placeOf(shift),
      breaks: shift.breaks.map((pause) => ({
        kind: pause.kind,
        startMs: Date.parse(pause.startsAt),
        endMs: Date.parse(pause.endsAt),
        isPaid: pause.paid,
      })),
    }
  }
}

type Span = Pick<ShiftView, 'startMs' | 'endMs'>

/**
 * Finds the nights that a shift may reach into: of its first day, and of the one before. Thousands of
 * shifts start at a few hundred instants, and to ask a zone for its midnight is dear.
 */
function nightFinder(timeZone: string): (startMs: number) => readonly Span[] {
  const found = new Map<number, readonly Span[]>()
  return (startMs) => {
    const known = found.get(startMs)
    if (known !== undefined) return known
    const midnightMs = startOfLocalDay(startMs, timeZone)
    const nights = [addLocalDays(midnightMs, -1, timeZone), midnightMs].map((dayMs) => ({
      startMs: dayMs + NIGHT.fromHour * HOUR_MS,
      endMs: dayMs + NIGHT.toHour * HOUR_MS,
    }))
    found.set(startMs, nights)
    return nights
  }
}

/** How much of a span lies in some nights. */
function nightMs({ startMs, endMs }: Span, nights: readonly Span[]): number {
  return nights.reduce(
    (sum, night) =>
      sum + Math.max(0, Math.min(endMs, night.endMs) - Math.max(startMs, night.startMs)),
    0,
  )
}

function absenceLabel(kind: string, t: Translate): string {
  const key = `absence.${kind}`
  return t(isMessageKey(key) ? key : 'absence.other')
}
