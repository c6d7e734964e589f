import { createHash } from 'node:crypto'

/** The same inputs give the same hash, so what was stored can be made again and compared. */
export function hashOf(input: object): string {
  return createHash('sha256').update(JSON.stringify(input)).digest('hex').slice(0, 16)
}
