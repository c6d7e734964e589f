import { fetchClient } from '../../lib/api.ts'
import { type AuthAnswer, postAuth } from '../../lib/auth-request.ts'
import { type ProblemView, UNREACHABLE } from '../../lib/problem.ts'
import type { Credentials } from './sign-in-form.tsx'

export type SignInOutcome =
  | { readonly kind: 'signedIn' }
  /** The password was right; a second factor is asked for. */
  | { readonly kind: 'secondFactor' }
  | { readonly kind: 'refused'; readonly problem: ProblemView }

/** Signs in; the server keeps the session in a cookie. */
export async function signIn({ login, password }: Credentials): Promise<SignInOutcome> {
  const answer = await postAuth('/sign-in/email', { email: login, password })
  if (answer?.ok === true) {
    return { kind: answer.body['twoFactorRedirect'] === true ? 'secondFactor' : 'signedIn' }
  }
  return { kind: 'refused', problem: refusal(answer, 'credentials-wrong') }
}

/** Signs in for good with the six digits of an authenticator, or with a spare code. */
export async function giveSecondFactor(typed: string): Promise<SignInOutcome> {
  const code = typed.replaceAll(/\s/g, '')
  const path = /^\d{6}$/.test(code) ? 'verify-totp' : 'verify-backup-code'
  const answer = await postAuth(`/two-factor/${path}`, { code })
  if (answer?.ok === true) return { kind: 'signedIn' }
  return { kind: 'refused', problem: refusal(answer, 'code-wrong') }
}

/** Who is signed in now; a refusal where that cannot be told. */
export async function readSignedIn(): Promise<{
  readonly id: string | null
  readonly problem: ProblemView | null
}> {
  const { data, error } = await fetchClient.GET('/api/v1/me')
  return { id: data?.id ?? null, problem: error ?? null }
}

/** Ends the session. Without an answer the cookie stays, and that is said. */
export async function signOut(): Promise<ProblemView | null> {
  const answer = await postAuth('/sign-out', {})
  return answer?.ok === true ? null : UNREACHABLE
}

function refusal(answer: AuthAnswer | null, usual: string): ProblemView {
  if (answer === null) return UNREACHABLE
  const { status, body } = answer
  if (status === 403 && body['code'] === 'USER_DISABLED') return problem('account-disabled', status)
  if (status === 429) return problem('too-many-requests', status)
  return problem(status < 500 ? usual : 'internal', status)
}

function problem(code: string, status: number): ProblemView {
  return { type: `/problems/${code}`, title: code, status }
}
