import { createHmac } from 'node:crypto'

const STEP_SECONDS = 30
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The six digits that an authenticator shows at an instant (RFC 6238, SHA-1). */
export function totp(uri: string, nowMs: number): string {
  const secret = fromBase32(new URL(uri).searchParams.get('secret') ?? '')
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(nowMs / 1000 / STEP_SECONDS)))
  const hash = createHmac('sha1', secret).update(counter).digest()
  const offset = (hash.at(-1) ?? 0) & 0xf
  const number = hash.readUInt32BE(offset) & 0x7fff_ffff
  return sixDigits(number % 1_000_000)
}

/** Six digits that no authenticator shows at the instant, nor some minutes before or after it. */
export function wrongTotp(uri: string, nowMs: number): string {
  const steps = Array.from({ length: 21 }, (_, index) => index - 10)
  const shown = new Set(steps.map((step) => totp(uri, nowMs + step * STEP_SECONDS * 1000)))
  let guess = 0
  while (shown.has(sixDigits(guess))) guess++
  return sixDigits(guess)
}

const sixDigits = (number: number): string => String(number).padStart(6, '0')

function fromBase32(text: string): Buffer {
  let bits = ''
  for (const letter of text.replaceAll('=', '')) {
    bits += BASE32.indexOf(letter).toString(2).padStart(5, '0')
  }
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
