import { type Static, type TSchema, Type } from 'typebox'

import type { OperatorId } from '#forecasting/kernel/units.ts'

import { VERDICTS } from '../adherence/adherence-policy.ts'

const Id = Type.String({ format: 'uuid' })
const Instant = Type.String({ format: 'date-time' })
const OrNull = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])

export const BoardRow = Type.Object(
  {
    operatorId: Type.Unsafe<OperatorId>(Id),
    name: Type.String(),
    personnelNumber: Type.String(),
    activity: OrNull(Type.String({ description: 'Planned now; null outside the shift' })),
    activityUntil: OrNull(Instant),
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
  { $id: 'BoardRow' },
)
export type BoardRow = Static<typeof BoardRow>

const BoardFeed = Type.Object({
  code: Type.String(),
  silent: Type.Boolean(),
  lastHeardAt: OrNull(Instant),
  missingBatches: Type.Integer(),
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
  { $id: 'Board' },
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
  { $id: 'TodayCoverage' },
)

/** Rows that changed, and people who left the board. */
export interface BoardChange extends Omit<Board, 'rows'> {
  readonly rows: readonly BoardRow[]
  readonly gone: readonly OperatorId[]
}
