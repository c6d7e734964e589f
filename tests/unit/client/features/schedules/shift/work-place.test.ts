import { describe, expect, it } from 'vitest'

import { toGridView } from '../../../../../../client/features/schedules/grid-view.ts'
import { dayText } from '../../../../../../client/features/schedules/schedule-table.ts'
import { mayPlace } from '../../../../../../client/features/schedules/shift/work-place.ts'
import { createFormat } from '../../../../../../client/lib/i18n/format.ts'
import { translatorOf } from '../../../../../../client/lib/i18n/translate.ts'
import { createTimeScale } from '../../../../../../client/lib/time-scale.ts'
import { madeGrid, madeShift } from '../made-grid.ts'

const t = translatorOf('ru')
// The first begins at 01:00 of Tuesday in Almaty, which is Monday in UTC.
const shifts = [
  madeShift('night', '2026-12-08T01:00:00+05:00'),
  madeShift('set', '2026-12-09T09:00:00+05:00', { workPlace: 'office' }),
  madeShift('uncovered', '2026-12-10T09:00:00+05:00'),
]
const made = madeGrid(shifts)
const grid = {
  ...made,
  operators: made.operators.map((one) => ({
    ...one,
    remoteDays: [
      { date: '2026-12-07', byRecord: 'office' as const },
      { date: '2026-12-08', byRecord: 'home' as const },
      { date: '2026-12-09', byRecord: 'home' as const },
    ],
  })),
}

describe('the place of a shift in the grid', () => {
  const [row] = toGridView(grid, { locale: 'ru', t }).rows
  const placeOf = (id: string) => row?.shifts.find((shift) => shift.id === id)?.place

  it('is that of the record on the day on which it starts, by the clock of the centre', () => {
    expect(placeOf('night')).toEqual({ at: 'home', byRecord: 'home', set: null, mayBeHome: true })
  })

  it('is the one that somebody has set, whatever the record says', () => {
    expect(placeOf('set')).toEqual({
      at: 'office',
      byRecord: 'home',
      set: 'office',
      mayBeHome: true,
    })
  })

  it('is the office, and cannot be another, where no record covers the day', () => {
    expect(placeOf('uncovered')).toMatchObject({ at: 'office', mayBeHome: false })
  })

  it('stands beside the hours on paper and in a spreadsheet where it is home', () => {
    const scale = createTimeScale({
      startMs: Date.parse('2026-12-07T00:00:00+05:00'),
      endMs: Date.parse('2026-12-14T00:00:00+05:00'),
      hourWidthPx: 6,
      timeZone: 'Asia/Almaty',
    })
    const words = { format: createFormat('ru', 'Asia/Almaty', t), home: t('workPlace.home') }
    const texts = scale.days.slice(1, 4).map((day) => (row ? dayText(row, day, words) : ''))
    expect(texts).toEqual(['01:00–10:00 (дома)', '09:00–18:00', '09:00–18:00'])
  })
})

describe('mayPlace', () => {
  const covered = { at: 'home', byRecord: 'home', set: null, mayBeHome: true } as const
  const shift = { place: covered, isProposed: false }
  const planner = { canEdit: true, canPlace: true }
  const supervisor = { canEdit: false, canPlace: true }

  it('lets a planner place shifts of a draft, and a supervisor those of what is published', () => {
    expect(mayPlace(shift, { status: 'draft' }, planner)).toBe(true)
    expect(mayPlace(shift, { status: 'draft' }, supervisor)).toBe(false)
    expect(mayPlace(shift, { status: 'published' }, supervisor)).toBe(true)
    expect(mayPlace(shift, { status: 'superseded' }, supervisor)).toBe(false)
    expect(mayPlace(shift, { status: 'published' }, { canEdit: false, canPlace: false })).toBe(
      false,
    )
  })

  it('offers nothing where only the office is possible, nor of what is only proposed', () => {
    const office = { at: 'office', byRecord: 'office', set: null, mayBeHome: false } as const
    expect(mayPlace({ ...shift, place: office }, { status: 'draft' }, planner)).toBe(false)
    expect(mayPlace({ ...shift, isProposed: true }, { status: 'draft' }, planner)).toBe(false)
    // What was set and has lost its ground can be taken back.
    const lost = { ...office, at: 'home', set: 'home' } as const
    expect(mayPlace({ ...shift, place: lost }, { status: 'draft' }, planner)).toBe(true)
  })
})
