import { type Static, Type } from 'typebox'

import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'
import { orNull } from '#server/platform/http/or-null.ts'
import { ref } from '#server/platform/http/ref.ts'

const DateText = Type.Unsafe<LocalDate>(Type.String({ format: 'date' }))
const Instant = Type.String({ format: 'date-time' })
/**
 * assessment: by when somebody is assessed again. certificate: its last day. contract: the last day of
 * work, or the first of another contract. document: the last day of a consent or of what the law attaches
 * to a person, and consent: since when somebody works without one to the use of their personal data, both
 * for HR alone. session: of training. development: what somebody learns by then. survey: its first and its
 * last day, and that of its next round. action: what somebody promised after a survey.
 */
export const DUE_KINDS = [
  'assessment',
  'certificate',
  'contract',
  'document',
  'session',
  'consent',
  'development',
  'survey',
  'action',
] as const
export type DueKind = (typeof DUE_KINDS)[number]
const Kind = Type.Unsafe<DueKind>(Type.String({ enum: [...DUE_KINDS] }))

const EXAMPLE = {
  kind: 'certificate' as const,
  date: '2026-12-20' as LocalDate,
  startsAt: null,
  endsAt: null,
  operatorId: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0f31' as OperatorId,
  fullName: 'Ахметова Айгуль',
  personnelNumber: '1042',
  teamCode: 'A',
  about: 'Менеджер контакт-центра',
  overdue: false,
}

export const DueEntry = Type.Object(
  {
    kind: Kind,
    date: DateText,
    startsAt: orNull(Instant),
    endsAt: orNull(Instant),
    operatorId: orNull(Type.Unsafe<OperatorId>(Type.String({ format: 'uuid' }))),
    fullName: Type.String({
      description:
        'Of the person; of the centre for its own certificate; of the survey; of who owns an action',
    }),
    personnelNumber: orNull(Type.String()),
    teamCode: orNull(Type.String()),
    about: Type.String({ description: 'What it is about, in the language of the caller' }),
    overdue: Type.Boolean({ description: 'It has to be done still, and the day has passed' }),
  },
  { $id: 'DueEntry', examples: [EXAMPLE] },
)
export type DueEntry = Static<typeof DueEntry>

const filter = {
  from: DateText,
  days: Type.Integer({ minimum: 1, maximum: 400, description: 'How many, from `from` on' }),
  kind: Type.Optional(Kind),
  team: Type.Optional(Type.String({ minLength: 1, description: 'Code of a team' })),
}

export const DueQuery = Type.Object(filter)
export type DueQuery = Static<typeof DueQuery>

export const DUE_FORMATS = ['ics', 'csv', 'xlsx'] as const
export const DueFileQuery = Type.Object({
  ...filter,
  format: Type.Unsafe<(typeof DUE_FORMATS)[number]>(Type.String({ enum: [...DUE_FORMATS] })),
})

export const DueCalendar = Type.Object(
  {
    today: DateText,
    entries: Type.Array(ref(DueEntry), { description: 'Within the span, by day' }),
    overdue: Type.Array(ref(DueEntry), {
      description: 'What should have been done before today, whenever that was; the oldest first',
    }),
  },
  {
    $id: 'DueCalendar',
    examples: [{ today: '2026-12-01' as LocalDate, entries: [EXAMPLE], overdue: [] }],
  },
)
export type DueCalendar = Static<typeof DueCalendar>
