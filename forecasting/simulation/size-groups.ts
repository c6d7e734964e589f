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
import type { StaffingTargets } from '../staffing/staffing-targets.ts'
import { type SteadyOutcome, steadyOutcomes, type SteadyProblem } from './steady-outcomes.ts'

export interface SizingProblem extends SteadyProblem {
  readonly queues: readonly (SteadyProblem['queues'][number] & {
    /** Largest share that may give up; 1 where it is not promised. */
    readonly abandonShare: number
    /** Largest mean wait of the answered; undefined where it is not promised. */
    readonly asaSeconds?: number
    /** Least share answered within the threshold; undefined where it is not promised. */
    readonly serviceShare?: number
  })[]
  readonly groups: readonly {
    readonly queues: readonly number[]
    /** Of one person, in the price of a person with one competence. */
    readonly cost: number
  }[]
  /** Largest share of the time of everybody together that is spent on contacts; undefined for 1. */
  readonly maxOccupancy?: number
}

export interface SizedGroups {
  readonly agents: readonly number[]
  readonly cost: number
  /** Of each queue, by the long simulation. */
  readonly outcomes: readonly SteadyOutcome[]
  /** False when it was stopped before nothing better was left to try. */
  readonly isFinished: boolean
}

export interface SizingEffort {
  readonly seed: number
  /** Contacts of the simulation that ranks, and of the one that decides. */
  readonly rankCalls: number
  readonly decideCalls: number
  /** Asked after every person that was saved, with the best so far; true ends the search. */
  readonly shouldStop: (agents: readonly number[]) => boolean
}

const EFFORT: SizingEffort = {
  seed: 1,
  rankCalls: 20_000,
  decideCalls: 600_000,
  shouldStop: () => false,
}
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
  const { seed, rankCalls, decideCalls, shouldStop } = { ...EFFORT, ...effort }
  const judge = new Judge(
    problem,
    steadyOutcomes(problem, { calls: rankCalls, seed }),
    steadyOutcomes(problem, { calls: decideCalls, seed: seed + 1 }),
  )
  let best = dedicated(problem)
  while (!judge.isKept(best)) best = withOneMore(best, problem, judge.ranked(best))
  let isFinished = false
  while (!isFinished && !shouldStop(best)) {
    const next = withOneFewer(best, problem, judge)
    if (next === undefined) isFinished = true
    else best = next
  }
  if (isFinished) best = cheaper(best, problem, judge)
  return { agents: best, cost: costOf(best, problem), outcomes: judge.decided(best), isFinished }
}

interface Missing {
  /** What is missing of every promise, in Erlangs; 0 when all are kept. */
  readonly total: number
  readonly byQueue: readonly number[]
}

type Outcomes = (agents: readonly number[]) => readonly SteadyOutcome[]

class Judge {
  private readonly problem: SizingProblem
  private readonly short: Outcomes
  /** What a long simulation says of each queue. */
  readonly decided: Outcomes
  private offsets: readonly SteadyOutcome[] = []

  constructor(problem: SizingProblem, short: Outcomes, long: Outcomes) {
    this.problem = problem
    this.short = remembered(short)
    this.decided = remembered(long)
  }

  /** By the long simulation, by which the short one is corrected from now on. */
  isKept(agents: readonly number[]): boolean {
    const long = this.decided(agents)
    const short = this.short(agents)
    this.offsets = long.map(({ lostShare, asaSeconds, serviceLevel }, queue) => ({
      lostShare: lostShare - (short[queue]?.lostShare ?? 0),
      asaSeconds: asaSeconds - (short[queue]?.asaSeconds ?? 0),
      serviceLevel: serviceLevel - (short[queue]?.serviceLevel ?? 0),
    }))
    return this.missing(agents, long).total <= 0
  }

  /** By the short simulation. */
  ranked(agents: readonly number[]): Missing {
    const corrected = this.short(agents).map(({ lostShare, asaSeconds, serviceLevel }, queue) => ({
      lostShare: lostShare + (this.offsets[queue]?.lostShare ?? 0),
      asaSeconds: asaSeconds + (this.offsets[queue]?.asaSeconds ?? 0),
      serviceLevel: serviceLevel + (this.offsets[queue]?.serviceLevel ?? 0),
    }))
    return this.missing(agents, corrected)
  }

  private missing(agents: readonly number[], outcomes: readonly SteadyOutcome[]): Missing {
    const { queues, maxOccupancy = 1 } = this.problem
    const byQueue = queues.map((queue, index) => missingOf(queue, outcomes[index]))
    const busy = queues.reduce(
      (sum, { offeredErlangs }, index) =>
        sum + offeredErlangs * (1 - (outcomes[index]?.lostShare ?? 0)),
      0,
    )
    // Whoever is missing to let the others rest is missing as a whole person.
    const people = agents.reduce((a, b) => a + b, 0)
    const tired = Math.max(0, busy / maxOccupancy - people - CHANCE * people)
    return { total: byQueue.reduce((a, b) => a + b, maxOccupancy < 1 ? tired : 0), byQueue }
  }
}

