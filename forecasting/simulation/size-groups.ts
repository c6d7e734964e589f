/**
 * How many people of each competence profile a centre needs, so that every queue keeps its promise
 * under skills-based routing. No formula says; a search over simulation does.
 *
 * From dedicated people for every queue, one is taken away at a time, and swaps between groups make
 * good what that costs: the swap that brings back the most is taken, until the promise is kept again
 * or nothing helps. A short simulation ranks the swaps, a long one decides; each always sees the same
 * contacts (common random numbers), and whenever the long one was asked, the short one is corrected
 * by how far it was off: what it has to tell is only the difference that a swap makes.
 *
 * Sources: R. Wallace, W. Whitt, "A staffing algorithm for call centers with skill-based routing",
 * M&SOM 7 (2005); M. Cezik, P. L'Ecuyer, "Staffing multiskill call centers via linear programming
 * and simulation", Management Science 54 (2008).
 */
import { requiredAgents } from '../staffing/required-agents.ts'
import { lostShares, type SteadyProblem } from './lost-shares.ts'

export interface SizingProblem extends SteadyProblem {
  readonly queues: readonly (SteadyProblem['queues'][number] & {
    /** Largest share that may give up. */
    readonly abandonShare: number
  })[]
  readonly groups: readonly {
    readonly queues: readonly number[]
    /** Of one person, in the price of a person with one competence. */
    readonly cost: number
  }[]
}

export interface SizedGroups {
  readonly agents: readonly number[]
  readonly cost: number
  /** By the long simulation. */
  readonly lostShares: readonly number[]
}

export interface SizingEffort {
  readonly seed: number
  /** Contacts of the simulation that ranks, and of the one that decides. */
  readonly rankCalls: number
  readonly decideCalls: number
}

const EFFORT: SizingEffort = { seed: 1, rankCalls: 20_000, decideCalls: 600_000 }
/** Swaps after one removal, and removals tried before the search ends. */
const SWAPS_MAX = 5
const REMOVALS_TRIED = 4

/**
 * @throws {RangeError} if no group serves a queue
 */
export function sizeGroups(
  problem: SizingProblem,
  effort: Partial<SizingEffort> = {},
): SizedGroups {
  const { seed, rankCalls, decideCalls } = { ...EFFORT, ...effort }
  const judge = new Judge(
    problem,
    lostShares(problem, { calls: rankCalls, seed }),
    lostShares(problem, { calls: decideCalls, seed: seed + 1 }),
  )
  let best = dedicated(problem)
  while (!judge.isKept(best)) best = withOneMore(best, problem, judge.ranked(best).byQueue)
  for (;;) {
    const next = withOneFewer(best, problem, judge)
    if (next === undefined) break
    best = next
  }
  best = cheaper(best, problem, judge)
  return { agents: best, cost: costOf(best, problem), lostShares: judge.decided(best) }
}

interface Missing {
  /** Contacts lost beyond what is promised, in Erlangs; 0 when all promises are kept. */
  readonly total: number
  readonly byQueue: readonly number[]
}

type Shares = (agents: readonly number[]) => readonly number[]

class Judge {
  private readonly queues: SizingProblem['queues']
  private readonly short: Shares
  /** What a long simulation says of each queue. */
  readonly decided: Shares
  private offsets: readonly number[] = []

  constructor({ queues }: SizingProblem, short: Shares, long: Shares) {
    this.queues = queues
    this.short = remembered(short)
    this.decided = remembered(long)
  }

  /** By the long simulation, by which the short one is corrected from now on. */
  isKept(agents: readonly number[]): boolean {
    const long = this.decided(agents)
    const short = this.short(agents)
    this.offsets = long.map((share, queue) => share - (short[queue] ?? 0))
    return this.missing(long).total <= 0
  }

  /** By the short simulation. */
  ranked(agents: readonly number[]): Missing {
    const { offsets } = this
    return this.missing(this.short(agents).map((share, queue) => share + (offsets[queue] ?? 0)))
  }

  private missing(shares: readonly number[]): Missing {
    const byQueue = this.queues.map(
      ({ offeredErlangs, abandonShare }, queue) =>
        Math.max(0, (shares[queue] ?? 0) + CHANCE - abandonShare) * offeredErlangs,
    )
    return { total: byQueue.reduce((a, b) => a + b, 0), byQueue }
  }
}

function remembered(shares: Shares): Shares {
  const known = new Map<string, readonly number[]>()
  return (agents) => {
    const key = agents.join(' ')
    const answer = known.get(key) ?? shares(agents)
    known.set(key, answer)
    return answer
  }
}

