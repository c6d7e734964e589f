import { logPoissonWeight } from './poisson-weight.ts'

/** A term this small beside the sum can no longer change a double. */
const NEGLIGIBLE = 1e-18

/**
 * 1 / B(s, a), the reciprocal of Erlang's loss probability. Everything else in Erlang B, C and A
 * follows from it by positive arithmetic, which is why the reciprocal is the primitive.
 *
 * - Fewer whole servers than Erlangs: the sum Σ s(s-1)…(s-k+1)/a^k, whose terms only fall.
 * - Elsewhere: the complement. With w the Poisson weight of s, 1/B = 1/w − Σ_{j≥1} a^j/((s+1)…(s+j)),
 *   where the difference is never less than about a fifth of 1/w, so no digits are lost to speak of.
 * - Fewer fractional servers than Erlangs: Legendre's continued fraction of Γ(s+1, a).
 *
 * Runs in O(√a). Sources: D. L. Jagerman, "Some properties of the Erlang loss function", BSTJ 53
 * (1974), for real s; DLMF 8.7.1 and 8.9.2 for the two incomplete-gamma expansions.
 *
 * @param servers 0 or more, whole or not
 * @param offeredErlangs more than 0
 * @returns 1 or more; Infinity when B is below the smallest double
 */
export function reciprocalErlangB(servers: number, offeredErlangs: number): number {
  if (servers >= offeredErlangs) return byComplement(servers, offeredErlangs)
  if (Number.isInteger(servers)) return byFallingTerms(servers, offeredErlangs)
  if (servers >= offeredErlangs - Math.sqrt(offeredErlangs) - 1) {
    return byComplement(servers, offeredErlangs)
  }
  return byContinuedFraction(servers, offeredErlangs)
}

/** Σ_{j≥1} a^j / ((s+1)…(s+j)): the states above s, relative to state s. */
export function statesAbove(servers: number, offeredErlangs: number): number {
  let sum = 0
  let term = 1
  for (let state = servers + 1; term > NEGLIGIBLE * sum; state++) {
    term *= offeredErlangs / state
    sum += term
  }
  return sum
}

function byComplement(servers: number, offeredErlangs: number): number {
  const reciprocalWeight = Math.exp(-logPoissonWeight(servers, offeredErlangs))
  return reciprocalWeight - statesAbove(servers, offeredErlangs)
}

function byFallingTerms(servers: number, offeredErlangs: number): number {
  let sum = 1
  let term = 1
  for (let state = servers; state > 0 && term > NEGLIGIBLE * sum; state--) {
    term *= state / offeredErlangs
    sum += term
  }
  return sum
}

/** Modified Lentz. With a well above s it gains digits faster the larger the gap. */
function byContinuedFraction(servers: number, offeredErlangs: number): number {
  let denominator = offeredErlangs - servers
  let numeratorRatio = Infinity
  let inverse = 1 / denominator
  let fraction = inverse
  // Bounded: 20 turns per √a cover 1e-17 at the least gap that is sent here.
  const turns = 100 + 20 * Math.ceil(Math.sqrt(offeredErlangs))
  for (let turn = 1; turn <= turns; turn++) {
    const coefficient = turn * (servers + 1 - turn)
    denominator += 2
    inverse = 1 / (coefficient * inverse + denominator)
    numeratorRatio = denominator + coefficient / numeratorRatio
    const factor = inverse * numeratorRatio
    fraction *= factor
    if (Math.abs(factor - 1) < 1e-16) break
  }
  return offeredErlangs * fraction
}
