import { describe, expect, it } from 'vitest'

import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import { assessedInYear } from '#server/features/papers/assessed-in-year.ts'

const on = (date: string): LocalDate => date as LocalDate

describe('assessedInYear', () => {
  it('counts somebody only with every competence of the order', () => {
    const [whole, part, none] = assessedInYear(
      ['a', 'b', 'c'],
      ['19.1', '20.1'],
      [
        { operatorId: 'a', code: '19.1', on: on('2026-02-01') },
        { operatorId: 'a', code: '20.1', on: on('2026-11-30') },
        { operatorId: 'b', code: '19.1', on: on('2026-05-05') },
      ],
    )
    expect(whole).toEqual({
      id: 'a',
      assessed: ['19.1', '20.1'],
      missing: [],
      lastOn: '2026-11-30',
    })
    expect(part).toMatchObject({ assessed: ['19.1'], missing: ['20.1'] })
    expect(none).toEqual({ id: 'c', assessed: [], missing: ['19.1', '20.1'], lastOn: null })
  })

  it('counts a competence that was judged twice once, and others than of the order never', () => {
    const [one] = assessedInYear(
      ['a'],
      ['19.1'],
      [
        { operatorId: 'a', code: '19.1', on: on('2026-05-05') },
        { operatorId: 'a', code: '19.1', on: on('2026-02-01') },
        { operatorId: 'a', code: 'topic', on: on('2026-01-01') },
      ],
    )
    expect(one).toMatchObject({ assessed: ['19.1'], lastOn: '2026-05-05' })
  })
})
