import createFetchClient from 'openapi-fetch'
import createQueryClient from 'openapi-react-query'

import type { paths } from '../api/schema.d.ts'
import { UNREACHABLE } from './problem.ts'
import { sessionResumed } from './session-end.ts'

const UNAUTHORISED = 401

/**
 * Turns "no answer at all" into a problem too, so that pages have one shape of failure; and sends again what
 * was refused only because the session had ended.
 */
async function fetchOrProblem(request: Request): Promise<Response> {
  try {
    // A body can be sent once.
    const again = request.clone()
    const response = await globalThis.fetch(request)
    const isRefused = response.status === UNAUTHORISED
    return isRefused && (await sessionResumed()) ? await globalThis.fetch(again) : response
  } catch {
    return Response.json(UNREACHABLE, {
      status: UNREACHABLE.status,
      headers: { 'content-type': 'application/problem+json' },
    })
  }
}

/** The one way the client talks to the server. Paths, parameters and answers are all typed. */
export const fetchClient = createFetchClient<paths>({ baseUrl: '/', fetch: fetchOrProblem })
export const api = createQueryClient(fetchClient)
