import type { QueueId } from '#forecasting/kernel/units.ts'
import { serveTiers, type SkillGroup } from '#forecasting/scheduling/coverage-flow.ts'

/** What a queue asks of one interval. */
export interface QueueNeed {
  readonly queueId: QueueId
  /** Agents that meet its targets. */
  readonly agents: number
  /** True for work that may wait: it gets who is left. */
  readonly isDeferred: boolean
}

/** Needs are served in so many equal parts, in turn: a shortage falls on every queue alike. */
const PARTS = 10
/** Beyond three times its need nobody adds to a queue any more. */
const ROUNDS = 30

/**
 * How the people of an interval are shared by its queues: every need is met as far as the skills
 * allow, and who is then left over goes on in the same proportion, as a telephone system does that
 * gives everybody the next contact they may take.
 *
 * @param people agents by what they may take; a fraction for somebody present in a part of the interval
 * @returns agents by queue, each 0 or more; not more than there are, all together
 */
export function sharePeople(
  people: readonly { readonly queueIds: readonly QueueId[]; readonly agents: number }[],
  needs: readonly QueueNeed[],
): ReadonlyMap<QueueId, number> {
  const places = new Map(needs.map(({ queueId }, at) => [queueId, at]))
  const tiers = [
    ...rounds(needs, { deferred: false, from: 0, to: PARTS }),
    ...rounds(needs, { deferred: true, from: 0, to: PARTS }),
    ...rounds(needs, { deferred: false, from: PARTS, to: ROUNDS }),
    ...rounds(needs, { deferred: true, from: PARTS, to: ROUNDS }),
  ].map(({ queueId, agents }) => ({ skill: places.get(queueId) ?? 0, agents: agents / PARTS }))
  const { short } = serveTiers(groupsOf(people, places), tiers, needs.length)
  const given = new Float64Array(needs.length)
  for (const [t, { skill, agents }] of tiers.entries()) {
    given[skill] = (given[skill] ?? 0) + agents - (short[t] ?? 0)
  }
  return new Map(needs.map(({ queueId }, at) => [queueId, Math.max(0, given[at] ?? 0)]))
}

function rounds(
  needs: readonly QueueNeed[],
  of: { readonly deferred: boolean; readonly from: number; readonly to: number },
): QueueNeed[] {
  const own = needs.filter(({ isDeferred }) => isDeferred === of.deferred)
  return Array.from({ length: of.to - of.from }, () => own).flat()
}

/** People who may take the same queues, together. */
function groupsOf(
  people: readonly { readonly queueIds: readonly QueueId[]; readonly agents: number }[],
  places: ReadonlyMap<QueueId, number>,
): SkillGroup[] {
  const groups = new Map<string, { skills: number[]; agents: number }>()
  for (const { queueIds, agents } of people) {
    const skills = queueIds.flatMap((id) => places.get(id) ?? []).toSorted((a, b) => a - b)
    if (skills.length === 0) continue
    const group = groups.get(skills.join()) ?? { skills, agents: 0 }
    group.agents += agents
    groups.set(skills.join(), group)
  }
  return [...groups.values()]
}
