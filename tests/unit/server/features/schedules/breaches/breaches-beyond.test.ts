import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { OperatorId } from '#forecasting/kernel/units.ts'
import { breachesBeyond } from '#server/features/schedules/breaches/breaches-beyond.ts'

type Violation = Parameters<typeof breachesBeyond>[0][number]

const breach = (part: Partial<Violation> = {}): Violation => ({
  rule: 'P18',
  article: null,
  hard: true,
  operatorId: 'dana' as OperatorId,
  operatorName: 'Дана',
  shiftId: 's1',
  dates: ['2026-06-01'],
  at: '2026-06-01T04:00:00.000Z',
  text: 'Нет действующей компетенции ни для одной очереди',
  ...part,
})

describe('breachesBeyond', () => {
  it('finds nothing new in a breach of fewer days than before', () => {
    const before = breach({ dates: ['2026-06-01', '2026-06-02', '2026-06-03'] })
    expect(breachesBeyond([breach({ dates: ['2026-06-01', '2026-06-03'] })], [before])).toEqual([])
  })

  it('tells of the days alone that are new', () => {
    const after = breach({ dates: ['2026-06-01', '2026-06-04'] })
    expect(breachesBeyond([after], [breach()])).toEqual([{ ...after, dates: ['2026-06-04'] }])
  })

  // Two who never were competent are told of in the same words: a shift must not go from one to the other.
  it('does not take the breach of one person for that of another', () => {
    const other = breach({ operatorId: 'aslan' as OperatorId, operatorName: 'Аслан' })
    expect(breachesBeyond([other], [breach()])).toEqual([other])
  })

  it('does not take an exception with a mentor for a breach', () => {
    expect(breachesBeyond([breach()], [breach({ hard: false })])).toEqual([breach()])
  })

  const dates = fc.uniqueArray(
    fc.integer({ min: 1, max: 28 }).map((day) => `2026-06-${String(day).padStart(2, '0')}`),
    { minLength: 1 },
  )

  it('is nothing beyond itself, whatever else there is', () => {
    fc.assert(
      fc.property(dates, dates, (own, more) => {
        const [a, b] = [breach({ dates: own }), breach({ rule: 'R06', dates: more })]
        expect(breachesBeyond([a], [b, a])).toEqual([])
      }),
    )
  })

  it('takes every day of a breach for old or new, never for both', () => {
    fc.assert(
      fc.property(dates, dates, (now, before) => {
        const found = breachesBeyond([breach({ dates: now })], [breach({ dates: before })])
        const fresh = found.flatMap((one) => one.dates)
        expect(fresh).toEqual(now.filter((date) => !before.includes(date)))
      }),
    )
  })
})
