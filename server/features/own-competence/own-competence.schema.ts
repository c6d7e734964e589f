import { type Static, Type } from 'typebox'

import type { Text3 } from '#server/platform/db/column-types.ts'
import { orNull } from '#server/platform/http/or-null.ts'
import { ref } from '#server/platform/http/ref.ts'

import { Assessment, URGENCIES } from '../assessments/assessments.schema.ts'
import { Certificate } from '../training/certificates.schema.ts'
import { DevelopmentStep } from '../training/development.schema.ts'
import { TrainingSession } from '../training/sessions.schema.ts'

const Id = Type.String({ format: 'uuid' })
const DateText = Type.String({ format: 'date' })
const Instant = Type.String({ format: 'date-time' })
const Name = Type.Unsafe<Text3>(Type.Ref('Text3'))
const Level = Type.Integer({ minimum: 0, maximum: 5 })
const literals = <Value extends string>(values: readonly Value[]) =>
  Type.Unsafe<Value>(Type.String({ enum: [...values] }))

/** `expiring`: within the first reminder, 60 days; the last day of validity is still valid. */
export const COMPETENCE_STATES = ['valid', 'expiring', 'expired'] as const
export type CompetenceState = (typeof COMPETENCE_STATES)[number]

const EXAMPLE_ID = '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0f31'
const NAME = { kk: 'Тыңдай білу', ru: 'Умение слушать', en: 'Listening skills' }

const OwnProfile = Type.Object({
  code: Type.String(),
  name: Name,
  duties: Type.String(),
  version: Type.Integer(),
  since: DateText,
  competences: Type.Array(Type.Object({ code: Type.String(), minLevel: Level })),
  gaps: Type.Array(
    Type.Object({ code: Type.String(), minLevel: Level, level: orNull(Type.Integer()) }),
    { description: 'What is lacking today' },
  ),
  readVersion: orNull(Type.Integer({ description: 'Null: never read' })),
  readAt: orNull(Instant),
})

const OwnQueue = Type.Object({
  code: Type.String(),
  name: Name,
  lacking: Type.Array(
    Type.Object({
      code: Type.String({ description: 'Of the competence' }),
      minLevel: Level,
      level: orNull(Level),
      expiredOn: orNull(Type.String({ format: 'date', description: 'Its last day' })),
    }),
    { description: 'Empty: such contacts may be given' },
  ),
})
export type OwnQueue = Static<typeof OwnQueue>

export const OwnCompetence = Type.Object(
  {
    today: DateText,
    operatorId: Id,
    fullName: Type.String(),
    competences: Type.Array(
      Type.Object({
        code: Type.String(),
        level: Level,
        assessedOn: DateText,
        validUntil: orNull(DateText),
        state: literals(COMPETENCE_STATES),
      }),
      { description: 'Those that end first, first' },
    ),
    queues: Type.Array(OwnQueue, {
      description: 'Which contacts may be given today (п. 18); empty for whoever takes none',
    }),
    due: orNull(
      Type.Object(
        {
          dueOn: DateText,
          urgency: literals(URGENCIES),
          missing: Type.Array(Type.String(), { description: 'Never assessed in this employment' }),
        },
        { description: 'The next assessment; null for whoever takes no contacts' },
      ),
    ),
    profiles: Type.Array(OwnProfile),
    assessments: Type.Array(ref(Assessment), {
      description: 'All but those that are still being written',
    }),
    steps: Type.Array(ref(DevelopmentStep)),
    sessions: Type.Array(ref(TrainingSession), { description: 'With oneself alone among people' }),
    certificates: Type.Array(ref(Certificate)),
  },
  {
    $id: 'OwnCompetence',
    examples: [
      {
        today: '2026-11-25',
        operatorId: EXAMPLE_ID,
        fullName: 'Ахметова Айгуль',
        competences: [
          {
            code: '19.2',
            level: 3,
            assessedOn: '2025-12-10',
            validUntil: '2026-12-10',
            state: 'expiring',
          },
        ],
        queues: [
          {
            code: 'chat',
            name: { kk: 'Чат', ru: 'Чат', en: 'Chat' },
            lacking: [{ code: '19.5', minLevel: 3, level: 2, expiredOn: null }],
          },
        ],
        due: { dueOn: '2026-12-10', urgency: 'days30', missing: [] },
        profiles: [
          {
            code: 'operator',
            name: NAME,
            duties: 'Отвечает на обращения.',
            version: 2,
            since: '2025-03-01',
            competences: [{ code: '19.2', minLevel: 3 }],
            gaps: [],
            readVersion: 1,
            readAt: '2025-03-02T04:00:00.000Z',
          },
        ],
        assessments: [],
        steps: [],
        sessions: [],
        certificates: [],
      },
    ],
  },
)
export type OwnCompetence = Static<typeof OwnCompetence>

export const OwnProfileParams = Type.Object({ code: Type.String({ minLength: 1 }) })
export const ReadingBody = Type.Object(
  { version: Type.Integer({ minimum: 1, description: 'The one that was on the screen' }) },
  { additionalProperties: false, examples: [{ version: 2 }] },
)
