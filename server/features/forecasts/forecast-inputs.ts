import { createHash } from 'node:crypto'

import type { Db } from '#server/platform/db/scope.ts'

import { type CentreCalendar, readCalendar } from '../calendar/calendar.service.ts'
import { readDecisions, type StoredDecision } from '../imports/decisions.service.ts'
import { lastHistoryChange } from '../imports/history.service.ts'

/** What a forecast was made from, as far as it can change afterwards; kept with the version. */
export interface InputsMark {
  /** RFC 3339; null without any history. */
  readonly historyChangedAt: string | null
  readonly calendarHash: string
  /** Of the planner's decisions about the history; versions made before there were any have none. */
  readonly decisionsHash?: string
}

/** The inputs as they are now. */
export async function readInputsMark(db: Db): Promise<InputsMark> {
  return {
    historyChangedAt: (await lastHistoryChange(db))?.toISOString() ?? null,
    calendarHash: calendarHash(await readCalendar(db)),
    decisionsHash: decisionsHash(await readDecisions(db)),
  }
}

/** True when history, calendar or decisions are no longer what the forecast was made from. */
export function isStale(made: InputsMark, now: InputsMark): boolean {
  return (
    made.historyChangedAt !== now.historyChangedAt ||
    made.calendarHash !== now.calendarHash ||
    haveDecisionsChanged(made, now)
  )
}

/** True when decisions about the history were made, or taken back, between two marks. */
export function haveDecisionsChanged(made: InputsMark, now: InputsMark): boolean {
  return (made.decisionsHash ?? NO_DECISIONS) !== (now.decisionsHash ?? NO_DECISIONS)
}

const NO_DECISIONS = decisionsHash([])

function decisionsHash(decisions: readonly StoredDecision[]): string {
  const active = decisions.filter(({ active: isActive }) => isActive).map(({ id }) => id)
  return createHash('sha256').update(JSON.stringify(active)).digest('hex').slice(0, 16)
}

function calendarHash({ days, events }: CentreCalendar): string {
  return createHash('sha256').update(JSON.stringify({ days, events })).digest('hex').slice(0, 16)
}
