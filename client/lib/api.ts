import createFetchClient from 'openapi-fetch'
import createQueryClient from 'openapi-react-query'

import type { paths } from '../api/schema.d.ts'
import { UNREACHABLE } from './problem.ts'

/** Turns "no answer at all" into a problem too, so that pages have one shape of failure. */
async function fetchOrProblem(request: Request): Promise<Response> {
  try {
    return await globalThis.fetch(request)
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
