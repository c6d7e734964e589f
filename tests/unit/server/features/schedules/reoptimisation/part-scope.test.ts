import { describe, expect, it } from 'vitest'

import { localDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { PlanningRows } from '#server/features/schedules/problem/planning-rows.ts'
import { partScope } from '#server/features/schedules/reoptimisation/part-scope.ts'

const rows = { operators: [{ id: 'a', personnelNumber: '0001' }] } as unknown as PlanningRows
const monday = localDate('2026-12-07')
const period = { fromDate: monday, days: 7, timezone: 'Asia/Almaty' }
const before = localDate('2026-11-24')
const place = { rows, period }

describe('partScope', () => {
  it('is the whole schedule when nothing limits it', () => {
    expect(partScope({}, place, before)).toEqual({ days: [0, 1, 2, 3, 4, 5, 6] })
  })

  it('leaves out days that have begun', () => {
    expect(partScope({}, place, localDate('2026-12-10'))).toEqual({ days: [4, 5, 6] })
    const over = () => partScope({ dates: ['2026-12-10'] }, place, localDate('2026-12-10'))
    expect(over).toThrow(expect.objectContaining({ code: 'part-begun' }))
  })

  it('names people by their numbers, and knows no others', () => {
    const operatorIds = ['a' as OperatorId]
    expect(partScope({ operatorIds, breaksOnly: true }, place, before)).toMatchObject({
      operators: ['0001'],
      breaksOnly: true,
    })
    const stranger = () => partScope({ operatorIds: ['b' as OperatorId] }, place, before)
    expect(stranger).toThrow(expect.objectContaining({ code: 'record-unknown' }))
  })

  it('opens hours of each day, and the day before for shifts that last into them', () => {
    const hours = { fromMinutes: 600, toMinutes: 840 }
    // Wednesday begins at 2 × 1440 = 2880.
    expect(partScope({ dates: ['2026-12-09'], hours }, place, before)).toEqual({
      days: [1, 2],
      windows: [[3480, 3720]],
    })
  })

  it('reads an end before the start as one of the next day', () => {
    const hours = { fromMinutes: 1320, toMinutes: 360 }
    expect(partScope({ dates: ['2026-12-07'], hours }, place, before).windows).toEqual([
      [1320, 1800],
    ])
  })

  it('refuses days of another week', () => {
    const outside = () => partScope({ dates: ['2026-12-14'] }, place, before)
    expect(outside).toThrow(expect.objectContaining({ code: 'part-outside-schedule' }))
  })
})
