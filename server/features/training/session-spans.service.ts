import type { Db } from '#server/platform/db/scope.ts'

import { readSpans, type SessionSpan } from './sessions.queries.ts'

export type { SessionSpan }

/** Who is in a session of training within `[startMs, endMs)`, and cannot take contacts meanwhile. */
export async function readSessionSpans(
  db: Db,
  span: Pick<SessionSpan, 'startMs' | 'endMs'>,
): Promise<readonly SessionSpan[]> {
  return readSpans(db, span)
}
