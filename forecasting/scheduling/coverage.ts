import { demandTiers } from './engine/demand-tiers.ts'
import type { Instance, Schedule } from './instance.ts'

/** Agents missing by skill and interval, when people are given to the dearest demand first. */
export type ShortageBySkill = Readonly<Record<string, readonly number[]>>

const NEGLIGIBLE = 1e-9

/**
 * Shares the people on duty over the skills in every interval, exactly: a person with several skills
 * is counted once, and moves to another skill when that frees somebody for a dearer one (a priority
 * flow, by augmenting paths).
 *
 * Source: L. R. Ford & D. R. Fulkerson, "Flows in Networks" (1962).
 */
export function coverageOf(instance: Instance, schedule: Schedule): ShortageBySkill {
  const intervals = (instance.days * 1440) / instance.intervalMin
  const duty = dutyBySkillSet(instance, schedule, intervals)
  const sets = [...duty.keys()].map((key) => key.split('+').filter((skill) => skill !== ''))
  const onDuty = [...duty.values()]
  const shortage = Object.fromEntries(
    instance.skills.map(({ id }) => [id, Array.from({ length: intervals }, () => 0)]),
  )
  const skillSets = sets.map((set) =>
    set.map((id) => instance.skills.findIndex((s) => s.id === id)),
  )
  const tiers = demandTiers(instance)
  for (let t = 0; t < intervals; t++) {
    const share = new Sharing(
      skillSets,
      onDuty.map((agents) => agents[t] ?? 0),
      instance.skills.length,
    )
    for (const tier of tiers) {
      const id = instance.skills[tier.skill]?.id ?? ''
      const missing = share.give(tier.skill, (instance.demand[id]?.[t] ?? 0) * tier.share)
      const list = shortage[id]
      if (list !== undefined) list[t] = (list[t] ?? 0) + missing
    }
  }
  return shortage
}

/** Agents on duty by skill-set, breaks taken out, those still on duty from before included. */
function dutyBySkillSet(
  instance: Instance,
  schedule: Schedule,
  intervals: number,
): Map<string, Float64Array> {
  const duty = new Map<string, Float64Array>()
  const people = new Map(instance.operators.map((operator) => [operator.id, operator]))
  const spans = new Map(instance.shapes.map(({ id, spanMin }) => [id, spanMin]))
  const add = (op: string, span: readonly [number, number], sign: 1 | -1): void => {
    const key = (people.get(op)?.skills ?? []).toSorted().join('+')
    const agents = duty.get(key) ?? new Float64Array(intervals)
    duty.set(key, agents)
    const [from, to] = span
    const length = instance.intervalMin
    for (let t = Math.max(0, Math.floor(from / length)); t < intervals && t * length < to; t++) {
      const minutes = Math.min(to, (t + 1) * length) - Math.max(from, t * length)
      agents[t] = (agents[t] as number) + (sign * minutes) / length
    }
  }
  for (const { id, history } of instance.operators) {
    if (history.lastShiftEnd > 0) add(id, [0, history.lastShiftEnd], 1)
  }
  for (const { op, start, shape, breaks } of schedule.shifts) {
    add(op, [start, start + (spans.get(shape) ?? 0)], 1)
    for (const pause of breaks) add(op, [pause.start, pause.start + pause.len], -1)
  }
  return duty
}

/** The people of one interval, given to skill after skill. */
class Sharing {
  readonly #sets: readonly (readonly number[])[]
  readonly #free: number[]
  /** Agents of a skill-set who serve a skill, by set and skill. */
  readonly #flow: number[][]

  constructor(sets: readonly (readonly number[])[], free: readonly number[], skills: number) {
    this.#sets = sets
    this.#free = [...free]
    this.#flow = sets.map(() => Array.from({ length: skills }, () => 0))
  }

  /** Gives people to a skill; returns how many it still lacks. */
  give(skill: number, agents: number): number {
    let need = agents
    while (need > NEGLIGIBLE) {
      const path = this.#pathTo(skill)
      if (path === undefined) break
      need -= this.#shift(path, need)
    }
    return Math.max(0, need)
  }

  /** Sets and skills in turn, from a set with free people to the skill in want. */
  #pathTo(skill: number): readonly (readonly [set: number, skill: number])[] | undefined {
    const cameBy = new Map<number, readonly [set: number, skill: number] | null>([[skill, null]])
    const waiting = [skill]
    for (const wanted of waiting) {
      for (const [set, skills] of this.#sets.entries()) {
        if (!skills.includes(wanted)) continue
        if ((this.#free[set] ?? 0) > NEGLIGIBLE) return this.#trace([set, wanted], cameBy)
        for (const other of skills) {
          if (cameBy.has(other) || (this.#flow[set]?.[other] ?? 0) <= NEGLIGIBLE) continue
          cameBy.set(other, [set, wanted])
          waiting.push(other)
        }
      }
    }
    return undefined
  }

  #trace(
    last: readonly [set: number, skill: number],
    cameBy: ReadonlyMap<number, readonly [set: number, skill: number] | null>,
  ): (readonly [set: number, skill: number])[] {
    const path = [last]
    for (let step = cameBy.get(last[1]); step != null; step = cameBy.get(step[1])) path.push(step)
    return path
  }

  /** Moves people along a path: free ones take the first skill, each next set changes its skill. */
  #shift(path: readonly (readonly [set: number, skill: number])[], most: number): number {
    const [first] = path
    if (first === undefined) return 0
    let amount = Math.min(most, this.#free[first[0]] ?? 0)
    path.slice(1).forEach(([set], i) => {
      const leaves = path[i]?.[1] ?? 0
      amount = Math.min(amount, this.#flow[set]?.[leaves] ?? 0)
    })
    this.#free[first[0]] = (this.#free[first[0]] ?? 0) - amount
    path.forEach(([set, skill], i) => {
      const flow = this.#flow[set]
      if (flow === undefined) return
      flow[skill] = (flow[skill] ?? 0) + amount
      const leaves = path[i - 1]?.[1]
      if (leaves !== undefined) flow[leaves] = (flow[leaves] ?? 0) - amount
    })
    return amount
  }
}
