import { type Static, Type } from 'typebox'

import { orNull } from '#server/platform/http/or-null.ts'
import { ref } from '#server/platform/http/ref.ts'

const Id = Type.String({ format: 'uuid' })
const Instant = Type.String({ format: 'date-time' })
export const ImportParams = Type.Object({ importId: Id })

export const ImportQuery = Type.Object({
  kind: Type.Union([Type.Literal('intervals'), Type.Literal('queue_log')]),
  dryRun: Type.Boolean({ default: false, description: 'Report only; store nothing' }),
  timezone: Type.Optional(
    Type.String({
      examples: ['Asia/Almaty'],
      description: "Zone of local times; the centre's own when left out",
    }),
  ),
  onBadRow: Type.Optional(
    Type.Union([Type.Literal('refuse-file'), Type.Literal('skip-row')], {
      description: 'Whether one bad row refuses the whole file (the default) or is left out alone',
    }),
  ),
  intervalMinutes: Type.Optional(
    Type.Integer({
      enum: [15, 30, 60],
      description: 'Length of the intervals of a file that does not tell it',
    }),
  ),
})

/** The centre's queue, by code or by name, for each name that the file uses. */
export const QueueMap = Type.Record(Type.String(), Type.String(), {
  examples: [{ 'Helpdesk RU': 'support-ru' }],
})
export type QueueMap = Static<typeof QueueMap>

const LAYER = {
  id: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a51',
  layer: 2,
  kind: 'intervals',
  template: 'genesys-cloud',
  fileName: 'november.csv',
  rowsRead: 1440,
  rowsStored: 1438,
  rowsRefused: 2,
  firstAt: '2026-10-31T19:00:00.000Z',
  lastAt: '2026-11-30T18:30:00.000Z',
  importedBy: 'Планировщик',
  importedAt: '2026-12-01T04:00:00.000Z',
  withdrawnBy: null,
  withdrawnAt: null,
}
const FINDING = {
  kind: 'gap',
  queue: 'support-ru',
  startsAt: '2026-11-11T03:00:00.000Z',
  endsAt: '2026-11-11T05:00:00.000Z',
  text: 'Нет строк за 2 часа, в которые они обычно есть',
}

/** What an upload carries; it is streamed, so the validator never sees it. */
export const ImportForm = Type.Object(
  {
    file: Type.String({ format: 'binary' }),
    queueMap: Type.Optional(
      Type.String({ description: 'JSON, before the file', examples: ['{"Helpdesk": "support"}'] }),
    ),
  },
  { examples: [{ queueMap: '{"Helpdesk": "support-ru"}', file: 'november.csv' }] },
)

export const HistoryImport = Type.Object(
  {
    id: Id,
    layer: Type.Integer({ description: 'Where two layers speak of one interval, the higher wins' }),
    kind: Type.String({ examples: ['intervals', 'queue_log', 'sample'] }),
    template: Type.String({ examples: ['kezek', 'genesys-cloud'] }),
    fileName: Type.String(),
    rowsRead: Type.Integer(),
    rowsStored: Type.Integer({ description: 'Intervals in the layer' }),
    rowsRefused: Type.Integer(),
    firstAt: orNull(Instant),
    lastAt: orNull(Instant),
    importedBy: Type.String(),
    importedAt: Instant,
    withdrawnBy: orNull(Type.String()),
    withdrawnAt: orNull(Instant),
  },
  { $id: 'HistoryImport', examples: [LAYER] },
)
export type HistoryImport = Static<typeof HistoryImport>

/** What a planner should look at in an imported history; none of it stops an import. */
const FINDING_KINDS = [
  'gap',
  'duplicate',
  'spike',
  'closedHours',
  'outsideHours',
  'zoneChange',
  'doubledHour',
  'restart',
  'unclosedContact',
  'droppedColumn',
] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

export const ImportFinding = Type.Object(
  {
    kind: Type.Unsafe<FindingKind>(Type.String({ enum: [...FINDING_KINDS] })),
    queue: orNull(Type.String({ description: "The file's own name of it; null: all queues" })),
    startsAt: orNull(Instant),
    endsAt: orNull(Instant),
    text: Type.String({ description: "In the caller's language" }),
  },
  { $id: 'ImportFinding', examples: [FINDING] },
)
export type ImportFinding = Static<typeof ImportFinding>

export const ImportOutcome = Type.Object(
  {
    stored: Type.Boolean({ description: 'False after a dry run' }),
    layer: orNull(ref(HistoryImport)),
    rowsRead: Type.Integer(),
    rowsRefused: Type.Integer(),
    problemCount: Type.Integer({ description: 'Of which `problems` lists the first thousand' }),
    problems: Type.Array(
      Type.Object({
        row: orNull(Type.Integer({ description: 'As a spreadsheet numbers it: the header is 1' })),
        column: orNull(Type.String()),
        text: Type.String(),
      }),
      { description: "What was refused and why, in the caller's language" },
    ),
    findings: Type.Array(ref(ImportFinding)),
    report: Type.Record(Type.String(), Type.Unknown(), {
      description: 'All figures of the reading, per queue; its instants are epoch milliseconds',
    }),
  },
  {
    $id: 'ImportOutcome',
    examples: [
      {
        stored: true,
        layer: LAYER,
        rowsRead: 1440,
        rowsRefused: 2,
        problemCount: 2,
        problems: [{ row: 17, column: 'offered', text: 'Отрицательное число: -3' }],
        findings: [FINDING],
        report: {},
      },
    ],
  },
)
export type ImportOutcome = Static<typeof ImportOutcome>
