import { ProblemError } from '../http/problem.ts'
import { type Auth, toWebHeaders } from './auth.ts'

/**
 * Changes the password of whoever the headers' session belongs to, and ends their other sessions.
 *
 * @returns the cookies of the new session
 * @throws {ProblemError} `password-wrong` if the current password is another
 */
export async function changeOwnPassword(
  auth: Auth,
  headers: Parameters<typeof toWebHeaders>[0],
  passwords: { readonly currentPassword: string; readonly newPassword: string },
): Promise<string[]> {
  const answer = await auth.api.changePassword({
    body: { ...passwords, revokeOtherSessions: true },
    headers: toWebHeaders(headers),
    asResponse: true,
  })
  // The schema has checked the rest, and the guard the session.
  if (answer.status === 400) throw new ProblemError('password-wrong')
  if (!answer.ok) throw new Error(`changing a password was answered with ${answer.status}`)
  return answer.headers.getSetCookie()
}
