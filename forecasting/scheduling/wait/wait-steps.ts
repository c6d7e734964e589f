import { type DemandStep, type Instance, MINUTES_PER_DAY } from '../instance.ts'
import { type CallerWait, type WaitLoad, callerWait } from './wait-load.ts'

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
/** So many people are looked at in an interval, beyond which none can be worth a price. */
const PEOPLE_MAX = 2_000

/**
 * The demand as what each further person on duty saves in waiting and losses: convex, so the first are
 * worth most. People whose worth is below the lowest price are not asked for, and none counts as worth
 * more than the highest.
 *
 * @throws {RangeError} if a load names no skill of the instance or has another number of intervals
 */
export function waitSteps(
  instance: Instance,
  loads: readonly WaitLoad[],
  prices: WaitPrices,
): Pick<Instance, 'demand' | 'demandSteps'> {
  const ladder = Array.from(
    { length: PRICES.count },
    (_, step) => PRICES.highest / PRICES.ratio ** step,
  )
  const count = (instance.days * MINUTES_PER_DAY) / instance.intervalMin
  const nobody = (): number[] => Array.from({ length: count }, () => 0)
  const demand = new Map(instance.skills.map(({ id }) => [id, nobody()]))
  const demandSteps: DemandStep[] = loads.flatMap((load) => {
    const required = demand.get(load.skill)
    if (required === undefined) throw new RangeError(`skill ${load.skill} is unknown`)
    if (load.contacts.length !== count) {
      throw new RangeError(
        `contacts of ${load.skill} must be ${count}, got ${load.contacts.length}`,
      )
    }
    const steps = ladder.map((price) => ({ skill: load.skill, price, agents: nobody() }))
    load.contacts.forEach((contacts, interval) => {
      const worths = worthsOf(load, { contacts, seconds: instance.intervalMin * 60 }, prices)
      for (const worth of worths) {
        const { agents } = steps[nearestStep(worth)] as (typeof steps)[number]
        agents[interval] = (agents[interval] as number) + 1
      }
      required[interval] = worths.length
    })
    return steps.filter(({ agents }) => agents.some((people) => people > 0))
  })
  return { demand: Object.fromEntries(demand), demandSteps }
}

/** What each further person saves in an agent-hour, down to the lowest price. */
function worthsOf(
  load: WaitLoad,
  interval: { readonly contacts: number; readonly seconds: number },
  { waitHour, lost }: WaitPrices,
): number[] {
  const worths: number[] = []
  if (interval.contacts === 0) return worths
  const priceOf = (wait: CallerWait): number => waitHour * wait.waitHours + lost * wait.lost
  const lowest = PRICES.highest / PRICES.ratio ** (PRICES.count - 0.5)
  let before = priceOf(callerWait(load, interval, 0))
  let least = Number.POSITIVE_INFINITY
  for (let people = 1; people <= PEOPLE_MAX; people++) {
    const now = priceOf(callerWait(load, interval, people))
    // Rounding must not make a later person dearer than an earlier one.
    least = Math.min(least, ((before - now) * 3600) / interval.seconds)
    if (least < lowest) break
    worths.push(least)
    before = now
  }
  return worths
}

function nearestStep(worth: number): number {
  const step = Math.round(Math.log(PRICES.highest / worth) / Math.log(PRICES.ratio))
  return Math.min(PRICES.count - 1, Math.max(0, step))
}
