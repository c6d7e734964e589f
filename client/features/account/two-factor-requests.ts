import { type AuthAnswer, getAuth, postAuth } from '../../lib/auth-request.ts'
import { type ProblemView, UNREACHABLE } from '../../lib/problem.ts'

/** What an authenticator needs, and the way in without it. Shown once. */
export interface Enrolment {
  /** `otpauth://totp/…` with the secret in it. */
  readonly uri: string
  readonly spareCodes: readonly string[]
}

export type Outcome<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'refused'; readonly problem: ProblemView }

/** True when signing in asks for a second factor; null when it cannot be told. */
export async function readTwoFactor(): Promise<boolean | null> {
  const answer = await getAuth('/get-session')
  const user = answer?.body['user']
  if (typeof user !== 'object' || user === null || !('twoFactorEnabled' in user)) return null
  return user.twoFactorEnabled === true
}

/** Makes a secret; it counts only once a code of it has been confirmed. */
export async function beginEnrolment(password: string): Promise<Outcome<Enrolment>> {
  const answer = await postAuth('/two-factor/enable', { password })
  if (answer?.ok !== true) return refused(answer, 'password-wrong')
  const { totpURI, backupCodes } = answer.body
  const spareCodes = Array.isArray(backupCodes) ? backupCodes.map(String) : []
  return { kind: 'done', value: { uri: String(totpURI), spareCodes } }
}

/** @param code six digits of the authenticator */
export async function confirmEnrolment(code: string): Promise<Outcome<null>> {
  const answer = await postAuth('/two-factor/verify-totp', { code: code.replaceAll(/\s/g, '') })
  return answer?.ok === true ? { kind: 'done', value: null } : refused(answer, 'code-wrong')
}

export async function endTwoFactor(password: string): Promise<Outcome<null>> {
  const answer = await postAuth('/two-factor/disable', { password })
  return answer?.ok === true ? { kind: 'done', value: null } : refused(answer, 'password-wrong')
}

function refused(answer: AuthAnswer | null, usual: string): Outcome<never> {
  if (answer === null) return { kind: 'refused', problem: UNREACHABLE }
  const code =
    answer.status === 429 ? 'too-many-requests' : answer.status < 500 ? usual : 'internal'
  const problem = { type: `/problems/${code}`, title: code, status: answer.status }
  return { kind: 'refused', problem }
}
