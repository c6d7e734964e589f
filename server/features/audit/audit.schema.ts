import { type Static, Type } from 'typebox'

const PAGE_MAX = 200
export const PAGE_DEFAULT = 50

const Instant = Type.String({ format: 'date-time' })
const Action = Type.Union([Type.Literal('insert'), Type.Literal('update'), Type.Literal('delete')])
const Values = Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.Null()])

export const AuditQuery = Type.Object({
  entity: Type.Optional(Type.String({ description: 'A kind of record', examples: ['queue'] })),
  entityId: Type.Optional(Type.String({ description: 'One record of that kind' })),
  actorId: Type.Optional(Type.String({ description: 'Who made the change' })),
  operatorId: Type.Optional(Type.String({ format: 'uuid', description: 'Whom it concerns' })),
  action: Type.Optional(Action),
  from: Type.Optional(Instant),
  to: Type.Optional(Type.String({ format: 'date-time', description: 'Half-open' })),
  cursor: Type.Optional(
    Type.Integer({ minimum: 1, description: '`next` of the page before this one' }),
  ),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: PAGE_MAX })),
})
export type AuditQuery = Static<typeof AuditQuery>

export const AuditRecord = Type.Object(
  {
    id: Type.Integer(),
    at: Instant,
    actorId: Type.String({ description: '`system` when the service itself made the change' }),
    actorName: Type.String(),
    action: Action,
    entity: Type.String(),
    entityId: Type.String(),
    operatorId: Type.Union([Type.String(), Type.Null()], {
      description: 'Whom it concerns; null where that is nobody, or for HR alone to see',
    }),
    before: Values,
    after: Values,
  },
  {
    $id: 'AuditRecord',
    description: 'An update keeps the columns that changed; passwords and secrets are never kept.',
    examples: [
      {
        id: 4211,
        at: '2026-11-24T06:12:09.114Z',
        actorId: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a11',
        actorName: 'Старший смены',
        action: 'update',
        entity: 'queue',
        entityId: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a21',
        operatorId: null,
        before: { asa_target_seconds: 90 },
        after: { asa_target_seconds: 60 },
      },
    ],
  },
)
export type AuditRecord = Static<typeof AuditRecord>

/** A name is one text, one in three languages, or the number of a version. */
export const AuditNames = Type.Record(
  Type.String(),
  Type.Union([
    Type.String(),
    Type.Integer(),
    Type.Object({ kk: Type.String(), ru: Type.String(), en: Type.String() }),
  ]),
  {
    description: 'By id: what the rows of the records, and those they point to, are called now',
    examples: [
      {
        '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a21': { kk: 'Қоңыраулар', ru: 'Звонки', en: 'Calls' },
        '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a31': 'Ахметова Айгуль',
      },
    ],
  },
)
export type AuditNames = Static<typeof AuditNames>

const Named = Type.Object({ id: Type.String(), name: Type.String() })

export const AuditChoices = Type.Object(
  {
    actors: Type.Array(Named),
    people: Type.Array(Named, { description: 'Whom a record concerns, with personnel number' }),
    entities: Type.Array(Type.String()),
  },
  {
    $id: 'AuditChoices',
    examples: [
      {
        actors: [{ id: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a11', name: 'Старший смены' }],
        people: [{ id: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a31', name: 'Ахметова Айгуль, K-0001' }],
        entities: ['queue', 'users'],
      },
    ],
  },
)
export type AuditChoices = Static<typeof AuditChoices>
