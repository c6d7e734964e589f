import type { Shape } from '#forecasting/scheduling/instance.ts'

import type { PlanningShape } from './planning-rows.ts'

/** A shape of the database in the engine's words. */
export function toEngineShape(shape: PlanningShape): Shape {
  return {
    id: shape.code,
    spanMin: shape.spanMinutes,
    paidMin: shape.paidMinutes,
    startFromMin: shape.startFromMinutes,
    startToMin: shape.startToMinutes,
    startStepMin: shape.startStepMinutes,
    breaks: shape.breaks.map((pause) => ({
      kind: pause.kind,
      lenMin: pause.lengthMinutes,
      paid: pause.paid,
      fromMin: pause.fromMinutes,
      toMin: pause.toMinutes,
    })),
  }
}
