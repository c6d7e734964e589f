import { evaluateErlangA } from '../../staffing/erlang-a.ts'

/** The contacts that a skill of an instance is to answer. */
export interface WaitLoad {
  readonly skill: string
  readonly handleSeconds: number
  /** Mean time that a caller is ready to wait; long where nobody hangs up. */
  readonly patienceSeconds: number
  /** Share of the people on duty who are not there to answer, 0..1. */
  readonly shrinkage: number
  /** Contacts that arrive in each interval. */
  readonly contacts: readonly number[]
  /** Share of the time that people may be busy, 0..1: asked for whatever waiting costs. */
  readonly maxOccupancy?: number
}

/**
 * People on duty who are asked for whatever waiting costs, so that nobody is busier than is allowed.
 * A fraction, so that people of several skills may share what is left of several queues.
 */
export function leastOnDuty(
  { handleSeconds, shrinkage, maxOccupancy }: Omit<WaitLoad, 'contacts'>,
  { contacts, seconds }: { readonly contacts: number; readonly seconds: number },
): number {
  if (maxOccupancy === undefined) return 0
  return (contacts * handleSeconds) / seconds / maxOccupancy / (1 - shrinkage)
}

/** What callers meet in one interval. */
export interface CallerWait {
  /** Hours that all callers wait, those who hang up included. */
  readonly waitHours: number
  readonly lost: number
  readonly answered: number
  /** Seconds that those who are answered have waited, all together. */
  readonly answeredWaitSeconds: number
}

/**
 * What the callers of an interval meet with some people on duty, by Erlang A. Between whole agents it is
 * in between, so that the cost is piecewise linear in people.
 *
 * @param onDuty people on duty, 0 or more; a fraction where somebody is there for a part
 */
export function callerWait(
  load: Omit<WaitLoad, 'contacts'>,
  interval: { readonly contacts: number; readonly seconds: number },
  onDuty: number,
): CallerWait {
  const agents = onDuty * (1 - load.shrinkage)
  const below = Math.floor(agents)
  const part = agents - below
  const low = withAgents(load, interval, below)
  if (part === 0) return low
  const high = withAgents(load, interval, below + 1)
  const between = (key: keyof CallerWait): number => (1 - part) * low[key] + part * high[key]
  return {
    waitHours: between('waitHours'),
    lost: between('lost'),
    answered: between('answered'),
    answeredWaitSeconds: between('answeredWaitSeconds'),
  }
}

function withAgents(
  { handleSeconds, patienceSeconds }: Omit<WaitLoad, 'contacts'>,
  { contacts, seconds }: { readonly contacts: number; readonly seconds: number },
  agents: number,
): CallerWait {
  const offeredErlangs = (contacts * handleSeconds) / seconds
  const metrics = evaluateErlangA({ agents, offeredErlangs, handleSeconds, patienceSeconds })
  const answered = contacts * metrics.answeredShare
  return {
    waitHours: (contacts * metrics.meanWaitSeconds) / 3600,
    lost: contacts * metrics.abandonShare,
    answered,
    answeredWaitSeconds: answered === 0 ? 0 : answered * metrics.asaSeconds,
  }
}
