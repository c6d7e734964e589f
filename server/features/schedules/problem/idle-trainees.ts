import { type Company, companyOf } from '#forecasting/scheduling/company.ts'
import { type Instance, MINUTES_PER_DAY } from '#forecasting/scheduling/instance.ts'

import type { PermitSpan } from '../../trainees/permit-spans.service.ts'
import { competentQueues, employed } from './days-at-work.ts'
import type { PlanningOperator } from './planning-rows.ts'
import { apprenticeships, type Staffed } from './trainee-plans.ts'

/**
 * Why an exception to п. 18 puts nobody on shift: the mentor does not work here in the period, may not teach
 * on its days, is away, or has no shift that a shift of the trainee lies within.
 */
export type IdleReason = 'not_here' | 'not_competent' | Exclude<Company, 'possible' | 'no_shift'>

export interface IdleTrainee {
  readonly trainee: PlanningOperator
  /** The exception of the mentor that would have been planned, else the first. */
  readonly permit: PermitSpan
  readonly why: IdleReason
}

/**
 * Trainees whom the search can never place, though an exception holds in the period. Whoever is competent for
 * something is planned for that, and whoever is away the whole time is missed by nobody.
 */
export function idleTrainees(instance: Instance, staffed: Staffed): IdleTrainee[] {
  const planned = new Map(apprenticeships(staffed).map((one) => [one.trainee.id, one]))
  return traineesOf(staffed).flatMap(({ trainee, permits }) => {
    const found = planned.get(trainee.id)
    if (found === undefined) {
      const [permit] = permits
      return permit === undefined ? [] : [{ trainee, permit, why: withoutMentor(permit, staffed) }]
    }
    const pair = { op: trainee.personnelNumber, other: found.mentor.personnelNumber }
    const company = companyOf(instance, pair, MINUTES_PER_DAY)
    if (company === 'possible' || company === 'no_shift') return []
    return [{ trainee, permit: found.permit, why: company }]
  })
}

/** People who are competent for nothing in the period, with the exceptions that hold in it. */
export function traineesOf({ rows, period, permits }: Staffed) {
  const byTrainee = Map.groupBy(permits, ({ operatorId }) => operatorId)
  return employed(rows, period)
    .filter((one) => byTrainee.has(one.id) && competentQueues(one, period).length === 0)
    .map((trainee) => ({ trainee, permits: byTrainee.get(trainee.id) ?? [] }))
}

function withoutMentor({ mentorId }: PermitSpan, { rows, period }: Staffed): IdleReason {
  return employed(rows, period).some(({ id }) => id === mentorId) ? 'not_competent' : 'not_here'
}
