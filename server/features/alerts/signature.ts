import { createHmac, randomBytes } from 'node:crypto'

const SECRET_BYTES = 32

/** A new secret of a webhook. */
export function newWebhookSecret(): string {
  return `kezek_hook_${randomBytes(SECRET_BYTES).toString('base64url')}`
}

/**
 * The header `kezek-signature`. The instant is signed too, so that an old message cannot be sent again
 * as a new one.
 *
 * @param body as it is sent, to the byte
 */
export function signatureOf(body: string, secret: string, nowMs: number): string {
  const seconds = Math.floor(nowMs / 1000)
  const hmac = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')
  return `t=${seconds},v1=${hmac}`
}
