import { type Static, Type } from 'typebox'

import { orNull } from '#server/platform/http/or-null.ts'

const Minutes = Type.Integer({ minimum: 0, description: 'Minutes' })
const DateText = Type.String({ format: 'date' })

const Used = {
  usedMinutes: Type.Integer({
    minimum: 0,
    description: 'In published weeks; one counts where its Sunday lies',
  }),
  mostMinutes: Minutes,
}

/** Hours of one person against what the law lets them work. */
export const PersonHours = Type.Object(
  {
    overtime: orNull(
      Type.Object({
        isAgreed: Type.Boolean({
          description:
            'Whether it may be asked for this week: agreed to in writing, and not barred',
        }),
        month: Type.Object({ month: Type.String({ examples: ['2026-12'] }), ...Used }),
        year: Type.Object({ year: Type.String({ examples: ['2026'] }), ...Used }),
      }),
      { description: 'Of who is bound to the week (art. 77, 78)' },
    ),
    account: orNull(
      Type.Object({
        fromDate: DateText,
        toDate: DateText,
        normMinutes: Minutes,
        bookedMinutes: Type.Integer({
          minimum: 0,
          description: 'Published, and the norm of earlier weeks that nobody has published',
        }),
      }),
      {
        description:
          'The accounting period of this week, of who balances hours over months (art. 75)',
      },
    ),
  },
  {
    $id: 'PersonHours',
    examples: [
      {
        overtime: {
          isAgreed: true,
          month: { month: '2026-12', usedMinutes: 240, mostMinutes: 720 },
          year: { year: '2026', usedMinutes: 1980, mostMinutes: 7200 },
        },
        account: null,
      },
    ],
  },
)
export type PersonHours = Static<typeof PersonHours>
