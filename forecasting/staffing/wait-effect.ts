import { type ModelledQueue, staffingModel, type StationaryWork } from './staffing-model.ts'

/** One interval of one queue, with the agents whom it has and those whom it would have. */
export interface StaffedWork extends StationaryWork {
  readonly queue: ModelledQueue
  readonly contacts: number
  /** At work, shrinkage taken off; fractions allowed. */
  readonly agentsBefore: number
  readonly agentsAfter: number
}

/** Mean wait of answered contacts; null where a line would grow without end. */
export interface WaitEffect {
  readonly beforeSeconds: number | null
  readonly afterSeconds: number | null
}

/**
 * What a change of the agents does to the wait, over some intervals together: each by its own formula
 * (`staffing-model.ts`), weighted by its contacts. Between two whole numbers of agents the
 * reciprocal of the wait is read off the line between them, so that a line that grows without end with
 * the lesser number (its reciprocal is 0) does not make the wait endless with more.
 *
 * @param work intervals with `contactsInHand` and `handleSeconds` above 0
 * @returns undefined where nobody calls
 */
export function waitEffect(work: readonly StaffedWork[]): WaitEffect | undefined {
  const contacts = work.reduce((sum, one) => sum + one.contacts, 0)
  if (contacts <= 0) return undefined
  const mean = (agents: (one: StaffedWork) => number): number | null => {
    const seconds = work.reduce((sum, one) => sum + one.contacts * waitWith(one, agents(one)), 0)
    return Number.isFinite(seconds) ? seconds / contacts : null
  }
  return {
    beforeSeconds: mean(({ agentsBefore }) => agentsBefore),
    afterSeconds: mean(({ agentsAfter }) => agentsAfter),
  }
}

function waitWith(work: StaffedWork, agents: number): number {
  const model = staffingModel(work, work.queue)
  const fewer = Math.floor(Math.max(0, agents))
  const share = Math.max(0, agents) - fewer
  const wait = model.evaluate(fewer).asaSeconds
  if (share === 0) return wait
  return 1 / ((1 - share) / wait + share / model.evaluate(fewer + 1).asaSeconds)
}
