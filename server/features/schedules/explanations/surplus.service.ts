import type {
  Release,
  SurplusExplanation,
} from '#forecasting/scheduling/explain/explain-surplus.ts'
import type { Compute } from '#server/platform/jobs/compute.ts'

import { shiftFinder } from '../changes/present-proposal.ts'
import { fromPlanMinutes } from '../problem/build-instance.ts'
import { dutyFigures } from '../problem/coverage-figures.ts'
import { plainShapeCode } from '../problem/personal-shapes.ts'
import { withSessions } from '../problem/session-pauses.ts'
import type { AskedInterval } from './asked-interval.service.ts'
import type { IntervalInput } from './interval.compute.ts'
import type { Surplus } from './surplus.schema.ts'
import { hundredths, toldTerms } from './told-cost.ts'

/** Why an interval has more people than it needs: what it would cost to let each of them go. */
export async function explainSurplusOf(asked: AskedInterval, compute: Compute): Promise<Surplus> {
  const { loaded, instance, plan, interval } = asked
  const { releases, others, bound } = await compute.run<IntervalInput, SurplusExplanation>({
    module: new URL('interval.compute.ts', import.meta.url),
    name: 'computeSurplus',
    input: { instance, plan, interval },
  })
  const shiftAt = shiftFinder(loaded)
  const { queues } = loaded.rows
  const demand = loaded.instance.demand
  const { scheduled } = dutyFigures(loaded.instance, withSessions(plan, loaded), queues)
  return {
    startsAt: new Date(asked.startMs).toISOString(),
    endsAt: new Date(asked.endMs).toISOString(),
    required: hundredths(
      queues.reduce((sum, { code }) => sum + (demand[code]?.[interval] ?? 0), 0),
    ),
    scheduled: scheduled[interval] ?? 0,
    releases: releases.flatMap((one) => presentRelease(one, asked, shiftAt)),
    others,
    bound,
  }
}

function presentRelease(
  { op, shift, to, delta, terms }: Release,
  { loaded }: AskedInterval,
  shiftAt: ReturnType<typeof shiftFinder>,
): Surplus['releases'] {
  const { rows, period } = loaded
  const person = rows.operators.find(({ personnelNumber }) => personnelNumber === op)
  if (person === undefined) return []
  return [
    {
      operatorId: person.id,
      shiftId: shiftAt(shift),
      to:
        to === null
          ? null
          : {
              shape: plainShapeCode(to.shape),
              startsAt: new Date(fromPlanMinutes(to.start, period)).toISOString(),
            },
      cost: hundredths(delta),
      terms: toldTerms(terms),
    },
  ]
}
