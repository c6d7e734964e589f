import { randomBytes } from 'node:crypto'

export { hashPassword } from 'better-auth/crypto'

/** Characters; the longest keeps hashing from becoming a way to keep the service busy. */
export const PASSWORD_LENGTH = { min: 12, max: 128 } as const

const GENERATED_BYTES = 12

/** A password that is shown once and kept nowhere: 96 random bits in 16 characters. */
export function generatePassword(): string {
  return randomBytes(GENERATED_BYTES).toString('base64url')
}
