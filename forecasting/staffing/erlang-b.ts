/**
 * Erlang B: the loss system, in which a caller who finds every server taken is gone. It sizes lines
 * and trunks, and is the root of Erlang C and A.
 *
 * Source: A. K. Erlang (1917); D. L. Jagerman, BSTJ 53 (1974), for a real number of servers.
 */
import { logPoissonWeight } from './poisson-weight.ts'
import { checkOfferedErlangs } from './queue-arguments.ts'
import { reciprocalErlangB, statesAbove } from './reciprocal-erlang-b.ts'

/**
 * Share of callers that find every server taken.
 *
 * @param servers 0 or more; need not be whole (Jagerman's continuation)
 * @param offeredErlangs 0 or more
 * @returns ratio in 0..1; 0 where the true value is below 1e-308
 * @throws {RangeError} if an argument is out of its range
 */
export function blockingProbability(servers: number, offeredErlangs: number): number {
  checkServers(servers)
  checkOfferedErlangs(offeredErlangs)
  if (offeredErlangs === 0) return servers === 0 ? 1 : 0
  return 1 / reciprocalErlangB(servers, offeredErlangs)
}

/**
 * Natural logarithm of {@link blockingProbability}, good where the probability itself underflows.
 *
 * @throws {RangeError} if an argument is out of its range, or `offeredErlangs` is 0
 */
export function logBlockingProbability(servers: number, offeredErlangs: number): number {
  checkServers(servers)
  checkOfferedErlangs(offeredErlangs)
  if (offeredErlangs === 0) throw new RangeError('offeredErlangs must be more than 0, got 0')
  const reciprocal = reciprocalErlangB(servers, offeredErlangs)
  if (Number.isFinite(reciprocal)) return -Math.log(reciprocal)
  const logWeight = logPoissonWeight(servers, offeredErlangs)
  return logWeight - Math.log1p(-Math.exp(logWeight) * statesAbove(servers, offeredErlangs))
}

function checkServers(servers: number): void {
  if (!(servers >= 0 && Number.isFinite(servers))) {
    throw new RangeError(`servers must be finite and not negative, got ${servers}`)
  }
}
