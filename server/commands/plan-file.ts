import { Type } from 'typebox'
import { Compile } from 'typebox/compile'

import { checkSchedule } from '#forecasting/scheduling/check-schedule.ts'
import type { Instance, Schedule } from '#forecasting/scheduling/instance.ts'

import { InputError } from './command.ts'
import { checkedInput, readJson } from './json-input.ts'

const Minute = Type.Integer({ minimum: 0 })

const PlanFile = Compile(
  Type.Object({
    format: Type.Literal('wfm-schedule/1'),
    instance: Type.String(),
    shifts: Type.Array(
      Type.Object({
        op: Type.String(),
        start: Minute,
        shape: Type.String(),
        breaks: Type.Array(
          Type.Object({
            kind: Type.Union([
              Type.Literal('meal'),
              Type.Literal('rest'),
              Type.Literal('personal'),
              Type.Literal('gap'),
            ]),
            start: Minute,
            len: Minute,
          }),
        ),
      }),
    ),
  }),
)
/** Of a plan that breaks many rules the first few tell enough. */
const BREACHES_TOLD = 5

/**
 * Reads a schedule of format `wfm-schedule/1`, to go on from.
 *
 * @throws {InputError} if it has another form, or breaks a rule of the problem
 */
export async function readPlanFile(file: string, instance: Instance): Promise<Schedule> {
  const plan = checkedInput(PlanFile, await readJson(file), 'the schedule to go on from')
  const breaches = checkSchedule(instance, plan)
  if (breaches.length === 0) return plan
  const told = breaches
    .slice(0, BREACHES_TOLD)
    .map(({ operator, code, days }) => `${operator} breaks ${code} on days ${days.join(', ')}`)
  throw new InputError(
    `the schedule to go on from breaks ${breaches.length} rules of the problem: ${told.join('; ')}`,
  )
}
