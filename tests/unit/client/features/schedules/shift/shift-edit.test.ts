import { describe, expect, it } from 'vitest'

import { NO_HISTORY, recorded } from '../../../../../../client/features/schedules/edit-history.ts'
import {
  applyEdit,
  inverseOf,
  placedShift,
  type ShiftEdit,
} from '../../../../../../client/features/schedules/shift/shift-edit.ts'
import {
  nearestShape,
  nextShape,
} from '../../../../../../client/features/schedules/shift/stretched-shape.ts'
import { madeGrid, madeShift } from '../made-grid.ts'

const shift = madeShift('a', '2026-12-07T09:00:00+05:00')
const grid = madeGrid([shift, madeShift('b', '2026-12-08T09:00:00+05:00')])
const later = '2026-12-07T06:00:00.000Z'

describe('placedShift', () => {
  it('moves a shift with its breaks', () => {
    const moved = placedShift(shift, { startsAt: later }, grid.shapes)
    expect(moved).toMatchObject({ startsAt: later, endsAt: '2026-12-07T15:00:00.000Z' })
    expect(moved.breaks[0]?.startsAt).toBe('2026-12-07T10:00:00.000Z')
  })

  it('gives another shape its length, and leaves its breaks to the server', () => {
    const longer = placedShift(shift, { shape: 'D12' }, grid.shapes)
    expect(longer).toMatchObject({ shape: 'D12', endsAt: '2026-12-07T16:00:00.000Z', breaks: [] })
  })
})

describe('inverseOf', () => {
  const edits: readonly ShiftEdit[] = [
    { kind: 'place', shiftId: 'a', startsAt: later },
    { kind: 'place', shiftId: 'a', shape: 'D12' },
    { kind: 'place', shiftId: 'a', startsAt: later, shape: 'D8' },
    { kind: 'lock', shiftId: 'a', locked: true },
    { kind: 'workPlace', shiftId: 'a', workPlace: 'home' },
  ]
  it.each(edits)('takes back $kind, breaks and all: %j', (edit) => {
    const after = applyEdit(grid, edit)
    expect(after).not.toEqual(grid)
    const back = inverseOf(edit, grid, after)
    expect(back === null ? null : applyEdit(after, back)).toEqual(grid)
  })

  it('puts a shift back that was taken away', () => {
    expect(inverseOf({ kind: 'remove', shiftId: 'a' }, grid, grid)).toMatchObject({
      kind: 'add',
      replaces: 'a',
      shift: { startsAt: shift.startsAt, breaks: shift.breaks },
    })
  })
})

describe('many changes as one', () => {
  const { operatorId, shape, breaks } = shift
  const absence = {
    operatorId,
    kind: 'sick',
    fromDate: '2026-12-08',
    toDate: '2026-12-08',
  } as const
  const edit: ShiftEdit = {
    kind: 'many',
    changes: [
      { operatorId, shiftId: 'a', after: { shape, startsAt: later, breaks: [] } },
      { operatorId, shiftId: 'b', after: null },
      { operatorId, shiftId: null, after: { shape, startsAt: '2026-12-09T04:00:00Z', breaks: [] } },
    ],
    absence,
  }
  const after = applyEdit(grid, edit)
  const added = madeShift('new', '2026-12-09T04:00:00Z')
  const answered = { ...after, shifts: [...after.shifts, added] }

  it('moves and takes away at once; what is new comes with the answer', () => {
    expect(after.shifts).toMatchObject([{ id: 'a', startsAt: later }])
  })

  it('takes all of them back with the absence, and lets it be recorded again', () => {
    const back = inverseOf(edit, grid, answered, 'absence-1')
    expect(back).toEqual({
      kind: 'many',
      changes: [
        {
          operatorId,
          shiftId: 'a',
          after: { shape, startsAt: shift.startsAt, breaks, workPlace: null },
        },
        expect.objectContaining({ operatorId, shiftId: null, replaces: 'b' }),
        { operatorId, shiftId: 'new', after: null },
      ],
      withdraws: { absenceId: 'absence-1', absence },
    })
    const again = back === null ? null : inverseOf(back, answered, grid)
    expect(again).toMatchObject({ absence })
  })

  it('lets what was remembered of a shift follow it to its new id', () => {
    const lock: ShiftEdit = { kind: 'lock', shiftId: 'b', locked: false }
    const back = inverseOf(edit, grid, answered, null) as ShiftEdit
    const restored = madeGrid([shift, madeShift('b2', '2026-12-08T09:00:00+05:00')])
    const next = recorded({ undo: [lock, back], redo: [] }, back, 'undo', {
      before: answered,
      after: restored,
    })
    expect(next.undo).toMatchObject([{ kind: 'lock', shiftId: 'b2' }])
  })
})

describe('recorded', () => {
  it('lets what was remembered of a shift follow it to its new id', () => {
    const move: ShiftEdit = { kind: 'place', shiftId: 'a', startsAt: later }
    const history = recorded(NO_HISTORY, move, 'do', { before: grid, after: grid })
    const put: ShiftEdit = { kind: 'add', shift, replaces: 'a' }
    const without = madeGrid(grid.shifts.filter(({ id }) => id !== 'a'))
    const after = madeGrid([...without.shifts, { ...shift, id: 'new' }])
    const next = recorded({ undo: [...history.undo, put], redo: [] }, put, 'undo', {
      before: without,
      after,
    })
    expect(next.undo).toMatchObject([{ kind: 'place', shiftId: 'new' }])
    expect(next.redo).toEqual([{ kind: 'remove', shiftId: 'new' }])
  })
})

describe('another length', () => {
  const shapeOf = (code: string) => grid.shapes.find((one) => one.code === code)
  const [d8, d9, d12] = ['D8', 'D9', 'D12'].map(shapeOf)

  it('is that of the next shape, and nothing beyond the last', () => {
    if (d9 === undefined || d12 === undefined) throw new RangeError('no such shape')
    expect(nextShape(grid.shapes, d9, 'longer')).toBe(d12)
    expect(nextShape(grid.shapes, d9, 'shorter')).toBe(d8)
    expect(nextShape(grid.shapes, d12, 'longer')).toBeUndefined()
  })

  it('is the nearest to what the pointer asks for; the present one when it is as near', () => {
    if (d9 === undefined) throw new RangeError('no such shape')
    expect(nearestShape(grid.shapes, d9, 700)).toBe(d12)
    expect(nearestShape(grid.shapes, d9, 525)).toBe(d9)
    expect(nearestShape(grid.shapes, d9, 100)).toBe(d8)
  })
})
