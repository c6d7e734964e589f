import { type Static, Type } from 'typebox'

import { orNull } from '#server/platform/http/or-null.ts'
import { TABLE_FORMATS } from '#server/platform/http/write-table.ts'

const FILE_KINDS = ['people', 'competences'] as const

const literals = <Value extends string>(values: readonly Value[]) =>
  Type.Unsafe<Value>(Type.String({ enum: [...values] }))
/** How a file is to be taken, whatever it tells of. */
export const FileOrderQuery = Type.Object({
  dryRun: Type.Boolean({ default: false, description: 'Report only; store nothing' }),
  onBadRow: Type.Unsafe<'refuse-file' | 'skip-row'>(
    Type.String({
      enum: ['refuse-file', 'skip-row'],
      default: 'refuse-file',
      description: 'Whether one bad row refuses the whole file or is left out alone',
    }),
  ),
})
export const PeopleImportQuery = Type.Object({
  kind: literals(FILE_KINDS),
  ...FileOrderQuery.properties,
})
export type PeopleImportQuery = Static<typeof PeopleImportQuery>

export const PeopleImportForm = Type.Object(
  { file: Type.String({ format: 'binary' }) },
  { examples: [{ file: 'people.xlsx' }] },
)

/** What came of a file, whatever it told of. */
export const ImportCounts = {
  rowsRead: Type.Integer(),
  rowsRefused: Type.Integer(),
  added: Type.Integer(),
  changed: Type.Integer(),
  unchanged: Type.Integer(),
  ignoredColumns: Type.Array(Type.String(), { description: 'Headers that mean nothing here' }),
  canSkipRows: Type.Boolean({ description: 'False: the header itself must be mended' }),
  problemCount: Type.Integer({ description: 'Of which `problems` lists the first thousand' }),
  problems: Type.Array(
    Type.Object({
      row: orNull(Type.Integer({ description: 'As a spreadsheet numbers it: the header is 1' })),
      column: orNull(Type.String({ description: 'Key of the column' })),
      title: orNull(Type.String({ description: 'What the file calls it' })),
      text: Type.String({ description: "In the caller's language" }),
    }),
  ),
}

export const PeopleImportOutcome = Type.Object(
  {
    kind: literals(FILE_KINDS),
    stored: Type.Boolean({ description: 'False after a dry run' }),
    ...ImportCounts,
  },
  {
    $id: 'PeopleImportOutcome',
    examples: [
      {
        kind: 'people',
        stored: false,
        rowsRead: 120,
        rowsRefused: 1,
        added: 100,
        changed: 3,
        unchanged: 16,
        ignoredColumns: ['Примечание'],
        canSkipRows: true,
        problemCount: 1,
        problems: [
          {
            row: 17,
            column: 'hired_on',
            title: 'Дата приёма',
            text: '«вчера» не дата: пишите 2026-12-31',
          },
        ],
      },
    ],
  },
)
export type PeopleImportOutcome = Static<typeof PeopleImportOutcome>

export const PeopleExportQuery = Type.Object({
  kind: literals(FILE_KINDS),
  format: literals(TABLE_FORMATS),
})
