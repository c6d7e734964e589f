import { describe, expect, it } from 'vitest'

import { askedAt } from '../../../../../../client/features/schedules/shortages/coverage-view.ts'
import { madeGrid } from '../made-grid.ts'

const { coverage } = madeGrid([])
const instants = coverage.startsAt.map((instant) => Date.parse(instant))
const [first = 0, second = 0] = instants
const [q1, q2] = coverage.queues
if (q1 === undefined || q2 === undefined) throw new Error('the made-up week has two queues')

/** Nobody is missing at first, then more in the second queue than in the first. */
const short = {
  ...coverage,
  queues: [
    { ...q1, shortage: [0, 0.5, 0, 0] },
    { ...q2, shortage: [0, 2, 0, 0] },
  ],
}

describe('askedAt', () => {
  it('asks about the queue that is shown', () => {
    expect(askedAt(short, q1.queueId, second)).toEqual({ queueId: q1.queueId, atMs: second })
  })

  it('asks about the queue that lacks most, of all together', () => {
    expect(askedAt(short, null, second)).toEqual({ queueId: q2.queueId, atMs: second })
  })

  it('asks why there are too many where no queue lacks anybody', () => {
    expect(askedAt(short, null, first)).toEqual({ queueId: null, atMs: first })
  })
})
