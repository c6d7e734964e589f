/**
 * Natural logarithm from additions, multiplications and divisions alone.
 *
 * `Math.log` and `Math.exp` may differ in the last bit between engines and machines. A search that
 * must give the same answer everywhere cannot decide by them. The error is below 1e-15 relative.
 *
 * Source: ln x = k ln 2 + 2 artanh((m − 1) / (m + 1)) with x = m 2^k and m in [1/√2, √2).
 *
 * @throws {RangeError} if `x` is not a positive finite number
 */
export function portableLog(x: number): number {
  if (!(x > 0) || x === Infinity) {
    throw new RangeError(`x must be positive and finite, got ${x}`)
  }
  let mantissa = x
  let exponent = 0
  while (mantissa >= Math.SQRT2) {
    mantissa /= 2
    exponent++
  }
  while (mantissa < Math.SQRT1_2) {
    mantissa *= 2
    exponent--
  }
  const ratio = (mantissa - 1) / (mantissa + 1)
  let power = ratio
  let sum = 0
  for (let odd = 1; odd <= 41; odd += 2) {
    sum += power / odd
    power *= ratio * ratio
  }
  return exponent * Math.LN2 + 2 * sum
}

/**
 * ln(1 + x), exact where 1 + x would lose the digits of a small x.
 *
 * @throws {RangeError} if `x` is not a finite number above -1
 */
export function portableLog1p(x: number): number {
  if (Math.abs(x) > 0.25) return portableLog(1 + x)
  const ratio = x / (2 + x)
  let power = ratio
  let sum = 0
  for (let odd = 1; odd <= 21; odd += 2) {
    sum += power / odd
    power *= ratio * ratio
  }
  return 2 * sum
}
