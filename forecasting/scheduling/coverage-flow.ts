/** People who have the same skills, in one interval. */
export interface SkillGroup {
  /** Indexes of skills. */
  readonly skills: readonly number[]
  /** Agents on duty; a fraction when present for a part of the interval. */
  readonly agents: number
}

/** A part of one skill's demand, in agents. Earlier tiers are served first. */
export interface TierDemand {
  readonly skill: number
  readonly agents: number
}

export interface Served {
  /** Agents missing, by tier. */
  readonly short: readonly number[]
  /** Agents on duty who are needed nowhere. */
  readonly idle: number
}

const NEGLIGIBLE = 1e-9

/**
 * Gives people to demands by augmenting paths: a tier may take a person from an earlier tier only
 * if that one gets another in exchange, so dear demand never loses to cheap demand.
 *
 * The engine prices the same by counting sets of skills (`engine/skill-subsets.ts`); this is the
 * slower way that shares nothing with it, to check it by.
 *
 * Source: L. R. Ford & D. R. Fulkerson, "Flows in Networks" (1962).
 */
export function serveTiers(
  groups: readonly SkillGroup[],
  tiers: readonly TierDemand[],
  skillCount: number,
): Served {
  const free = groups.map(({ agents }) => agents)
  const flow = { groups, free, given: groups.map(() => new Float64Array(skillCount)) }
  const short = tiers.map(({ skill, agents }) => {
    let need = takeFree(flow, skill, agents)
    while (need > NEGLIGIBLE && free.some((left) => left > NEGLIGIBLE)) {
      const moved = augment(flow, skill, need)
      if (moved === 0) break
      need -= moved
    }
    return Math.max(0, need)
  })
  return { short, idle: free.reduce((sum, agents) => sum + Math.max(0, agents), 0) }
}

interface Flow {
  readonly groups: readonly SkillGroup[]
  readonly free: number[]
  /** Agents of a group that work on a skill, by group and skill. */
  readonly given: readonly Float64Array[]
}

/** How a skill was reached: people of `group` can leave `skill` for the one that reached it. */
interface Step {
  readonly skill: number
  readonly group: number
}

/** Gives free people who have the skill, which most demand is content with; tells what is left. */
function takeFree({ groups, free, given }: Flow, skill: number, agents: number): number {
  let need = agents
  for (const [g, { skills }] of groups.entries()) {
    if (need <= NEGLIGIBLE) break
    const moved = skills.includes(skill) ? Math.min(need, free[g] as number) : 0
    if (moved <= NEGLIGIBLE) continue
    free[g] = (free[g] as number) - moved
    add(given[g] as Float64Array, skill, moved)
    need -= moved
  }
  return need
}

/** Moves people along one shortest path from a group with free people to a skill. */
function augment(flow: Flow, wanted: number, need: number): number {
  const reachedFrom = new Map<number, Step | null>([[wanted, null]])
  for (const skill of reachedFrom.keys()) {
    const group = flow.groups.findIndex(
      ({ skills }, g) => skills.includes(skill) && (flow.free[g] as number) > NEGLIGIBLE,
    )
    if (group >= 0) return move(flow, { reachedFrom, skill, group, need })
    for (const step of releasable(flow, skill)) {
      if (!reachedFrom.has(step.from)) reachedFrom.set(step.from, step)
    }
  }
  return 0
}

/**
 * Skills whose people could work on this one instead.
 *
 * @yields the group and the skill that it would leave
 */
function* releasable({ groups, given }: Flow, skill: number): Iterable<Step & { from: number }> {
  for (const [group, { skills }] of groups.entries()) {
    if (!skills.includes(skill)) continue
    for (const from of skills) {
      if (((given[group] as Float64Array)[from] as number) > NEGLIGIBLE)
        yield { skill, from, group }
    }
  }
}

function move(
  flow: Flow,
  path: { reachedFrom: Map<number, Step | null>; skill: number; group: number; need: number },
): number {
  const steps: (Step & { readonly from: number })[] = []
  let from = path.skill
  let step = path.reachedFrom.get(from) ?? null
  while (step !== null) {
    steps.push({ ...step, from })
    from = step.skill
    step = path.reachedFrom.get(from) ?? null
  }
  const agents = Math.min(
    path.need,
    flow.free[path.group] as number,
    ...steps.map((step) => (flow.given[step.group] as Float64Array)[step.from] as number),
  )
  add(flow.given[path.group] as Float64Array, path.skill, agents)
  flow.free[path.group] = (flow.free[path.group] as number) - agents
  for (const step of steps) {
    const given = flow.given[step.group] as Float64Array
    add(given, step.from, -agents)
    add(given, step.skill, agents)
  }
  return agents
}

function add(given: Float64Array, skill: number, agents: number): void {
  given[skill] = (given[skill] as number) + agents
}
