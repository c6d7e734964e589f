import { describe, expect, it } from 'vitest'

import { localDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'
import { toShiftRows } from '#server/features/schedules/problem/plan-schedule.ts'
import type { PlanningRows } from '#server/features/schedules/problem/planning-rows.ts'
import type { Shift } from '#server/features/schedules/schedules.schema.ts'

const ID = 'a' as OperatorId
const period = { fromDate: localDate('2026-12-07'), days: 7, timezone: 'Asia/Almaty' }
const rows = {
  operators: [{ id: ID, personnelNumber: 'K-a' }],
  shapes: [{ id: 's', code: 'D9', spanMinutes: 540, breaks: [] }],
} as unknown as PlanningRows
/** 09:00 of a day of the week. */
const planned = (day: number) => ({ op: 'K-a', start: day * 1440 + 540, shape: 'D9', breaks: [] })
const plan = {
  format: 'wfm-schedule/1' as const,
  instance: 'week',
  shifts: [planned(0), planned(1)],
}
const kept = [
  { operatorId: ID, startsAt: '2026-12-07T04:00:00.000Z', workPlace: 'office' },
] as unknown as Shift[]

describe('toShiftRows', () => {
  it('keeps where a locked shift is worked when the week is generated anew', () => {
    const { op, start, shape } = planned(0)
    const made = toShiftRows(plan, rows, period, { locks: [{ op, day: 0, start, shape }], kept })
    expect(made.map(({ locked, workPlace }) => [locked, workPlace])).toEqual([
      [true, 'office'],
      [false, null],
    ])
  })

  it('leaves new shifts to the record of remote work', () => {
    const made = toShiftRows(plan, rows, period, { locks: [] })
    expect(made.map(({ workPlace }) => workPlace)).toEqual([null, null])
  })

  it('takes nothing over to a shift that was not locked and came about at the same minute', () => {
    const [made] = toShiftRows(plan, rows, period, { locks: [], kept })
    expect(made).toMatchObject({ locked: false, workPlace: null })
  })
})
