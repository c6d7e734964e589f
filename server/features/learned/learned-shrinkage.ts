import { type LocalDate, weekdayOf } from '#forecasting/kernel/calendar.ts'
import { type DayPart, shareOfDays } from '#forecasting/staffing/share-of-days.ts'

import type { LearnedShrinkage } from './learned.schema.ts'
import { added, type DayLosses, sum } from './shift-losses.ts'

/** A published shift that its person could not work because they fell ill, and that was taken out again. */
export interface LostShift {
  readonly date: string
  readonly seconds: number
}

type Part = LearnedShrinkage['planned']

/**
 * What share of the time of shifts went to what the plan knew, and what share of planned work was not
 * done: the two shrinkages that a requirement is divided by.
 */
export function learnedShrinkage(
  days: readonly DayLosses[],
  lost: readonly LostShift[],
): Pick<LearnedShrinkage, 'planned' | 'unplanned' | 'weekdays'> {
  const whole = days.map((day) => withLostShifts(day, lost))
  return {
    planned: partOf(whole, {
      whole: ({ shiftSeconds }) => shiftSeconds,
      parts: ({ planned }) => planned,
    }),
    unplanned: partOf(whole, {
      whole: ({ workSeconds }) => workSeconds,
      parts: ({ unplanned }) => unplanned,
    }),
    weekdays: Array.from({ length: 7 }, (_, weekday) => {
      const own = whole.filter(({ date }) => weekdayOf(date as LocalDate) === weekday)
      return {
        weekday: weekday + 1,
        shifts: sum(own.map(({ people }) => people)),
        planned: ratio(sum(own.map(plannedSeconds)), sum(own.map((day) => day.shiftSeconds))),
        unplanned: ratio(sum(own.map(unplannedSeconds)), sum(own.map((day) => day.workSeconds))),
      }
    }),
  }
}

/** Time that a shift had before its person fell ill was planned for work, and lost. */
function withLostShifts(day: DayLosses, lost: readonly LostShift[]): DayLosses {
  const own = lost.filter(({ date }) => date === day.date)
  if (own.length === 0 || day.workSeconds === 0) return day
  const seconds = sum(own.map((shift) => shift.seconds))
  return {
    ...day,
    people: day.people + own.length,
    workSeconds: day.workSeconds + seconds,
    unplanned: added([day.unplanned, { sick: seconds }]),
  }
}

function partOf(
  days: readonly DayLosses[],
  of: {
    readonly whole: (day: DayLosses) => number
    readonly parts: (day: DayLosses) => Readonly<Record<string, number>>
  },
): Part {
  const parts: DayPart[] = days.map((day) => ({
    part: sum(Object.values(of.parts(day))),
    whole: of.whole(day),
  }))
  const found = shareOfDays(parts)
  const seconds = sum(days.map(of.whole))
  const reasons = Object.entries(added(days.map(of.parts)))
    .map(([reason, part]) => ({ reason, share: ratio(part, seconds) ?? 0 }))
    .filter(({ share }) => share > 0)
    .toSorted((a, b) => b.share - a.share)
  const told = { days: found.days, hours: seconds / 3600 }
  return found.kind === 'estimated'
    ? { kind: 'estimated', share: found.share, low: found.low, high: found.high, ...told, reasons }
    : { kind: 'too_few_days', share: null, low: null, high: null, ...told, reasons: [] }
}

const plannedSeconds = ({ planned }: DayLosses): number => sum(Object.values(planned))
const unplannedSeconds = ({ unplanned }: DayLosses): number => sum(Object.values(unplanned))

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}
