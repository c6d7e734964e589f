import { createHash, randomBytes } from 'node:crypto'

const KEY_BYTES = 32
const PREFIX = 'kezek_feed_'

/** A new key for a feed. It is shown once; only its digest is kept. */
export function newFeedKey(): string {
  return PREFIX + randomBytes(KEY_BYTES).toString('base64url')
}

/** What is stored and compared: SHA-256 in hexadecimal. The key is random, so it needs no salt. */
export function digestOf(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

/** The key in `Authorization: Bearer …`; undefined when there is none. */
export function bearerKey(authorization: string | undefined): string | undefined {
  return /^Bearer (\S{20,200})$/i.exec(authorization ?? '')?.[1]
}
