/** What the sign-in service answered. It speaks no RFC 9457: only a code of its own. */
export interface AuthAnswer {
  readonly ok: boolean
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

/**
 * Asks the sign-in service under `/api/auth`.
 *
 * @returns null without an answer
 */
export async function postAuth(path: string, body: object): Promise<AuthAnswer | null> {
  return ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

export async function getAuth(path: string): Promise<AuthAnswer | null> {
  return ask(path, {})
}

async function ask(path: string, init: RequestInit): Promise<AuthAnswer | null> {
  try {
    const response = await fetch(`/api/auth${path}`, init)
    const body: unknown = await response.json().catch(() => null)
    return {
      ok: response.ok,
      status: response.status,
      body: typeof body === 'object' && body !== null ? { ...body } : {},
    }
  } catch {
    return null
  }
}
