import { type Static, Type } from 'typebox'

import type { OperatorId, QueueId } from '#forecasting/kernel/units.ts'
import type { Text3 } from '#server/platform/db/column-types.ts'
import { orNull } from '#server/platform/http/or-null.ts'

const Id = Type.String({ format: 'uuid' })
const Instant = Type.String({ format: 'date-time' })
const IsoDate = Type.String({ format: 'date' })
const DAY_MINUTES = 1440
const Span = Type.Object({ startsAt: Instant, endsAt: Instant })
export type Span = Static<typeof Span>

const OwnShift = Type.Object({
  startsAt: Instant,
  endsAt: Instant,
  shape: Type.String(),
  workPlace: Type.Enum(['office', 'home'], { description: 'Where it is worked' }),
  breaks: Type.Array(
    Type.Object({
      startsAt: Instant,
      endsAt: Instant,
      kind: Type.Union([
        Type.Literal('meal'),
        Type.Literal('rest'),
        Type.Literal('personal'),
        Type.Literal('gap'),
      ]),
      paid: Type.Boolean(),
    }),
  ),
})
export type OwnShift = Static<typeof OwnShift>

const OwnChange = Type.Object(
  { before: orNull(Span), after: orNull(Span) },
  { description: 'Of one day: null before for a new shift, null after for one that is gone' },
)
export type OwnChange = Static<typeof OwnChange>

const SPAN = { startsAt: '2026-12-07T04:00:00.000Z', endsAt: '2026-12-07T13:00:00.000Z' }

/** One's own published time from today on. */
export const OwnShifts = Type.Object(
  {
    today: IsoDate,
    timezone: Type.String(),
    published: Type.Array(Type.Object({ fromDate: IsoDate, toDate: IsoDate }), {
      description: 'Days that a published schedule covers, both ends included',
    }),
    shifts: Type.Array(OwnShift),
    sessions: Type.Array(
      Type.Intersect([Span, Type.Object({ course: Type.Unsafe<Text3>(Type.Ref('Text3')) })]),
    ),
    absences: Type.Array(Type.Object({ kind: Type.String(), fromDate: IsoDate, toDate: IsoDate })),
    seenAt: orNull(Instant),
    changes: Type.Array(OwnChange, { description: 'Since it was last marked as seen' }),
  },
  {
    $id: 'OwnShifts',
    examples: [
      {
        today: '2026-12-07',
        timezone: 'Asia/Almaty',
        published: [{ fromDate: '2026-12-07', toDate: '2026-12-13' }],
        shifts: [{ ...SPAN, shape: 'D9', workPlace: 'home', breaks: [] }],
        sessions: [],
        absences: [],
        seenAt: '2026-12-01T04:00:00.000Z',
        changes: [{ before: null, after: SPAN }],
      },
    ],
  },
)
export type OwnShifts = Static<typeof OwnShifts>

export const OwnShiftQuery = Type.Object({
  startsAt: Type.String({ format: 'date-time', description: "Of one's own shift" }),
})

