import type { NrpInstance } from './nrp-instance.ts'

/** Moves per second that a busy core does on a horizon of 28 days; a move prices whole rows. */
const MOVES_PER_SECOND = 1_400_000
const USUAL_DAYS = 28
const SHARE_OF_TIME = 0.9

/** Moves of annealing that fit into some seconds of one core: a number, the same on every machine. */
export function nrpIterationsFor({ days }: NrpInstance, seconds: number): number {
  return Math.ceil((seconds * SHARE_OF_TIME * MOVES_PER_SECOND * USUAL_DAYS) / Math.max(14, days))
}
