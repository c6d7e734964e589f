import { createHash } from 'node:crypto'

import type { Db } from '#server/platform/db/scope.ts'

import { type CentreCalendar, readCalendar } from '../calendar/calendar.service.ts'
import { lastHistoryChange } from '../imports/history.service.ts'

/** What a forecast was made from, as far as it can change afterwards; kept with the version. */
export interface InputsMark {
  /** RFC 3339; null without any history. */
  readonly historyChangedAt: string | null
  readonly calendarHash: string
}

/** The inputs as they are now. */
export async function readInputsMark(db: Db): Promise<InputsMark> {
  return {
    historyChangedAt: (await lastHistoryChange(db))?.toISOString() ?? null,
    calendarHash: calendarHash(await readCalendar(db)),
  }
}

/** True when history or calendar are no longer what the forecast was made from. */
export function isStale(made: InputsMark, now: InputsMark): boolean {
  return made.historyChangedAt !== now.historyChangedAt || made.calendarHash !== now.calendarHash
}

function calendarHash({ days, events }: CentreCalendar): string {
  return createHash('sha256').update(JSON.stringify({ days, events })).digest('hex').slice(0, 16)
}
