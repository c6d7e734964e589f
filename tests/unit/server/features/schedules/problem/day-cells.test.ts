import { describe, expect, it } from 'vitest'

import type { OperatorId } from '#forecasting/kernel/units.ts'
import { changedCells, dayCells } from '#server/features/schedules/problem/day-cells.ts'
import {
  changedSettings,
  presentChange,
} from '#server/features/schedules/publishing/version-change.ts'
import type { Shift } from '#server/features/schedules/schedules.schema.ts'

const ALMATY = 'Asia/Almaty'

function shift(person: string, startsAt: string, part: Partial<Shift> = {}): Shift {
  const endsAt = new Date(Date.parse(startsAt) + 9 * 3_600_000).toISOString()
  const operatorId = person as OperatorId
  return {
    id: `${person} ${startsAt}`,
    operatorId,
    shape: 'D9',
    startsAt,
    endsAt,
    locked: false,
    origin: 'engine',
    workPlace: null,
    breaks: [],
    ...part,
  }
}

describe('dayCells', () => {
  it('puts a shift on the day of the centre on which it starts', () => {
    // 20:00 in Greenwich is 01:00 of the next day in Almaty.
    const cells = dayCells([shift('a', '2026-12-07T20:00:00.000Z')], ALMATY)
    expect([...cells.keys()]).toEqual(['a 2026-12-08'])
  })
})

describe('changedCells', () => {
  const monday = shift('a', '2026-12-07T04:00:00.000Z')
  const tuesday = shift('a', '2026-12-08T04:00:00.000Z')
  const cells = (...shifts: Shift[]) => dayCells(shifts, ALMATY)

  it('is none for the same shifts, whatever their ids, locks and order', () => {
    const again = { ...monday, id: 'other', locked: true, origin: 'manual' as const }
    expect(changedCells(cells(monday, tuesday), cells(tuesday, again)).size).toBe(0)
  })

  it.each([
    ['a shift that is gone', [tuesday], ['a 2026-12-07']],
    ['a later start', [shift('a', '2026-12-07T05:00:00.000Z'), tuesday], ['a 2026-12-07']],
    ['another place', [{ ...monday, workPlace: 'home' as const }, tuesday], ['a 2026-12-07']],
    ['another shape', [{ ...monday, shape: 'D12' }, tuesday], ['a 2026-12-07']],
    [
      'another person',
      [{ ...monday, operatorId: 'b' as OperatorId }, tuesday],
      ['a 2026-12-07', 'b 2026-12-07'],
    ],
    [
      'a moved break',
      [
        {
          ...monday,
          breaks: [
            {
              startsAt: '2026-12-07T08:00:00.000Z',
              endsAt: '2026-12-07T08:30:00.000Z',
              kind: 'meal' as const,
              paid: false,
            },
          ],
        },
        tuesday,
      ],
      ['a 2026-12-07'],
    ],
  ])('names person and day of %s', (_, after, keys) => {
    expect([...changedCells(cells(monday, tuesday), cells(...after))].toSorted()).toEqual(keys)
  })
})

describe('changedSettings', () => {
  it('says why this version changed the one before, not why that one did', () => {
    const made = { timeLimitSeconds: 60 }
    const swapped = changedSettings(made, { changedFrom: 'one', change: 'swap', reason: 'asked' })
    expect(presentChange({ settings: swapped })).toEqual({
      changedFrom: 'one',
      change: 'swap',
      reason: 'asked',
      undoes: null,
    })
    const edited = changedSettings(swapped, { changedFrom: 'two', change: 'edit' })
    expect(edited).toEqual({ timeLimitSeconds: 60, changedFrom: 'two', change: 'edit' })
  })

  it('knows a version of before there was a word for its change, and one that was made anew', () => {
    expect(presentChange({ settings: { changedFrom: 'one' } }).change).toBe('edit')
    expect(presentChange({ settings: { timeLimitSeconds: 60 } }).change).toBeNull()
  })
})
