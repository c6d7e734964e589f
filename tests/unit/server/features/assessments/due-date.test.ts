import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type LocalDate, addDays, localDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'
import { ASSESSMENT_CYCLES, validUntil } from '#server/features/assessments/assessment-cycle.ts'
import { personDue } from '#server/features/assessments/assessment-plan.service.ts'
import { dueOn, urgencyOf } from '#server/features/assessments/due-date.ts'

const TWELVE = 'twelve_months'
const d = localDate
const dates = fc
  .integer({ min: 0, max: 15 * 365 })
  .map((days) => addDays(localDate('2020-01-01'), days))
const absences = fc.array(
  fc
    .tuple(dates, fc.integer({ min: 0, max: 900 }))
    .map(([fromDate, days]) => ({ fromDate, toDate: addDays(fromDate, days) })),
  { maxLength: 4 },
)
const cycles = fc.constantFrom(...ASSESSMENT_CYCLES)

describe('the day by which somebody is assessed', () => {
  it.each([
    ['a newcomer, before the first shift', '2026-11-01', null, '2026-11-01'],
    ['twelve months after the last', '2024-01-01', '2026-02-10', '2027-02-10'],
    ['on 28 February after a leap day', '2023-01-01', '2024-02-29', '2025-02-28'],
    ['at once when hired again since the last', '2026-09-01', '2026-02-10', '2026-09-01'],
  ] as const)('is for %s: hired %s, assessed %s, due %s', (_, hiredOn, assessedOn, due) => {
    const last = assessedOn === null ? null : d(assessedOn)
    expect(dueOn({ hiredOn: d(hiredOn), assessedOn: last, absences: [], cycle: TWELVE })).toBe(due)
  })

  it('waits for the first day back from leave, and from the sickness that follows it', () => {
    const due = dueOn({
      hiredOn: d('2024-01-01'),
      assessedOn: d('2026-02-10'),
      absences: [
        { fromDate: d('2027-03-01'), toDate: d('2027-03-05') },
        { fromDate: d('2027-02-01'), toDate: d('2027-02-28') },
      ],
      cycle: TWELVE,
    })
    expect(due).toBe('2027-03-06')
  })

  it('never lies within an absence, and is never before it would be without any', () => {
    fc.assert(
      fc.property(dates, fc.option(dates), absences, cycles, (hiredOn, assessedOn, away, cycle) => {
        const due = dueOn({ hiredOn, assessedOn, absences: away, cycle })
        expect(away.some(({ fromDate, toDate }) => fromDate <= due && due <= toDate)).toBe(false)
        expect(due >= dueOn({ hiredOn, assessedOn, absences: [], cycle })).toBe(true)
      }),
    )
  })

  it('is the last day of validity when nobody is away and nobody was hired since', () => {
    fc.assert(
      fc.property(dates, fc.nat({ max: 2000 }), cycles, (hiredOn, days, cycle) => {
        const assessedOn = addDays(hiredOn, days)
        const due = dueOn({ hiredOn, assessedOn, absences: [], cycle })
        expect(due).toBe(validUntil(assessedOn, cycle))
      }),
    )
  })

  it('is the end of what holds for less than the cycle, and no later than the cycle', () => {
    fc.assert(
      fc.property(dates, fc.nat({ max: 2000 }), dates, cycles, (hiredOn, days, last, cycle) => {
        const assessedOn = addDays(hiredOn, days)
        const due = dueOn({ hiredOn, assessedOn, validUntil: last, absences: [], cycle })
        const whole = validUntil(assessedOn, cycle)
        expect(due).toBe(last < whole ? last : whole)
      }),
    )
  })

  it('is the first of all competences, those never assessed counted from the hiring', () => {
    const held = (code: string, assessedOn: string) => ({
      operatorId: 'a' as OperatorId,
      code,
      level: 3,
      assessedOn: assessedOn as LocalDate,
      validUntil: null,
    })
    const person = {
      hiredOn: d('2025-01-01'),
      ofOrder: ['19.1', '19.2'],
      absences: [],
      cycle: TWELVE,
    } as const
    const levels = [held('19.1', '2026-05-01'), held('19.2', '2026-03-01')]
    expect(personDue({ ...person, levels })).toEqual({
      lastOn: '2026-05-01',
      dueOn: '2027-03-01',
      missing: [],
    })
    expect(personDue({ ...person, levels: levels.slice(0, 1) })).toEqual({
      lastOn: '2026-05-01',
      dueOn: '2025-01-01',
      missing: ['19.2'],
    })
  })
})

describe('how near a due day is', () => {
  it.each([
    [-1, 'overdue'],
    [0, 'days7'],
    [7, 'days7'],
    [8, 'days30'],
    [30, 'days30'],
    [31, 'days60'],
    [60, 'days60'],
    [61, 'later'],
  ])('%d days before it is %s', (days, urgency) => {
    const today = d('2026-11-25')
    expect(urgencyOf(addDays(today, days), today)).toBe(urgency)
  })
})
