/**
 * Seeded randomness. Everything in Kezek that draws at random takes one of these, so that the same
 * seed gives the same numbers on every machine.
 */

/** Draws a number in [0, 1) at every call. */
export type Random = () => number

/**
 * Mulberry32: 32 bits of state, period 2^32, the same bits on every machine because it uses only
 * 32-bit integer arithmetic.
 *
 * Source: T. Ettinger, "mulberry32" (2017), public domain.
 *
 * @param seed any finite number; only its lowest 32 bits count
 */
export function mulberry32(seed: number): Random {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
