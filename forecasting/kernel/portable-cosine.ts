/**
 * Cosine of an angle in whole turns, from additions and multiplications alone, for the reason given
 * in `portable-log.ts`. Exactly periodic; the error is below 1e-15.
 *
 * Source: the Taylor series on an eighth of a turn, with cos 2x = 2 cos² x − 1 from there.
 *
 * @throws {RangeError} if `turns` is not finite
 */
export function cosineOfTurns(turns: number): number {
  if (!Number.isFinite(turns)) throw new RangeError(`turns must be finite, got ${turns}`)
  const part = Math.abs(turns - Math.round(turns))
  const quarter = part > 0.25 ? 0.5 - part : part
  const half = Math.PI * quarter
  let term = 1
  let cosine = 1
  for (let n = 2; n <= 20; n += 2) {
    term *= -(half * half) / (n * (n - 1))
    cosine += term
  }
  const whole = 2 * cosine * cosine - 1
  return part > 0.25 ? -whole : whole
}
