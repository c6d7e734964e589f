import { type Static, Type } from 'typebox'

import type { QueueId } from '#forecasting/kernel/units.ts'

const Id = Type.String({ format: 'uuid' })
const Instant = Type.String({ format: 'date-time' })
const InstantOrNull = Type.Union([Instant, Type.Null()])
const NumberOrNull = Type.Union([Type.Number(), Type.Null()])

export const ImportParams = Type.Object({ importId: Id })

export const HistoryImport = Type.Object(
  {
    id: Id,
    layer: Type.Integer({ description: 'Where two layers speak of one interval, the higher wins' }),
    kind: Type.String(),
    template: Type.String(),
    fileName: Type.String(),
    rowsRead: Type.Integer(),
    rowsStored: Type.Integer(),
    rowsRefused: Type.Integer(),
    firstAt: InstantOrNull,
    lastAt: InstantOrNull,
    importedBy: Type.String(),
    importedAt: Instant,
    withdrawnBy: Type.Union([Type.String(), Type.Null()]),
    withdrawnAt: InstantOrNull,
  },
  { $id: 'HistoryImport' },
)
export type HistoryImport = Static<typeof HistoryImport>

export const ImportOutcome = Type.Object(
  {
    stored: Type.Boolean({ description: 'False after a dry run' }),
    layer: Type.Union([Type.Unsafe<HistoryImport>(Type.Ref('HistoryImport')), Type.Null()]),
    report: Type.Record(Type.String(), Type.Unknown(), {
      description:
        'Rows read, delivered and refused; per queue gaps, duplicates, spikes and closed hours; zone changes; dropped columns',
    }),
    problems: Type.Array(Type.Object({ place: Type.String(), text: Type.String() }), {
      description: "Rows refused and why, in the caller's language; the first thousand",
    }),
  },
  { $id: 'ImportOutcome' },
)
export type ImportOutcome = Static<typeof ImportOutcome>

export const HistoryQuery = Type.Object({
  queueId: Type.Unsafe<QueueId>(Id),
  from: Instant,
  to: Instant,
  step: Type.Union([Type.Literal('interval'), Type.Literal('day')]),
})

export const HistoryPoints = Type.Object(
  {
    points: Type.Array(
      Type.Object({
        startsAt: Type.String({ description: 'An instant, or a local date when `step` is day' }),
        offered: Type.Number(),
        handled: NumberOrNull,
        abandoned: NumberOrNull,
        ahtSeconds: NumberOrNull,
        asaSeconds: NumberOrNull,
      }),
    ),
  },
  { $id: 'HistoryPoints' },
)
