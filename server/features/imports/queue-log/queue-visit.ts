/** How a visit to a queue ended. */
export const OUTCOMES = [
  'answered',
  /** Answered, and handed on by the operator. */
  'transferred',
  'abandoned',
  'timeout',
  'key',
  'empty',
  'withdrawn',
  /** The log does not say: a restart, a lost line, or a call that is still open at its end. */
  'unknown',
] as const

export type Outcome = (typeof OUTCOMES)[number]

/**
 * One stay of one contact in one queue. A call that passes through three queues makes three visits,
 * for each of them had to answer it. There is nothing of the caller in it.
 */
export interface QueueVisit {
  readonly queue: string
  readonly enteredMs: number
  readonly outcome: Outcome
  /** Seconds until the answer or the end of waiting; null when the outcome is unknown. */
  readonly waitSeconds: number | null
  /** Seconds that the operator who answered let it ring; null in older logs. */
  readonly ringSeconds: number | null
  /** Seconds of talk, holding included; null when nobody answered. */
  readonly talkSeconds: number | null
}

export function isHandled(visit: QueueVisit): boolean {
  return visit.outcome === 'answered' || visit.outcome === 'transferred'
}
