import { describe, expect, it } from 'vitest'

import { localDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Instance } from '#forecasting/scheduling/instance.ts'
import {
  homeDaysOf,
  remoteDaysOf,
  withPlaces,
  workPlaceOf,
} from '#server/features/schedules/problem/work-place.ts'
import type { Shift } from '#server/features/schedules/schedules.schema.ts'

const ID = 'a' as OperatorId
const OTHER = 'b' as OperatorId
const WEEK = { fromDate: localDate('2026-12-07'), days: 7, timezone: 'Asia/Almaty' }
/** Mondays and Fridays at home, from Tuesday, 8 December, to Saturday. */
const remoteWork = [
  {
    operatorId: ID,
    homeWeekdays: [0, 4],
    fromDate: localDate('2026-12-08'),
    toDate: localDate('2026-12-12'),
  },
]
const known = { remoteWork, timezone: 'Asia/Almaty' }

describe('remoteDaysOf', () => {
  it('are the days that the record covers, at home or not', () => {
    expect(remoteDaysOf(ID, known, WEEK)).toEqual([
      { date: '2026-12-08', byRecord: 'office' },
      { date: '2026-12-09', byRecord: 'office' },
      { date: '2026-12-10', byRecord: 'office' },
      { date: '2026-12-11', byRecord: 'home' },
      { date: '2026-12-12', byRecord: 'office' },
    ])
    expect(remoteDaysOf(OTHER, known, WEEK)).toEqual([])
  })
})

describe('workPlaceOf', () => {
  const shift = (startsAt: string, workPlace: 'office' | 'home' | null = null) => ({
    operatorId: ID,
    startsAt,
    workPlace,
  })

  it('goes by the day of the centre on which the shift starts, to its end', () => {
    // 22:00 of Friday in Almaty, to the morning of Saturday.
    expect(workPlaceOf(shift('2026-12-11T17:00:00.000Z'), known)).toBe('home')
    // 00:30 of Saturday in Almaty, which is Friday in UTC.
    expect(workPlaceOf(shift('2026-12-11T19:30:00.000Z'), known)).toBe('office')
  })

  it('goes by what somebody has set before all', () => {
    expect(workPlaceOf(shift('2026-12-11T04:00:00.000Z', 'office'), known)).toBe('office')
    expect(workPlaceOf(shift('2026-12-09T04:00:00.000Z', 'home'), known)).toBe('home')
  })
})

/** A shift from 09:00 of a day of December. */
const placed = (operatorId: OperatorId, day: string, workPlace: 'office' | 'home' | null): Shift =>
  ({ operatorId, startsAt: `2026-12-${day}T04:00:00.000Z`, workPlace }) as Shift

describe('homeDaysOf', () => {
  it('are days of the record, as days of the period', () => {
    expect(homeDaysOf(ID, known, WEEK)).toEqual([4])
    expect(homeDaysOf(OTHER, known, WEEK)).toEqual([])
  })

  it('go by the place of a shift where it has one of its own', () => {
    const shifts = [
      placed(ID, '08', 'home'),
      placed(ID, '11', 'office'),
      placed(ID, '12', null),
      placed(OTHER, '09', 'home'),
    ]
    expect(homeDaysOf(ID, known, WEEK, shifts)).toEqual([1])
    expect(homeDaysOf(OTHER, known, WEEK, shifts)).toEqual([2])
  })

  it('leave out what lies beside the period', () => {
    expect(homeDaysOf(OTHER, known, WEEK, [placed(OTHER, '14', 'home')])).toEqual([])
  })
})

describe('withPlaces', () => {
  const rows = {
    ...known,
    operators: [ID, OTHER].map((id) => ({ id, personnelNumber: `K-${id}` })),
  } as unknown as Parameters<typeof withPlaces>[2]['rows']
  const instance = {
    operators: [{ id: 'K-a', homeDays: [4] }, { id: 'K-b' }, { id: 'K-c' }],
  } as unknown as Instance
  const made = (from: Instance, ...shifts: Shift[]) =>
    withPlaces(from, shifts, { rows, period: WEEK }).operators

  it('leaves a problem as it was where no shift has a place of its own', () => {
    expect(made(instance, placed(ID, '11', null))).toEqual(instance.operators)
  })

  it('puts days in and takes days out, and forgets what was put in before', () => {
    const after = made(instance, placed(ID, '11', 'office'), placed(OTHER, '09', 'home'))
    expect(after).toEqual([{ id: 'K-a' }, { id: 'K-b', homeDays: [2] }, { id: 'K-c' }])
    const again = made({ ...instance, operators: after } as Instance)
    expect(again[1]).toEqual({ id: 'K-b' })
  })
})
