import { type DemandStep, type Instance, MINUTES_PER_DAY } from '../instance.ts'
import { type CallerWait, type WaitLoad, callerWait, leastOnDuty } from './wait-load.ts'

/** What waiting and losing callers cost, in hours of pay. */
export interface WaitPrices {
  /** Price of an hour that one caller waits. */
  readonly waitHour: number
  /** Price of a caller who hangs up. */
  readonly lost: number
}

/**
 * Prices of an agent-hour that steps may have. A few that are the same in every interval keep the search
 * fast; each person's worth goes to the nearest, which is at most a sixth away.
 */
const PRICES = { highest: 20, ratio: 1.4, count: 16 } as const
/**
 * The prices, falling, and below each the worth halfway to the next, by ratio. Divided one after the other:
 * powers and logarithms may differ in the last bit from machine to machine, and so would the plan.
 */
const STEPS = pricesFalling()
const LOWEST_WORTH = STEPS.at(-1)?.downTo ?? 0
/** So many people are looked at in an interval, beyond which none can be worth a price. */
const PEOPLE_MAX = 2_000

/**
 * The demand as what each further person on duty saves in waiting and losses: convex, so the first are
 * worth most. People whose worth is below the lowest price are not asked for, and none counts as worth
 * more than the highest, which is also that of those without whom the others would be too busy.
 *
 * @param besides demand with a price of its own: of skills nobody waits for, or on top of a load
 * @throws {RangeError} if a load names no skill of the instance or has another number of intervals
 */
export function waitSteps(
  instance: Instance,
  loads: readonly WaitLoad[],
  prices: WaitPrices,
  besides: readonly DemandStep[] = [],
): Pick<Instance, 'demand' | 'demandSteps'> {
  const count = (instance.days * MINUTES_PER_DAY) / instance.intervalMin
  const skills = new Set(instance.skills.map(({ id }) => id))
  const ofLoads = loads.flatMap((load) => {
    if (!skills.has(load.skill)) throw new RangeError(`skill ${load.skill} is unknown`)
    if (load.contacts.length !== count) {
      throw new RangeError(
        `contacts of ${load.skill} must be ${count}, got ${load.contacts.length}`,
      )
    }
    return stepsOf(load, instance.intervalMin * 60, prices)
  })
  const demandSteps = [...besides, ...ofLoads]
  return { demand: demandOf(demandSteps, [...skills], count), demandSteps }
}

/** What the steps of each skill add up to. */
export function demandOf(
  steps: readonly DemandStep[],
  skills: readonly string[],
  intervals: number,
): Instance['demand'] {
  const demand = new Map(skills.map((id) => [id, Array.from({ length: intervals }, () => 0)]))
  for (const { skill, agents } of steps) {
    const own = demand.get(skill)
    agents.forEach((people, t) => {
      if (own !== undefined) own[t] = (own[t] ?? 0) + people
    })
  }
  return Object.fromEntries(demand)
}

function stepsOf(load: WaitLoad, seconds: number, prices: WaitPrices): DemandStep[] {
  const steps = STEPS.map(({ price }) => ({
    skill: load.skill,
    price,
    agents: load.contacts.map(() => 0),
  }))
  load.contacts.forEach((contacts, interval) => {
    for (const { worth, people } of worthsOf(load, { contacts, seconds }, prices)) {
      const { agents } = steps[nearestStep(worth)] as (typeof steps)[number]
      agents[interval] = (agents[interval] as number) + people
    }
  })
  return steps.filter(({ agents }) => agents.some((people) => people > 0))
}

/** People who are worth the same in an agent-hour. */
interface Worth {
  readonly worth: number
  readonly people: number
}

/** What each further person saves in an agent-hour, down to the lowest price. */
function worthsOf(
  load: WaitLoad,
  interval: { readonly contacts: number; readonly seconds: number },
  { waitHour, lost }: WaitPrices,
): Worth[] {
  if (interval.contacts === 0) return []
  const priceOf = (wait: CallerWait): number => waitHour * wait.waitHours + lost * wait.lost
  let onDuty = leastOnDuty(load, interval)
  const worths: Worth[] = onDuty > 0 ? [{ worth: PRICES.highest, people: onDuty }] : []
  let before = priceOf(callerWait(load, interval, onDuty))
  let least = Number.POSITIVE_INFINITY
  while (onDuty < PEOPLE_MAX) {
    // The first takes a share of a person up to a whole one.
    const people = Math.floor(onDuty + 1) - onDuty
    onDuty += people
    const now = priceOf(callerWait(load, interval, onDuty))
    // Rounding must not make a later person dearer than an earlier one.
    least = Math.min(least, ((before - now) * 3600) / interval.seconds / people)
    if (least < LOWEST_WORTH) break
    worths.push({ worth: least, people })
    before = now
  }
  return worths
}

function nearestStep(worth: number): number {
  const step = STEPS.findIndex(({ downTo }) => worth >= downTo)
  return step === -1 ? STEPS.length - 1 : step
}

function pricesFalling(): { readonly price: number; readonly downTo: number }[] {
  const half = Math.sqrt(PRICES.ratio)
  let price: number = PRICES.highest
  return Array.from({ length: PRICES.count }, () => {
    const step = { price, downTo: price / half }
    price /= PRICES.ratio
    return step
  })
}
