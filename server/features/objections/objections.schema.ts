import { type Static, Type } from 'typebox'

import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Text3 } from '#server/platform/db/column-types.ts'
import { orNull } from '#server/platform/http/or-null.ts'
import { ref } from '#server/platform/http/ref.ts'

const Id = Type.String({ format: 'uuid' })
const DateText = Type.String({ format: 'date' })
const Instant = Type.String({ format: 'date-time' })
const Span = Type.Object({ startsAt: Instant, endsAt: Instant })
const Words = Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' })
const literals = <Value extends string>(values: readonly Value[]) =>
  Type.Unsafe<Value>(Type.String({ enum: [...values] }))

const ABOUT = ['assessment', 'competence', 'shift', 'request', 'session'] as const
export type About = (typeof ABOUT)[number]
const STATUSES = ['open', 'upheld', 'rejected', 'withdrawn'] as const

/** The decision as it stood when it was objected to; one of the kinds. */
const facts = {
  assessment: Type.Object({
    assessedOn: DateText,
    assessorName: Type.String(),
    results: Type.Array(Type.Object({ code: Type.String(), level: Type.Integer() })),
  }),
  competence: Type.Object(
    {
      code: Type.String(),
      level: orNull(Type.Integer()),
      validUntil: orNull(DateText),
    },
    { description: 'What is held of it; nulls where it was never assessed' },
  ),
  shift: Type.Object({
    startsAt: Instant,
    endsAt: Instant,
    publishedBy: orNull(Type.String()),
    publishedAt: orNull(Instant),
  }),
  request: Type.Object({
    leave: orNull(Type.Object({ kind: Type.String(), fromDate: DateText, toDate: DateText })),
    swap: orNull(Type.Object({ own: Span, other: Span })),
    decidedBy: orNull(Type.String()),
    reply: Type.String(),
  }),
  session: Type.Object({
    courseName: Type.Unsafe<Text3>(Type.Ref('Text3')),
    startsAt: Instant,
    endsAt: Instant,
    trainer: Type.String(),
  }),
}
const AllFacts = Type.Object(facts)
export type Facts = Static<typeof AllFacts>

const EXAMPLE_ID = '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0f61'
const EXAMPLE = {
  id: EXAMPLE_ID,
  operatorId: EXAMPLE_ID as OperatorId,
  operatorName: 'Ахметова Айгуль',
  about: 'shift' as const,
  subject: '2026-12-07T04:00:00.000Z',
  assessment: null,
  competence: null,
  shift: {
    startsAt: '2026-12-07T04:00:00.000Z',
    endsAt: '2026-12-07T13:00:00.000Z',
    publishedBy: 'Планировщик',
    publishedAt: '2026-11-25T04:00:00.000Z',
  },
  request: null,
  session: null,
  words: 'В этот день я просила выходной',
  status: 'open' as const,
  madeAt: '2026-11-26T04:00:00.000Z',
  answerBy: '2026-12-06',
  isLate: false,
  mayAnswer: false,
  answer: null,
  answeredBy: null,
  answeredAt: null,
}

export const Objection = Type.Object(
  {
    id: Id,
    operatorId: Type.Unsafe<OperatorId>(Id),
    operatorName: Type.String(),
    about: literals(ABOUT),
    subject: Type.String({
      description:
        "The assessment's, request's or session's id, the competence's code, the shift's start",
    }),
    assessment: orNull(facts.assessment),
    competence: orNull(facts.competence),
    shift: orNull(facts.shift),
    request: orNull(facts.request),
    session: orNull(facts.session),
    words: Type.String(),
    status: literals(STATUSES),
    madeAt: Instant,
    answerBy: DateText,
    isLate: Type.Boolean({ description: 'Open after the last day of its answer' }),
    mayAnswer: Type.Boolean({ description: 'The reader may answer it now' }),
    answer: orNull(Type.String()),
    answeredBy: orNull(Type.String()),
    answeredAt: orNull(Instant),
  },
  { $id: 'Objection', examples: [EXAMPLE] },
)
export type Objection = Static<typeof Objection>

export const OwnObjections = Type.Object(
  {
    objections: Type.Array(ref(Objection), { description: 'The newest first' }),
    answerDays: Type.Integer({
      description: 'Within so many days; of a shift or a session, before it',
    }),
    answerers: Type.Object(
      {
        people: Type.Array(Type.String(), {
          description: 'Of assessments and competences, by name',
        }),
        shifts: Type.Array(Type.String(), { description: 'Of shifts and requests, by name' }),
        sessions: Type.Array(Type.String(), { description: 'Of sessions of training, by name' }),
      },
      { description: 'Who reads and answers' },
    ),
  },
  {
    $id: 'OwnObjections',
    examples: [
      {
        objections: [EXAMPLE],
        answerDays: 15,
        answerers: {
          people: ['Кадровик'],
          shifts: ['Планировщик'],
          sessions: ['Кадровик', 'Планировщик'],
        },
      },
    ],
  },
)
export type OwnObjections = Static<typeof OwnObjections>

const ofKind = <Kind extends About>(
  kinds: readonly Kind[],
  subject: ReturnType<typeof Type.String>,
) => Type.Object({ about: literals(kinds), subject, words: Words }, { additionalProperties: false })

export const NewObjection = Type.Union(
  [
    ofKind(['assessment', 'request', 'session'], Id),
    ofKind(['competence'], Type.String({ minLength: 1, maxLength: 100 })),
    ofKind(['shift'], Instant),
  ],
  { examples: [{ about: EXAMPLE.about, subject: EXAMPLE.subject, words: EXAMPLE.words }] },
)
export type NewObjection = Static<typeof NewObjection>

export const ObjectionParams = Type.Object({ objectionId: Id })

export const ObjectionAnswer = Type.Object(
  { upheld: Type.Boolean(), answer: Words },
  {
    additionalProperties: false,
    examples: [{ upheld: true, answer: 'Смена снята, график опубликован заново' }],
  },
)
export type ObjectionAnswer = Static<typeof ObjectionAnswer>
