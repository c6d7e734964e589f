import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Shape } from '#forecasting/scheduling/instance.ts'

import { toEngineShape } from './engine-shape.ts'
import { ofOperator } from './of-operator.ts'
import { plainShapeCode } from './personal-shapes.ts'
import type { PlanningRows } from './planning-rows.ts'
import { workingTerms } from './working-terms.ts'

/** What is known of a centre, and the period that is looked at. */
interface Planned {
  readonly rows: PlanningRows
  readonly period: Parameters<typeof workingTerms>[2]
}

/** A shape of the centre as somebody works it: with breaks that the law gives them alone, if there are any. */
export function workedShape(
  operatorId: OperatorId,
  code: string,
  planned: Planned,
): Shape | undefined {
  const own = ownShape(operatorId, code, planned)
  if (own !== undefined) return own
  const shape = planned.rows.shapes.find((one) => one.code === code)
  return shape === undefined ? undefined : toEngineShape(shape)
}

/** How the engine calls the shape of somebody's shift. */
export function workedShapeId(operatorId: OperatorId, code: string, planned: Planned): string {
  return ownShape(operatorId, code, planned)?.id ?? code
}

function ownShape(
  operatorId: OperatorId,
  code: string,
  { rows, period }: Planned,
): Shape | undefined {
  const isDue = rows.weeklyLimits.some((week) =>
    ofOperator(week, operatorId).some(({ personalBreaks }) => personalBreaks !== null),
  )
  const operator = isDue ? rows.operators.find(({ id }) => id === operatorId) : undefined
  if (operator === undefined) return undefined
  return workingTerms(operator, rows, period).shapes.find(({ id }) => plainShapeCode(id) === code)
}
