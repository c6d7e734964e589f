import { describe, expect, it } from 'vitest'

import { toGridView } from '../../../../../client/features/schedules/grid-view.ts'
import { EVERYBODY, filteredRows } from '../../../../../client/features/schedules/row-filter.ts'
import { translatorOf } from '../../../../../client/lib/i18n/translate.ts'
import { madeGrid, madeShift } from './made-grid.ts'

const { rows } = toGridView(
  madeGrid([
    madeShift('a', '2026-12-07T12:00:00+05:00'),
    madeShift('b', '2026-12-07T08:00:00+05:00', { operatorId: 'o2' as never }),
  ]),
  { locale: 'ru', t: translatorOf('ru') },
)
const names = (part: Partial<typeof EVERYBODY>, of = rows) =>
  filteredRows(of, { ...EVERYBODY, ...part }, 0).map(({ name }) => name)

describe('filteredRows', () => {
  it('orders by name, by first start, and by how far hours are from the norm', () => {
    expect(names({})).toEqual(['Айгерім', 'Данияр'])
    expect(names({ order: 'start' })).toEqual(['Данияр', 'Айгерім'])
    const unequal = rows.map((row) =>
      row.name === 'Данияр' ? { ...row, paidSeconds: row.contractSeconds ?? 0 } : row,
    )
    expect(names({ order: 'hours' }, unequal)).toEqual(['Айгерім', 'Данияр'])
  })

  it('finds by parts of a name in any case, and by queue', () => {
    expect(names({ search: 'ДАНИ' })).toEqual(['Данияр'])
    expect(names({ search: 'дани айг' })).toEqual([])
    expect(names({ queueId: 'q1' })).toHaveLength(2)
    expect(names({ queueId: 'q9' })).toEqual([])
  })
})
