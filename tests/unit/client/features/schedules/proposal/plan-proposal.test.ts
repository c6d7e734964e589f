import { describe, expect, it } from 'vitest'

import { toGridView } from '../../../../../../client/features/schedules/grid-view.ts'
import {
  type PlanProposal,
  toReplacements,
  withProposal,
  withProposedMarks,
} from '../../../../../../client/features/schedules/proposal/plan-proposal.ts'
import { translatorOf } from '../../../../../../client/lib/i18n/translate.ts'
import { madeGrid, madeShift } from '../made-grid.ts'

const ill = madeShift('a', '2026-12-07T09:00:00+05:00')
const grid = madeGrid([ill])
const { startsAt, endsAt, breaks, shape } = ill
const facts = {
  targetMinutes: 2400,
  restMinutes: 900,
  minRestMinutes: 720,
}
/** Айгерім is ill; Данияр comes instead, and 09:30 is short of one more. */
const proposal: PlanProposal = {
  kind: 'person',
  changes: [
    {
      ...facts,
      operatorId: ill.operatorId,
      kind: 'dropped',
      shiftId: 'a',
      after: null,
      paidMinutes: { before: 480, after: 0 },
    },
    {
      ...facts,
      operatorId: 'o2' as never,
      kind: 'added',
      shiftId: null,
      after: { shape, startsAt, endsAt, breaks },
      paidMinutes: { before: 480, after: 960 },
    },
  ],
  cost: 100,
  shortHours: { before: 1, after: 1.5 },
  paidHours: { before: 16, after: 16 },
  coverage: {
    firstInterval: 1,
    scheduled: [1],
    shortage: [2],
    queues: [{ queueId: 'q1' as never, shortage: [2] }],
  },
}

describe('withProposal', () => {
  const after = withProposal(grid, proposal)

  it('shows who comes and who does not, with their hours', () => {
    expect(after.shifts).toMatchObject([{ operatorId: 'o2', startsAt, endsAt, breaks }])
    expect(after.operators.map(({ paidMinutes }) => paidMinutes)).toEqual([0, 960])
  })

  it('puts the coverage of the days that change into that of the week', () => {
    expect(after.coverage.scheduled).toEqual([2, 1, 2, 2])
    expect(after.coverage.queues[0]?.shortage).toEqual([0, 2, 1, 0])
  })

  it('marks what is only proposed', () => {
    const { rows } = toGridView(after, { locale: 'ru', t: translatorOf('ru') })
    const marks = withProposedMarks(rows, proposal).flatMap(({ shifts }) =>
      shifts.map(({ isProposed }) => isProposed),
    )
    expect(marks).toEqual([true])
  })
})

describe('toReplacements', () => {
  it('names only what the server needs to change the plan', () => {
    expect(toReplacements(proposal)).toEqual([
      { operatorId: 'o1', shiftId: 'a', after: null },
      { operatorId: 'o2', shiftId: null, after: { shape, startsAt, breaks } },
    ])
  })
})
