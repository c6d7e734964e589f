import { type Static, Type } from 'typebox'

import { SCHEDULE } from '../schedule-examples.ts'
import { Id, Instant } from '../schedules.schema.ts'

/** How near a schedule is to the best possible, as far as that is proven. */
export const ScheduleBound = Type.Object(
  {
    id: Id,
    scheduleId: Id,
    bound: Type.Number({
      description:
        'In coverage and pay, in agent-hours: no legal schedule of these people costs less',
    }),
    core: Type.Number({ description: 'What the schedule costs in the same, as it stands now' }),
    gap: Type.Union([Type.Number(), Type.Null()], {
      description:
        'At most by this share the schedule is dearer than the best; null where the bound is 0',
    }),
    isStale: Type.Boolean({
      description: 'People, requirement or rules have changed since: it has to be proven anew',
    }),
    breaksRules: Type.Boolean({
      description: 'The schedule breaks a rule, so it may cost less than any legal one',
    }),
    madeBy: Type.String(),
    madeAt: Instant,
  },
  {
    $id: 'ScheduleBound',
    examples: [
      {
        id: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0ab1',
        scheduleId: SCHEDULE.id,
        bound: 2001.4,
        core: 2032.7,
        gap: 0.0156,
        isStale: false,
        breaksRules: false,
        madeBy: 'Планировщик',
        madeAt: '2026-11-23T04:12:00.000Z',
      },
    ],
  },
)
export type ScheduleBound = Static<typeof ScheduleBound>
