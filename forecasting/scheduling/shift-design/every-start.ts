import { type Instance, MINUTES_PER_DAY } from '../instance.ts'

/** Between two starts that are tried; a shape whose own starts lie closer keeps its step. */
const STEP_MINUTES = 30

/**
 * The instance with every shape starting round the clock, its own starts among them: what a centre could
 * offer with the lengths, breaks and contracts that it has.
 */
export function withEveryStart(instance: Instance): Instance {
  return {
    ...instance,
    shapes: instance.shapes.map((shape) => {
      const step = divisor(shape.startStepMin)
      return {
        ...shape,
        startStepMin: step,
        startFromMin: shape.startFromMin % step,
        startToMin: MINUTES_PER_DAY - 1,
      }
    }),
  }
}

/** The own step where it is short, else one of half an hour or less that all own starts lie on. */
function divisor(stepMin: number): number {
  if (stepMin <= STEP_MINUTES) return stepMin
  return stepMin % STEP_MINUTES === 0 ? STEP_MINUTES : 15
}
