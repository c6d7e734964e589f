import { type Static, Type } from 'typebox'

import { orNull } from '#server/platform/http/or-null.ts'

import { OperatorParams } from './operators.schema.ts'

const Id = Type.String({ format: 'uuid' })
const DateText = Type.String({ format: 'date', examples: ['2026-12-01'] })

const secondJob = {
  minutesPerDay: Type.Integer({
    minimum: 15,
    maximum: 720,
    multipleOf: 15,
    description: 'Worked elsewhere on a day of work',
  }),
  fromDate: DateText,
  toDate: orNull(DateText),
}

const EXAMPLE = { minutesPerDay: 240, fromDate: '2026-12-01', toDate: null }

export const NewSecondJob = Type.Object(secondJob, {
  additionalProperties: false,
  examples: [EXAMPLE],
})
export type NewSecondJob = Static<typeof NewSecondJob>

export const SecondJobEnd = Type.Object(
  { toDate: DateText },
  { additionalProperties: false, examples: [{ toDate: '2026-12-31' }] },
)

/** Other jobs of one person, the earliest first. */
export const SecondJobs = Type.Object(
  { jobs: Type.Array(Type.Object({ id: Id, ...secondJob })) },
  {
    $id: 'SecondJobs',
    examples: [{ jobs: [{ id: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0b11', ...EXAMPLE }] }],
  },
)
export type SecondJobs = Static<typeof SecondJobs>

export const SecondJobParams = Type.Object({ ...OperatorParams.properties, jobId: Id })
