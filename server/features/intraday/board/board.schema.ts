import { type Static, type TSchema, Type } from 'typebox'

import type { OperatorId } from '#forecasting/kernel/units.ts'

import { VERDICTS } from '../../adherence/adherence-policy.ts'

const Id = Type.String({ format: 'uuid' })
const Instant = Type.String({ format: 'date-time' })
const OrNull = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])

/** She was due back from the meal at 14:00 local, four minutes ago. */
const ROW = {
  operatorId: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a41',
  name: 'Алия Серикова',
  personnelNumber: '1007',
  team: 'day-a',
  canSignIn: true,
  activity: 'work',
  activityUntil: '2026-11-25T13:00:00.000Z',
  workPlace: 'home',
  next: { activity: 'work', at: '2026-11-26T04:00:00.000Z' },
  state: 'meal',
  reason: null,
  since: '2026-11-25T08:00:00.000Z',
  verdict: 'out',
  cause: 'table',
  outSince: '2026-11-25T09:00:00.000Z',
  excusedUntil: null,
  severity: 0,
}
const BOARD = {
  at: '2026-11-25T09:04:00.000Z',
  policyVersion: 0,
  published: true,
  feeds: [
    { code: 'pbx', silent: false, lastHeardAt: '2026-11-25T09:03:58.000Z', missingBatches: 0 },
  ],
  rows: [ROW],
}
const COVERAGE = {
  intervals: [
    {
      from: '2026-11-25T09:00:00.000Z',
      to: '2026-11-25T09:30:00.000Z',
      required: 16,
      scheduled: 17,
      working: 15.5,
    },
    {
      from: '2026-11-25T09:30:00.000Z',
      to: '2026-11-25T10:00:00.000Z',
      required: 18,
      scheduled: 18,
      working: null,
    },
  ],
}

export const BoardRow = Type.Object(
  {
    operatorId: Type.Unsafe<OperatorId>(Id),
    name: Type.String(),
    personnelNumber: Type.String(),
    team: OrNull(Type.String({ description: 'Code of their team' })),
    canSignIn: Type.Boolean({ description: 'Would see a word to them' }),
    activity: OrNull(Type.String({ description: 'Planned now; null outside the shift' })),
    activityUntil: OrNull(Instant),
    workPlace: OrNull(
      Type.Enum(['office', 'home'], { description: 'Of the shift now, else of the next one' }),
    ),
    next: OrNull(Type.Object({ activity: Type.String(), at: Instant })),
    state: OrNull(Type.String({ description: 'Null when the feed says nothing' })),
    reason: OrNull(Type.String()),
    since: OrNull(Instant),
    verdict: Type.Enum([...VERDICTS]),
    cause: Type.Enum(['table', 'excused', 'tolerated', 'outside', 'no_data', 'unmapped']),
    outSince: OrNull(Instant),
    excusedUntil: OrNull(Instant),
    severity: Type.Integer({
      minimum: 0,
      maximum: 7,
      description:
        '0 missing from work, 1 elsewhere than planned, 2 not known, 3 out but tolerated yet, 4 neutral, 5 as planned, 6 signed on outside the shift, 7 away',
    }),
  },
  { $id: 'BoardRow', examples: [ROW] },
)
export type BoardRow = Static<typeof BoardRow>

const BoardFeed = Type.Object({
  code: Type.String(),
  silent: Type.Boolean(),
  lastHeardAt: OrNull(Instant),
  missingBatches: Type.Integer({
    description: 'That never came since a snapshot last said everybody’s state',
  }),
})

export const Board = Type.Object(
  {
    at: Instant,
    policyVersion: Type.Integer(),
    published: Type.Boolean({ description: 'A schedule is in force today' }),
    feeds: Type.Array(BoardFeed),
    rows: Type.Array(Type.Unsafe<BoardRow>(Type.Ref('BoardRow')), {
      description: 'Whoever has a shift around now, or is signed on; most urgent first',
    }),
  },
  { $id: 'Board', examples: [BOARD] },
)
export type Board = Static<typeof Board>

export const TodayCoverage = Type.Object(
  {
    intervals: Type.Array(
      Type.Object({
        from: Instant,
        to: Instant,
        required: Type.Number({ description: 'Agents at work, all queues together' }),
        scheduled: Type.Number({ description: 'People whose plan is to work' }),
        working: Type.Union([Type.Number(), Type.Null()], {
          description: 'People in a productive state; null before the interval begins',
        }),
      }),
    ),
  },
  { $id: 'TodayCoverage', examples: [COVERAGE] },
)

/** Rows that changed, and people who left the board. */
export interface BoardChange extends Omit<Board, 'rows'> {
  readonly rows: readonly BoardRow[]
  readonly gone: readonly OperatorId[]
}
