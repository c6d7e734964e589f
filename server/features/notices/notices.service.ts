import type { Db } from '#server/platform/db/scope.ts'

import { listNotices } from './notices.queries.ts'
import type { Notice } from './notices.schema.ts'

/** Nobody's own: whoever asks for the whole centre has read nothing. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

/** All that was ever published, with how many have read the version in force (п. 22). */
export async function readPublished(
  db: Db,
): Promise<readonly Omit<Notice, 'readVersion' | 'remindedAt'>[]> {
  return listNotices(db, NOBODY)
}