/** A wait twice as long as promised weighs as much as this share of lost contacts. */
const WAIT_WEIGHT = 0.05
/** And a contact answered late, this much of a lost one. */
const SERVICE_WEIGHT = 0.2

function missingOf(
  { offeredErlangs, abandonShare, asaSeconds, serviceShare }: SizingProblem['queues'][number],
  outcome: SteadyOutcome | undefined,
): number {
  const lost = Math.max(0, (outcome?.lostShare ?? 0) + CHANCE - abandonShare)
  const late =
    asaSeconds === undefined ? 0 : Math.max(0, (outcome?.asaSeconds ?? 0) / asaSeconds + CHANCE - 1)
  const unserved =
    serviceShare === undefined
      ? 0
      : Math.max(0, serviceShare + CHANCE - (outcome?.serviceLevel ?? 1))
  return (lost + WAIT_WEIGHT * late + SERVICE_WEIGHT * unserved) * offeredErlangs
}

function remembered(outcomes: Outcomes): Outcomes {
  const known = new Map<string, readonly SteadyOutcome[]>()
  return (agents) => {
    const key = agents.join(' ')
    const answer = known.get(key) ?? outcomes(agents)
    known.set(key, answer)
    return answer
  }
}

/** Every queue staffed by itself, from the cheapest group that serves it. */
function dedicated({ queues, groups }: SizingProblem): number[] {
  const agents = groups.map(() => 0)
  for (const [index, { offeredErlangs, handleSeconds, ...queue }] of queues.entries()) {
    const cheapest = groups
      .map((group, at) => ({ ...group, at }))
      .filter((group) => group.queues.includes(index))
      .toSorted((a, b) => a.cost - b.cost)[0]
    if (cheapest === undefined) throw new RangeError(`no group serves queue ${index}`)
    const { patienceSeconds } = queue
    const needed = requiredAgents(
      {
        offeredErlangs,
        handleSeconds,
        ...(patienceSeconds === Infinity ? {} : { patienceSeconds }),
      },
      targetsOf(queue),
    ).agents
    agents[cheapest.at] = (agents[cheapest.at] ?? 0) + needed
  }
  return agents
}

function targetsOf({
  abandonShare,
  asaSeconds,
  serviceShare,
  thresholdSeconds,
}: Omit<SizingProblem['queues'][number], 'offeredErlangs' | 'handleSeconds'>): StaffingTargets {
  return {
    abandonShare,
    ...(asaSeconds === undefined ? {} : { asaSeconds }),
    ...(serviceShare === undefined
      ? {}
      : {
          serviceLevel: {
            share: serviceShare,
            withinSeconds: thresholdSeconds ?? 0,
            definition: 'excludingShortAbandons' as const,
          },
        }),
  }
}

/** One more where the most is missing. */
function withOneMore(
  agents: readonly number[],
  { queues: loads, groups }: SizingProblem,
  { byQueue }: Missing,
): number[] {
  // Where no queue is short, it is rest that is missing: it helps most where most work is.
  const weights = byQueue.some((missing) => missing > 0)
    ? byQueue
    : loads.map(({ offeredErlangs }) => offeredErlangs)
  const worst = weights.indexOf(Math.max(...weights))
  const group = groups.findIndex(({ queues }) => queues.includes(worst))
  return agents.with(group, (agents[group] ?? 0) + 1)
}

/** A cheaper staffing with one person fewer that keeps every promise; undefined if none was found. */
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
    if (repaired !== undefined && costOf(repaired, problem) < costOf(agents, problem))
      return repaired
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
  const seen = new Set([now.join(' ')])
  for (let swaps = 0; ; swaps++) {
    if (judge.ranked(now).total <= NEARLY && judge.isKept(now)) return now
    if (swaps === SWAPS_MAX) return undefined
    const { total, byQueue } = judge.ranked(now)
    const best = swapsOf(now, problem, byQueue)
      .filter((swap) => !seen.has(swap.join(' ')))
      .map((swap) => ({ swap, total: judge.ranked(swap).total }))
      .toSorted(
        (a, b) =>
          a.total - b.total + COST_WEIGHT * (costOf(a.swap, problem) - costOf(b.swap, problem)),
      )[0]
    if (best === undefined || best.total >= total + SLIP) return undefined
    now = best.swap
    seen.add(now.join(' '))
  }
}

/** About the standard error of the long simulation: a promise is not kept by luck. */
const CHANCE = 0.001

/** In Erlangs lost: less than the short simulation tells for sure. */
const NEARLY = 0.05
/** A swap may cost this much, in Erlangs lost: two queues that share people are helped one by one. */
const SLIP = 0.1
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
