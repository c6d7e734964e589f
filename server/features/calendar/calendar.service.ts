import type { Db } from '#server/platform/db/scope.ts'

import { listDays, listEvents } from './calendar.queries.ts'
import type { CalendarDay, SpecialEvent } from './calendar.schema.ts'

/** All that the centre knows of special days and events, past and to come. */
export interface CentreCalendar {
  readonly days: readonly CalendarDay[]
  readonly events: readonly SpecialEvent[]
}

export async function readCalendar(db: Db): Promise<CentreCalendar> {
  return { days: await listDays(db), events: await listEvents(db) }
}
