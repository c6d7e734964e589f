import { demandTiers } from '#forecasting/scheduling/demand-tiers.ts'
import {
  type DemandStep,
  type Instance,
  MINUTES_PER_DAY,
} from '#forecasting/scheduling/instance.ts'
import type { WaitSimulation } from '#forecasting/scheduling/wait/simulated-wait.ts'
import type { WaitGoal } from '#forecasting/scheduling/wait/solve-for-wait.ts'
import type { WaitLoad } from '#forecasting/scheduling/wait/wait-load.ts'
import { combinedShrinkage } from '#forecasting/staffing/shrinkage.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { rosterQueue, servedQueue } from '../../simulation/roster-queues.ts'
import { readSimulatedWorks } from '../../simulation/simulated-works.service.ts'
import { requireRequirement } from '../../staffing/staffing.service.ts'
import { readWaitWork, type WaitWork } from '../../staffing/wait-work.service.ts'
import { type PlanningPeriod, fromPlanMinutes, toPlanMinutes } from './build-instance.ts'
import { sessionDemand, sessionSteps } from './session-pauses.ts'

/** A schedule is to keep the promised wait over its weeks together, and how that is reckoned. */
export interface WaitOrder {
  readonly goal: WaitGoal
  readonly loads: readonly WaitLoad[]
  /** Demand of queues that promise no wait, and of those who are taught meanwhile. */
  readonly besides: readonly DemandStep[]
  readonly simulation: WaitSimulation
}

/** Where no patience is known: overload stays finite, as in `schedule --wait`. */
const PATIENCE_SECONDS_DEFAULT = 3600
/** Order № 443/НҚ, Annex 1, row 5: not more than 10 % of the calls are lost. */
const LOST_SHARE_OF_ORDER = 0.1
/** So many calls make the mean wait of a week known to a few per cent; a large centre needs fewer weeks. */
const SIMULATED_CONTACTS = 200_000
const RUNS = { least: 8, most: 60 } as const

/**
 * How a schedule is to be made by what callers wait; undefined where its requirement keeps the promises
 * in every interval, or promises no wait.
 *
 * @param laid the problem by the requirement alone, and the sessions of training laid over it
 * @throws {ProblemError} `requirement-unknown`, `forecast-misses-week`
 */
export async function readWaitOrder(
  db: Db,
  requirementId: string,
  laid: Parameters<typeof sessionDemand>[0],
  seed: number,
): Promise<WaitOrder | undefined> {
  const { instance, period } = laid
  const works = await readWaitWork(db, requirementId, {
    fromMs: fromPlanMinutes(0, period),
    toMs: fromPlanMinutes(period.days * MINUTES_PER_DAY, period),
  })
  if (works.length === 0) return undefined
  const { forecastId } = await requireRequirement(db, requirementId)
  const simulated = await readSimulatedWorks(db, forecastId, period)
  const promised = new Set(works.map(({ code }) => code))
  return {
    goal: goalOf(works),
    loads: works.map((work) => loadOf(work, instance, period)),
    besides: [...tiersBesides(instance, promised), ...sessionSteps(instance, sessionDemand(laid))],
    simulation: simulationOf(simulated, promised, seed),
  }
}

/** The strictest promise holds for all calls together, as the order counts the telephone as a whole. */
function goalOf(works: readonly WaitWork[]): WaitGoal {
  return {
    asaSeconds: Math.min(...works.map(({ asaSeconds }) => asaSeconds)),
    lostShare: Math.min(
      ...works.map(({ settings }) => settings.targets.abandonShare ?? LOST_SHARE_OF_ORDER),
    ),
  }
}

/**
 * The work of a queue as contacts of one length: what matters is how many people it keeps busy, and it
 * lags behind the arrivals by about a handle time.
 */
function loadOf(
  { code, settings, intervals }: WaitWork,
  { intervalMin }: Instance,
  period: PlanningPeriod,
): WaitLoad {
  const seconds = intervalMin * 60
  const contacts = Array.from({ length: (period.days * MINUTES_PER_DAY) / intervalMin }, () => 0)
  const busy = intervals.reduce((sum, { inHand }) => sum + inHand, 0)
  const handleSeconds =
    intervals.reduce((sum, one) => sum + one.inHand * one.handleSeconds, 0) / busy
  for (const { startsAtMs, inHand } of intervals) {
    const at = Math.floor(toPlanMinutes(startsAtMs, period) / intervalMin)
    // The hour that a clock shows twice is planned once, for the larger of its two loads.
    contacts[at] = Math.max(contacts[at] ?? 0, (inHand * seconds) / handleSeconds)
  }
  const {
    patienceSeconds = PATIENCE_SECONDS_DEFAULT,
    shrinkagePlanned,
    shrinkageUnplanned,
  } = settings
  const { maxOccupancy } = settings.targets
  return {
    skill: code,
    handleSeconds,
    patienceSeconds,
    shrinkage: combinedShrinkage(shrinkagePlanned, shrinkageUnplanned),
    contacts,
    ...(maxOccupancy === undefined ? {} : { maxOccupancy }),
  }
}

/** What the requirement asks for on queues whose callers are promised no wait, at its usual price. */
function tiersBesides(instance: Instance, promised: ReadonlySet<string>): DemandStep[] {
  return demandTiers(instance).flatMap(({ skill, price, agents }) => {
    const { id = '' } = instance.skills[skill] ?? {}
    return promised.has(id) ? [] : [{ skill: id, price, agents }]
  })
}

function simulationOf(
  { time, works }: Awaited<ReturnType<typeof readSimulatedWorks>>,
  promised: ReadonlySet<string>,
  seed: number,
): WaitSimulation {
  const queues = works.map((work) => ({
    skill: work.queue.code,
    contacts: rosterQueue(work, time),
    served: servedQueue(work),
    isPromised: promised.has(work.queue.code),
  }))
  const expected = queues
    .flatMap(({ contacts }) => contacts.contacts)
    .reduce((sum, contacts) => sum + contacts, 0)
  const runs = Math.ceil(SIMULATED_CONTACTS / Math.max(1, expected))
  return {
    dayStarts: time.dayStarts,
    queues,
    runs: Math.min(RUNS.most, Math.max(RUNS.least, runs)),
    seed,
  }
}