/** Every queue staffed by itself, from the cheapest group that serves it. */
function dedicated({ queues, groups }: SizingProblem): number[] {
  const agents = groups.map(() => 0)
  for (const [index, { abandonShare, ...load }] of queues.entries()) {
    const cheapest = groups
      .map((group, at) => ({ ...group, at }))
      .filter((group) => group.queues.includes(index))
      .toSorted((a, b) => a.cost - b.cost)[0]
    if (cheapest === undefined) throw new RangeError(`no group serves queue ${index}`)
    const needed = requiredAgents(load, { abandonShare }).agents
    agents[cheapest.at] = (agents[cheapest.at] ?? 0) + needed
  }
  return agents
}

/** One more where the most is missing. */
function withOneMore(
  agents: readonly number[],
  { groups }: SizingProblem,
  byQueue: readonly number[],
): number[] {
  const worst = byQueue.indexOf(Math.max(...byQueue))
  const group = groups.findIndex(({ queues }) => queues.includes(worst))
  return agents.with(group, (agents[group] ?? 0) + 1)
}

/** A staffing with one person fewer that keeps every promise; undefined if none was found. */
function withOneFewer(
  agents: readonly number[],
  problem: SizingProblem,
  judge: Judge,
): number[] | undefined {
  const removals = problem.groups
    .flatMap((_, group) => ((agents[group] ?? 0) > 0 ? [moved(agents, group, -1)] : []))
    .toSorted((a, b) => judge.ranked(a).total - judge.ranked(b).total)
  for (const removal of removals.slice(0, REMOVALS_TRIED)) {
    const repaired = repair(removal, problem, judge)
    if (repaired !== undefined) return repaired
  }
  return undefined
}

/** Swaps people between groups until every promise is kept. */
function repair(
  agents: readonly number[],
  problem: SizingProblem,
  judge: Judge,
): number[] | undefined {
  let now = [...agents]
  for (let swaps = 0; ; swaps++) {
    if (judge.ranked(now).total <= NEARLY && judge.isKept(now)) return now
    if (swaps === SWAPS_MAX) return undefined
    const { total, byQueue } = judge.ranked(now)
    const best = swapsOf(now, problem, byQueue)
      .map((swap) => ({ swap, total: judge.ranked(swap).total }))
      .toSorted(
        (a, b) =>
          a.total - b.total + COST_WEIGHT * (costOf(a.swap, problem) - costOf(b.swap, problem)),
      )[0]
    if (best === undefined || best.total >= total) return undefined
    now = best.swap
  }
}

/** About the standard error of the long simulation: a promise is not kept by luck. */
const CHANCE = 0.001

/** In Erlangs lost: less than the short simulation tells for sure. */
const NEARLY = 0.05
/** Erlangs lost that are as good as the price of a person. */
const COST_WEIGHT = 0.1

/** A person of a group less, and one more of a group that serves a queue where something is missing. */
function swapsOf(
  agents: readonly number[],
  { groups }: SizingProblem,
  byQueue: readonly number[],
): number[][] {
  const isShort = (queue: number): boolean => (byQueue[queue] ?? 0) > 0
  return groups.flatMap((to, more) =>
    to.queues.some(isShort)
      ? groups.flatMap((_, fewer) =>
          fewer !== more && (agents[fewer] ?? 0) > 0
            ? [moved(moved(agents, fewer, -1), more, 1)]
            : [],
        )
      : [],
  )
}

/** The same number of people, of cheaper groups where that keeps every promise. */
function cheaper(agents: readonly number[], problem: SizingProblem, judge: Judge): number[] {
  let now = [...agents]
  const { groups } = problem
  for (let improved = true; improved;) {
    improved = false
    const swaps = groups.flatMap((from, fewer) =>
      groups.flatMap((to, more) =>
        to.cost < from.cost && (now[fewer] ?? 0) > 0 ? [moved(moved(now, fewer, -1), more, 1)] : [],
      ),
    )
    const likely = swaps
      .filter((swap) => judge.ranked(swap).total <= NEARLY)
      .toSorted((a, b) => costOf(a, problem) - costOf(b, problem))
    const next = likely.find((swap) => judge.isKept(swap))
    if (next === undefined) continue
    now = next
    improved = true
  }
  return now
}

function moved(agents: readonly number[], group: number, by: number): number[] {
  return agents.with(group, (agents[group] ?? 0) + by)
}

function costOf(agents: readonly number[], { groups }: SizingProblem): number {
  return groups.reduce((sum, { cost }, group) => sum + cost * (agents[group] ?? 0), 0)
}
