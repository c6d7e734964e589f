import { coveredIntervals } from '../coverage.ts'
import type { Instance, Schedule } from '../instance.ts'
import { type WaitLoad, callerWait } from './wait-load.ts'

/** What the callers of the whole horizon meet. */
export interface WeekWait {
  /** Mean wait of those who are answered; 0 if nobody calls, Infinity if nobody is answered. */
  readonly asaSeconds: number
  /** Share of callers who hang up, 0..1. */
  readonly lostShare: number
  readonly waitHours: number
}

/**
 * What callers meet if a schedule is worked as it stands. People with several skills are where they are
 * missed most; who is needed nowhere is not counted, so the truth is no worse.
 *
 * @param instance with the steps of `waitSteps`
 */
export function weekWait(
  instance: Instance,
  schedule: Schedule,
  loads: readonly WaitLoad[],
): WeekWait {
  const seconds = instance.intervalMin * 60
  const sums = { contacts: 0, answered: 0, answeredWaitSeconds: 0, lost: 0, waitHours: 0 }
  const indexes = new Map(instance.skills.map(({ id }, index) => [id, index]))
  coveredIntervals(instance, schedule).forEach(({ short }, interval) => {
    for (const load of loads) {
      const contacts = load.contacts[interval] ?? 0
      const required = instance.demand[load.skill]?.[interval] ?? 0
      const missing = short[indexes.get(load.skill) ?? -1] ?? 0
      const wait = callerWait(load, { contacts, seconds }, Math.max(0, required - missing))
      sums.contacts += contacts
      sums.answered += wait.answered
      sums.answeredWaitSeconds += wait.answeredWaitSeconds
      sums.lost += wait.lost
      sums.waitHours += wait.waitHours
    }
  })
  const { contacts, answered, answeredWaitSeconds, lost, waitHours } = sums
  if (contacts === 0) return { asaSeconds: 0, lostShare: 0, waitHours: 0 }
  const asaSeconds = answered === 0 ? Number.POSITIVE_INFINITY : answeredWaitSeconds / answered
  return { asaSeconds, lostShare: lost / contacts, waitHours }
}
