import { type Random, mulberry32 } from './random.ts'

/**
 * A generator of its own for each purpose of one seed, so that drawing one number more for a
 * purpose shifts nothing that is drawn for another.
 *
 * The label is hashed by FNV-1a in 32 bits (Fowler, Noll & Vo; public domain).
 *
 * @param seed any finite number; only its lowest 32 bits count
 */
export function randomStream(seed: number, label: string): Random {
  let hash = 0x811c9dc5 ^ (seed | 0)
  for (let index = 0; index < label.length; index += 1) {
    hash = Math.imul(hash ^ label.charCodeAt(index), 0x01000193)
  }
  return mulberry32(hash)
}
