import type { PredictedInterval } from './predict-hours.ts'

/** What a queue promises its clients. */
export interface Promised {
  /** Null where nothing is promised of the wait. */
  readonly asaTargetSeconds: number | null
  /** 0..1 */
  readonly lostShareTarget: number
}

/** What an interval of a queue, or many of them, come to for clients. */
export interface ClientFigures {
  /** Intervals of queues in which a promise is not kept. */
  readonly missed: number
  /** Contacts times how far beyond the promise they are: what suggestions are ranked by. */
  readonly gap: number
  /** Contacts that are lost. */
  readonly lost: number
  /** Hours that clients spend in the line, all together. */
  readonly waitHours: number
}

const NO_CLIENTS: ClientFigures = { missed: 0, gap: 0, lost: 0, waitHours: 0 }

/** Beyond five times the promise a wait is no worse to whoever has to choose: it has to end. */
const EXCESS_MAX = 5

/**
 * One interval of one queue.
 *
 * @param contacts expected in it
 * @param intervalSeconds what everybody is taken to wait in a line that only grows
 */
export function clientFigures(
  predicted: PredictedInterval,
  promised: Promised,
  { contacts, intervalSeconds }: { readonly contacts: number; readonly intervalSeconds: number },
): ClientFigures {
  const excess = excessOf(predicted, promised)
  const lostShare = lostShareOf(predicted)
  const waitSeconds = predicted.isOverloaded ? intervalSeconds : (predicted.asaSeconds ?? 0)
  return {
    missed: excess > 0 && contacts > 0 ? 1 : 0,
    gap: contacts * excess,
    lost: contacts * lostShare,
    waitHours: (contacts * (1 - lostShare) * waitSeconds) / 3600,
  }
}

/** Of a line that only grows, whatever the people who are there cannot do is lost. */
function lostShareOf({ isOverloaded, lostShare, required, given }: PredictedInterval): number {
  if (isOverloaded) return required > 0 ? 1 - Math.min(1, given / required) : 0
  return lostShare ?? 0
}

/** How far beyond the promise, as a share of it; 0 while it is kept. */
function excessOf(predicted: PredictedInterval, promised: Promised): number {
  const { required, given, asaSeconds, lostShare, isOverloaded } = predicted
  // Of two lines that only grow, the one with fewer people is the worse.
  if (isOverloaded) return EXCESS_MAX + (required > 0 ? 1 - Math.min(1, given / required) : 0)
  const { asaTargetSeconds, lostShareTarget } = promised
  const wait =
    asaSeconds === null || asaTargetSeconds === null ? 0 : beyond(asaSeconds, asaTargetSeconds)
  return Math.min(EXCESS_MAX, Math.max(wait, beyond(lostShare ?? 0, lostShareTarget)))
}

function beyond(value: number, target: number): number {
  return target > 0 ? Math.max(0, value / target - 1) : 0
}

export function addFigures(parts: readonly ClientFigures[]): ClientFigures {
  return parts.reduce(
    (sum, part) => ({
      missed: sum.missed + part.missed,
      gap: sum.gap + part.gap,
      lost: sum.lost + part.lost,
      waitHours: sum.waitHours + part.waitHours,
    }),
    NO_CLIENTS,
  )
}

export function differenceOf(after: ClientFigures, before: ClientFigures): ClientFigures {
  return {
    missed: after.missed - before.missed,
    gap: after.gap - before.gap,
    lost: after.lost - before.lost,
    waitHours: after.waitHours - before.waitHours,
  }
}
