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
        before: { asa_target_seconds: 90 },
        after: { asa_target_seconds: 60 },
      },
    ],
  },
)
export type AuditRecord = Static<typeof AuditRecord>

export const AuditChoices = Type.Object(
  {
    actors: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
    entities: Type.Array(Type.String()),
  },
  {
    $id: 'AuditChoices',
    examples: [
      {
        actors: [{ id: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a11', name: 'Старший смены' }],
        entities: ['queue', 'users'],
      },
    ],
  },
)
export type AuditChoices = Static<typeof AuditChoices>
