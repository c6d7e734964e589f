import { type ProblemView, UNREACHABLE } from '../../lib/problem.ts'
import type { Credentials } from './sign-in-form.tsx'

/**
 * Signs in; the server keeps the session in a cookie.
 *
 * @returns null when it succeeded, else why it did not
 */
export async function signIn({ login, password }: Credentials): Promise<ProblemView | null> {
  const response = await post('/api/auth/sign-in/email', { email: login, password })
  if (response === null) return UNREACHABLE
  if (response.ok) return null
  const { status } = response
  if (status === 403 && (await codeOf(response)) === 'USER_DISABLED') {
    return problem('account-disabled', status)
  }
  if (status === 429) return problem('too-many-requests', status)
  return status < 500 ? problem('credentials-wrong', status) : problem('internal', status)
}

/** Ends the session. Without an answer the cookie stays, and that is said. */
export async function signOut(): Promise<ProblemView | null> {
  const response = await post('/api/auth/sign-out', {})
  return response?.ok === true ? null : UNREACHABLE
}

async function post(url: string, body: object): Promise<Response | null> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  } catch {
    return null
  }
}

/** The sign-in service's own word for a refusal. */
async function codeOf(response: Response): Promise<unknown> {
  const body: unknown = await response.json().catch(() => null)
  return typeof body === 'object' && body !== null && 'code' in body ? body.code : null
}

function problem(code: string, status: number): ProblemView {
  return { type: `/problems/${code}`, title: code, status }
}
