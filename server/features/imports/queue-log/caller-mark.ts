import { randomInt } from 'node:crypto'

/** Drawn anew in every process: marks of two runs cannot be compared, nor looked up in a table of numbers. */
const SALT = randomInt(2 ** 32)
/** A hidden number is sent as a word or as a few digits. */
const DIGITS_MIN = 5
const [PRIME_A, PRIME_B] = [2_654_435_761, 1_597_334_677]

/**
 * Tells one caller from another while a log is read, and no longer: two calls of one number have the
 * same mark. The number itself goes no further than here.
 *
 * @returns 0 for a caller whose number is hidden
 */
export function callerMark(text: string): number {
  let digits = 0
  let [a, b] = [SALT ^ 0xdead_beef, SALT ^ 0x41c6_ce57]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 48 || code > 57) continue
    digits++
    a = Math.imul(a ^ code, PRIME_A)
    b = Math.imul(b ^ code, PRIME_B)
  }
  if (digits < DIGITS_MIN) return 0
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909)
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909)
  return 1 + (4_294_967_296 * (b & 0xf_ffff) + (a >>> 0))
}
