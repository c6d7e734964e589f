import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { type PermitSpan, readPermitSpans } from './trainees.queries.ts'

export type { PermitSpan } from './trainees.queries.ts'

/** Who may take which contacts with whom beside them, on some day of a span; both days included. */
export async function readPermits(
  db: Db,
  span: { readonly fromDate: LocalDate; readonly toDate: LocalDate },
): Promise<readonly PermitSpan[]> {
  return readPermitSpans(db, span)
}
