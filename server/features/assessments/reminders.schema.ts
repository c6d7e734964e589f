import { type Static, Type } from 'typebox'

const Id = Type.String({ format: 'uuid' })
const Instant = Type.String({ format: 'date-time' })
const literals = <Value extends string>(values: readonly Value[]) =>
  Type.Unsafe<Value>(Type.String({ enum: [...values] }))

/** How near a due day is when somebody is reminded of it, the farthest first. */
export const REMINDER_STAGES = ['days60', 'days30', 'days7', 'overdue'] as const
export type ReminderStage = (typeof REMINDER_STAGES)[number]

const EXAMPLE_ID = '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0f41'
const EXAMPLE = {
  id: EXAMPLE_ID,
  operatorId: EXAMPLE_ID,
  fullName: 'Ахметова Айгуль',
  stage: 'days30' as const,
  dueOn: '2026-12-20',
  madeAt: '2026-11-20T21:00:00.000Z',
}
const about = {
  id: Id,
  operatorId: Id,
  fullName: Type.String(),
  stage: literals(REMINDER_STAGES),
  dueOn: Type.String({ format: 'date' }),
  madeAt: Instant,
}

export const Reminder = Type.Object(
  {
    ...about,
    told: Type.Array(
      Type.Object({
        name: Type.String(),
        capacity: literals(['person', 'hr', 'head'] as const),
        readAt: Type.Union([Instant, Type.Null()]),
      }),
      { description: 'A person who does not sign in is not among them: HR tells them' },
    ),
  },
  {
    $id: 'AssessmentReminder',
    examples: [{ ...EXAMPLE, told: [{ name: 'Кадровик', capacity: 'hr' as const, readAt: null }] }],
  },
)
export type Reminder = Static<typeof Reminder>

export const OwnReminder = Type.Object(
  { ...about, isOwn: Type.Boolean({ description: 'It is about the reader' }) },
  { $id: 'OwnReminder', examples: [{ ...EXAMPLE, isOwn: true }] },
)
export type OwnReminder = Static<typeof OwnReminder>

export const ReadBody = Type.Object(
  { ids: Type.Array(Id, { minItems: 1, maxItems: 5000, uniqueItems: true }) },
  { additionalProperties: false, examples: [{ ids: [EXAMPLE_ID] }] },
)
