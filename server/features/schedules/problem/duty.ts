import type { Instance, Schedule } from '#forecasting/scheduling/instance.ts'

/**
 * People on duty in each interval of a plan, breaks taken out; somebody present for part of an
 * interval counts for that part.
 *
 * @returns one figure an interval over the plan's horizon, in agents
 */
export function dutyByInterval(instance: Instance, schedule: Schedule): number[] {
  const intervals = (instance.days * 1440) / instance.intervalMin
  const agents = Array.from({ length: intervals }, () => 0)
  const add = (from: number, to: number, sign: 1 | -1): void => {
    const first = Math.max(0, Math.floor(from / instance.intervalMin))
    for (let t = first; t < intervals && t * instance.intervalMin < to; t++) {
      const minutes =
        Math.min(to, (t + 1) * instance.intervalMin) - Math.max(from, t * instance.intervalMin)
      agents[t] = (agents[t] ?? 0) + (sign * minutes) / instance.intervalMin
    }
  }
  const spans = new Map(instance.shapes.map(({ id, spanMin }) => [id, spanMin]))
  for (const { history } of instance.operators) {
    if (history.lastShiftEnd > 0) add(0, history.lastShiftEnd, 1)
  }
  for (const { start, shape, breaks } of schedule.shifts) {
    add(start, start + (spans.get(shape) ?? 0), 1)
    for (const pause of breaks) add(pause.start, pause.start + pause.len, -1)
  }
  return agents
}
