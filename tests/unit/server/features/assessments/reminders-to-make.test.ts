import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type LocalDate, addDays, daysBetween, localDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'
import { ASSESSMENT_CYCLES } from '#server/features/assessments/assessment-cycle.ts'
import { dueOn, urgencyOf } from '#server/features/assessments/due-date.ts'
import {
  type ReminderKey,
  remindersToMake,
} from '#server/features/assessments/reminders-to-make.ts'
import { REMINDER_STAGES } from '#server/features/assessments/reminders.schema.ts'

const WHO = 'a' as OperatorId
const d = localDate
/** The furthest day, counted back from the due day, on which a stage holds. */
const REACH = { days60: 60, days30: 30, days7: 7, overdue: -1 } as const

/** What a run of nights makes, each on what the ones before have made. */
function run(
  nights: readonly LocalDate[],
  dueAt: (night: LocalDate) => LocalDate,
): (ReminderKey & { readonly night: LocalDate })[] {
  const made: (ReminderKey & { readonly night: LocalDate })[] = []
  for (const night of nights) {
    const due = dueAt(night)
    const person = { operatorId: WHO, dueOn: due, urgency: urgencyOf(due, night) }
    made.push(...remindersToMake([person], made).map((one) => ({ ...one, night })))
  }
  return made
}

const span = (from: LocalDate, days: number): LocalDate[] =>
  Array.from({ length: days }, (_, day) => addDays(from, day))

describe('the reminders of an assessment', () => {
  it('come 60, 30 and 7 days before and on the day after, over a leap day as well', () => {
    const due = d('2028-03-15')
    const made = run(span(d('2027-12-01'), 200), () => due)
    // 29 February 2028 lies between: 60 days before 15 March is 15 January, 30 is 14 February.
    expect(made.map(({ stage, night }) => [stage, night])).toEqual([
      ['days60', '2028-01-15'],
      ['days30', '2028-02-14'],
      ['days7', '2028-03-08'],
      ['overdue', '2028-03-16'],
    ])
  })

  it('are for somebody hired again due at once, and overdue the day after', () => {
    const hiredOn = d('2028-02-29')
    const due = dueOn({
      hiredOn,
      assessedOn: d('2027-05-01'),
      absences: [],
      cycle: 'twelve_months',
    })
    expect(run(span(hiredOn, 3), () => due).map(({ stage, night }) => [stage, night])).toEqual([
      ['days7', '2028-02-29'],
      ['overdue', '2028-03-01'],
    ])
  })

  it('tell of the new day when leave moves it', () => {
    const nights = span(d('2026-12-01'), 40)
    const leave = { fromDate: d('2026-12-08'), toDate: d('2027-01-20') }
    const dueAt = (night: LocalDate) =>
      dueOn({
        hiredOn: d('2024-01-01'),
        assessedOn: d('2025-12-10'),
        // Granted on 5 December.
        absences: night < '2026-12-05' ? [] : [leave],
        cycle: 'twelve_months',
      })
    expect(run(nights, dueAt).map(({ dueOn: due, stage, night }) => [due, stage, night])).toEqual([
      ['2026-12-10', 'days30', '2026-12-01'],
      ['2026-12-10', 'days7', '2026-12-03'],
      ['2027-01-21', 'days60', '2026-12-05'],
      ['2027-01-21', 'days30', '2026-12-22'],
    ])
  })

  const dates = fc.integer({ min: 0, max: 3000 }).map((days) => addDays(d('2023-06-01'), days))
  const absences = fc.array(
    fc
      .tuple(dates, fc.integer({ min: 0, max: 60 }))
      .map(([fromDate, days]) => ({ fromDate, toDate: addDays(fromDate, days) })),
    { maxLength: 5 },
  )
  const lives = fc.record({
    hiredOn: dates,
    assessedOn: fc.option(dates),
    absences,
    cycle: fc.constantFrom(...ASSESSMENT_CYCLES),
  })

  it('are each made once, nearer and nearer, and never before their time', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const due = dueOn(life)
        const made = run(span(addDays(due, -90), 130), () => due)
        expect(made.map(({ stage }) => stage)).toEqual([...REMINDER_STAGES])
        for (const { stage, night } of made) {
          expect(daysBetween(night, due)).toBe(REACH[stage])
        }
      }),
    )
  })

  it('are made up for by the nearest alone after nights that were missed', () => {
    fc.assert(
      fc.property(lives, fc.integer({ min: -80, max: 20 }), (life, after) => {
        const due = dueOn(life)
        const night = addDays(due, after)
        const urgency = urgencyOf(due, night)
        const made = run([night], () => due).map(({ stage }) => stage)
        expect(made).toEqual(urgency === 'later' ? [] : [urgency])
        // Asked again in the same night, there is nothing left to say.
        expect(run([night, night], () => due)).toHaveLength(made.length)
      }),
    )
  })

  it('do not step back to what was farther', () => {
    const told = [{ operatorId: WHO, dueOn: d('2027-02-01'), stage: 'days7' as const }]
    const person = { operatorId: WHO, dueOn: d('2027-02-01'), urgency: 'days30' as const }
    expect(remindersToMake([person], told)).toEqual([])
    expect(remindersToMake([{ ...person, dueOn: d('2027-02-02') }], told)).toHaveLength(1)
  })
})