/** Why one works a shift, as far as it concerns oneself. */
export const OwnShiftReason = Type.Object(
  {
    startsAt: Instant,
    endsAt: Instant,
    origin: Type.Union([Type.Literal('engine'), Type.Literal('manual')]),
    publishedBy: orNull(Type.String({ description: 'Who confirmed what was proposed' })),
    publishedAt: orNull(Instant),
    neededFor: Type.Array(
      Type.Object({
        queueId: Type.Unsafe<QueueId>(Id),
        hours: Type.Number({ description: 'Agent-hours that would be missing without it' }),
        startsAt: Instant,
        endsAt: Instant,
      }),
    ),
    setAside: Type.Array(
      Type.Unsafe<'dayOff' | 'start'>(Type.String({ enum: ['dayOff', 'start'] })),
      { description: "Wishes of one's own that stood back" },
    ),
  },
  {
    $id: 'OwnShiftReason',
    examples: [
      {
        ...SPAN,
        origin: 'engine',
        publishedBy: 'Планировщик',
        publishedAt: '2026-11-25T04:00:00.000Z',
        neededFor: [
          { queueId: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a21' as QueueId, hours: 5.5, ...SPAN },
        ],
        setAside: ['dayOff'],
      },
    ],
  },
)

/** What somebody wishes: the generator weighs it, and promises nothing. */
export const OwnWishes = Type.Object(
  {
    daysOff: Type.Array(Type.Integer({ minimum: 0, maximum: 6 }), {
      maxItems: 3,
      uniqueItems: true,
      description: 'Weekdays wished free, Monday is 0',
    }),
    start: orNull(
      Type.Object(
        {
          fromMinutes: Type.Integer({ minimum: 0, maximum: DAY_MINUTES }),
          toMinutes: Type.Integer({ minimum: 0, maximum: DAY_MINUTES }),
        },
        { additionalProperties: false, description: 'Of the day, both ends included' },
      ),
    ),
  },
  {
    $id: 'OwnWishes',
    additionalProperties: false,
    examples: [{ daysOff: [4], start: { fromMinutes: 480, toMinutes: 600 } }],
  },
)
export type OwnWishes = Static<typeof OwnWishes>

const STATUSES = ['asked', 'waiting', 'approved', 'declined', 'withdrawn'] as const
const LEAVE_KINDS = ['annual', 'unpaid', 'study', 'other'] as const
const Note = Type.String({ maxLength: 500 })

export const SwapChoices = Type.Object(
  {
    choices: Type.Array(
      Type.Object({
        operatorId: Type.Unsafe<OperatorId>(Id),
        name: Type.String(),
        startsAt: Instant,
        endsAt: Instant,
      }),
    ),
  },
  {
    $id: 'SwapChoices',
    examples: [
      {
        choices: [
          { operatorId: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a91', name: 'Оператор 17', ...SPAN },
        ],
      },
    ],
  },
)

export const NewShiftRequest = Type.Union(
  [
    Type.Object(
      {
        kind: Type.Literal('leave'),
        absenceKind: Type.Unsafe<(typeof LEAVE_KINDS)[number]>(
          Type.Union(LEAVE_KINDS.map((kind) => Type.Literal(kind))),
        ),
        fromDate: IsoDate,
        toDate: IsoDate,
        note: Note,
      },
      { additionalProperties: false },
    ),
    Type.Object(
      {
        kind: Type.Literal('swap'),
        startsAt: Instant,
        otherOperatorId: Type.Unsafe<OperatorId>(Id),
        otherStartsAt: Instant,
        note: Note,
      },
      { additionalProperties: false },
    ),
  ],
  {
    examples: [
      {
        kind: 'leave',
        absenceKind: 'annual',
        fromDate: '2026-12-21',
        toDate: '2026-12-27',
        note: '',
      },
    ],
  },
)
export type NewShiftRequest = Static<typeof NewShiftRequest>

export const RequestParams = Type.Object({ requestId: Id })
export const RequestAnswer = Type.Object(
  { agrees: Type.Boolean() },
  { additionalProperties: false, examples: [{ agrees: true }] },
)
export const RequestDecision = Type.Object(
  { approve: Type.Boolean(), reply: Note },
  { additionalProperties: false, examples: [{ approve: true, reply: '' }] },
)
export type RequestDecision = Static<typeof RequestDecision>

export const ShiftRequest = Type.Object(
  {
    id: Id,
    kind: Type.Union([Type.Literal('leave'), Type.Literal('swap')]),
    status: Type.Unsafe<(typeof STATUSES)[number]>(
      Type.Union(
        STATUSES.map((one) => Type.Literal(one)),
        { description: '`asked` waits for the colleague, `waiting` for a supervisor or planner' },
      ),
    ),
    operatorId: Type.Unsafe<OperatorId>(Id),
    operatorName: Type.String(),
    isOwn: Type.Boolean({ description: 'The reader has asked for it' }),
    mayObject: Type.Boolean({ description: "Declined, and not by the colleague of one's swap" }),
    leave: orNull(Type.Object({ kind: Type.String(), fromDate: IsoDate, toDate: IsoDate })),
    swap: orNull(
      Type.Object({
        own: Span,
        other: Span,
        otherOperatorId: Type.Unsafe<OperatorId>(Id),
        otherName: Type.String(),
      }),
    ),
    note: Type.String(),
    reply: Type.String(),
    madeAt: Instant,
    decidedBy: orNull(Type.String()),
    decidedAt: orNull(Instant),
  },
  {
    $id: 'ShiftRequest',
    examples: [
      {
        id: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0ad1',
        kind: 'leave',
        status: 'waiting',
        operatorId: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a91',
        operatorName: 'Оператор 17',
        isOwn: true,
        mayObject: false,
        leave: { kind: 'annual', fromDate: '2026-12-21', toDate: '2026-12-27' },
        swap: null,
        note: '',
        reply: '',
        madeAt: '2026-12-01T04:00:00.000Z',
        decidedBy: null,
        decidedAt: null,
      },
    ],
  },
)
export type ShiftRequest = Static<typeof ShiftRequest>

/** What approving would do. */
export const RequestEffect = Type.Object(
  {
    broken: Type.Array(
      Type.Object({ who: Type.String(), article: orNull(Type.String()), text: Type.String() }),
      { description: 'Rules that it would break: it cannot be approved' },
    ),
    remarks: Type.Array(
      Type.Object({ who: Type.String(), article: orNull(Type.String()), text: Type.String() }),
    ),
    shortHours: Type.Object(
      { before: Type.Number(), after: Type.Number() },
      { description: 'Agent-hours missing in the published schedules that it touches' },
    ),
    dropped: Type.Array(Span, { description: 'Shifts that nobody would work' }),
  },
  {
    $id: 'RequestEffect',
    examples: [
      { broken: [], remarks: [], shortHours: { before: 3.5, after: 11.5 }, dropped: [SPAN] },
    ],
  },
)
export type RequestEffect = Static<typeof RequestEffect>
