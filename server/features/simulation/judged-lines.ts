import type { QueueId } from '#forecasting/kernel/units.ts'
import type { JudgedLine } from '#forecasting/simulation/roster-outcomes.ts'

import type { Queue } from '../centers/centers.schema.ts'
import type { SimulatedWork } from './roster-queues.ts'

/** A queue, or the telephone's together, and what it is judged by. */
export interface NamedLine extends JudgedLine {
  readonly queueIds: readonly QueueId[]
  readonly isPromised: boolean
}

/** Order № 443/НҚ, Annex 1, row 5: not more than 10 % of the calls are lost. */
const LOST_SHARE_OF_ORDER = 0.1

/**
 * First the telephone as a whole, which the order sets its wait and its loss for, then every queue.
 * Without a telephone, the first is of all queues that promise anything.
 */
export function judgedLines(works: readonly SimulatedWork[]): NamedLine[] {
  const judged = works.map((work, index) => ({ work, ...judgedQueue(work, index) }))
  const phone = judged.filter(({ work }) => work.queue.channel === 'voice')
  const promised = judged.filter(({ isPromised }) => isPromised)
  const together = [phone, promised, judged].find((some) => some.length > 0) ?? []
  const everybody = works.length
  // The order sets the wait and the loss; a service level is a queue's own affair.
  const queues = together.map(({ queue }) => ({ ...queue, serviceShare: 0 }))
  return [
    {
      queueIds: together.map(({ work }) => work.queue.id),
      queues,
      isPromised: queues.some(
        ({ asaSeconds, abandonShare }) => asaSeconds < Infinity || abandonShare < 1,
      ),
      occupancyColumn: everybody,
    },
    ...judged.map(({ work, queue, isPromised }, index) => ({
      queueIds: [work.queue.id],
      queues: [queue],
      isPromised,
      occupancyColumn: index,
    })),
  ]
}

function judgedQueue({ queue, settings }: SimulatedWork, index: number) {
  const { asaSeconds, serviceLevel } = settings.targets
  return {
    isPromised:
      asaSeconds !== undefined || serviceLevel !== undefined || queue.abandonShareTarget !== null,
    queue: {
      index,
      asaSeconds: asaSeconds ?? Infinity,
      abandonShare: lostShareOf(queue),
      serviceShare: serviceLevel?.share ?? 0,
    },
  }
}

function lostShareOf({ abandonShareTarget, channel }: Queue): number {
  return abandonShareTarget ?? (channel === 'voice' ? LOST_SHARE_OF_ORDER : 1)
}
