import { portableExp } from '../../kernel/portable-exp.ts'
import { portableLog } from '../../kernel/portable-log.ts'

const TABLE_SIZE = 4096

/**
 * Worsening that annealing accepts, in units of the temperature: `-ln u` for evenly spread `u` in
 * (0, 1). A table of portable logarithms, so that the search takes the same way on every machine.
 */
const TOLERANCES = Float64Array.from(
  { length: TABLE_SIZE },
  (_, i) => -portableLog((i + 0.5) / TABLE_SIZE),
)

/**
 * The rule of Metropolis: a change is accepted when `delta <= temperature × tolerance(u)`, which for
 * uniform `u` has the probability `exp(-delta / temperature)`.
 *
 * @param u uniform in [0, 1)
 */
export function tolerance(u: number): number {
  return TOLERANCES[Math.floor(u * TABLE_SIZE)] as number
}

/** Falls by the same factor in every step, from `hottest` at share 0 to `coldest` at share 1. */
export function temperatureAt(
  range: { readonly hottest: number; readonly coldest: number },
  share: number,
): number {
  return range.hottest * portableExp(portableLog(range.coldest / range.hottest) * share)
}
