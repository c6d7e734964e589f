import type { Instance, Schedule } from './instance.ts'
import { MINUTES_PER_DAY } from './instance.ts'

/** People with the same skills, and how many of them are on duty in each interval. */
export interface DutyGroup {
  /** Indexes of skills. */
  readonly skills: readonly number[]
  /** Agents by interval; a fraction when present for a part of the interval. */
  readonly agents: Float64Array
}

/** Number of demand intervals of an instance. */
export function intervalCount({ days, intervalMin }: Instance): number {
  return (days * MINUTES_PER_DAY) / intervalMin
}

/**
 * Who is on duty when: shifts without their breaks, and those still on duty from before the
 * horizon. Shifts of unknown people or shapes count for nobody.
 */
export function dutyOf(instance: Instance, schedule: Schedule): DutyGroup[] {
  const skillIndex = new Map(instance.skills.map(({ id }, index) => [id, index]))
  const spans = new Map(instance.shapes.map(({ id, spanMin }) => [id, spanMin]))
  const groups = new Map<string, DutyGroup>()
  const groupOf = new Map(
    instance.operators.map((operator) => {
      const key = operator.skills.toSorted().join('+')
      const skills = operator.skills.map((id) => skillIndex.get(id) ?? -1)
      const group = groups.get(key) ?? {
        skills,
        agents: new Float64Array(intervalCount(instance)),
      }
      groups.set(key, group)
      return [operator.id, group]
    }),
  )
  const add = (op: string, span: readonly [number, number], sign: 1 | -1): void => {
    const group = groupOf.get(op)
    if (group !== undefined) addPresence(group.agents, instance.intervalMin, span, sign)
  }
  for (const { id, history } of instance.operators) add(id, [0, history.lastShiftEnd], 1)
  for (const { op, start, shape, breaks } of schedule.shifts) {
    const span = spans.get(shape)
    if (span === undefined) continue
    add(op, [start, start + span], 1)
    for (const pause of breaks) add(op, [pause.start, pause.start + pause.len], -1)
  }
  return [...groups.values()]
}

function addPresence(
  agents: Float64Array,
  intervalMin: number,
  [fromMin, toMin]: readonly [number, number],
  sign: 1 | -1,
): void {
  const first = Math.max(0, Math.floor(fromMin / intervalMin))
  for (let t = first; t < agents.length && t * intervalMin < toMin; t++) {
    const minutes = Math.min(toMin, (t + 1) * intervalMin) - Math.max(fromMin, t * intervalMin)
    agents[t] = (agents[t] as number) + (sign * minutes) / intervalMin
  }
}
