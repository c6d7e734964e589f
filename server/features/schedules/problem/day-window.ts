import { type Instance, MINUTES_PER_DAY, type Schedule } from '#forecasting/scheduling/instance.ts'

/** Whole days of a plan, half-open, counted from its first. */
export interface DayWindow {
  readonly fromDay: number
  readonly toDay: number
}

/**
 * The problem and the plan of some days alone, for figures by interval: shifts that reach into them
 * keep their place, so the first days may hold the end of a shift that began before.
 */
export function withinDays(
  instance: Instance,
  plan: Schedule,
  { fromDay, toDay }: DayWindow,
): { readonly instance: Instance; readonly plan: Schedule } {
  const perDay = MINUTES_PER_DAY / instance.intervalMin
  const shiftMin = fromDay * MINUTES_PER_DAY
  const endMin = toDay * MINUTES_PER_DAY
  const spans = new Map(instance.shapes.map(({ id, spanMin }) => [id, spanMin]))
  return {
    instance: {
      ...instance,
      days: toDay - fromDay,
      demand: Object.fromEntries(
        Object.entries(instance.demand).map(([skill, agents]) => [
          skill,
          agents.slice(fromDay * perDay, toDay * perDay),
        ]),
      ),
      operators: instance.operators.map((operator) => ({
        ...operator,
        history: {
          ...operator.history,
          lastShiftEnd: operator.history.lastShiftEnd - shiftMin,
        },
      })),
    },
    plan: {
      ...plan,
      shifts: plan.shifts
        .filter(({ start, shape }) => start < endMin && start + (spans.get(shape) ?? 0) > shiftMin)
        .map((shift) => ({
          ...shift,
          start: shift.start - shiftMin,
          breaks: shift.breaks.map((pause) => ({ ...pause, start: pause.start - shiftMin })),
        })),
    },
  }
}
