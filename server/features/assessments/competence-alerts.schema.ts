import { type Static, Type } from 'typebox'

import { orNull } from '#server/platform/http/or-null.ts'

const Id = Type.String({ format: 'uuid' })
const DateText = Type.String({ format: 'date' })
const EXAMPLE_ID = '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0f61'

export const CompetenceAlert = Type.Object(
  {
    operatorId: Id,
    fullName: Type.String(),
    competenceCode: Type.String(),
    validUntil: orNull(DateText),
    lowered: orNull(
      Type.Object(
        { level: Type.Integer(), formerLevel: Type.Integer(), assessedOn: DateText },
        {
          description:
            'The level held since the assessment, below what the queues ask; null where it expires',
        },
      ),
    ),
    queueCodes: Type.Array(Type.String(), { description: 'Whose contacts the person loses' }),
    keptQueueCodes: Type.Array(Type.String(), {
      description:
        'Whose contacts they may take all the same in every one of the shifts; none: they may not work',
    }),
    shifts: Type.Array(
      Type.Object({
        id: Id,
        scheduleId: Id,
        version: Type.Integer({ description: 'Of the schedule' }),
        date: Type.String({ format: 'date', description: "The centre's day on which it begins" }),
        week: Type.String({ format: 'date', description: 'The Monday of its week' }),
        startsAt: Type.String({ format: 'date-time' }),
      }),
      {
        description:
          'Published shifts that begin after the last day of validity, or since the level was lowered',
      },
    ),
  },
  {
    $id: 'CompetenceAlert',
    examples: [
      {
        operatorId: EXAMPLE_ID,
        fullName: 'Ахметова Айгуль',
        competenceCode: 'language.kk',
        validUntil: '2026-12-10',
        lowered: null,
        queueCodes: ['voice-kk'],
        keptQueueCodes: ['voice-ru'],
        shifts: [
          {
            id: EXAMPLE_ID,
            scheduleId: EXAMPLE_ID,
            version: 3,
            date: '2026-12-11',
            week: '2026-12-07',
            startsAt: '2026-12-11T03:00:00.000Z',
          },
        ],
      },
    ],
  },
)
export type CompetenceAlert = Static<typeof CompetenceAlert>
