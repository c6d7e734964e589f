import { createHash } from 'node:crypto'

import type { Db } from '#server/platform/db/scope.ts'

import { type CentreCalendar, readCalendar } from '../calendar/calendar.service.ts'
import type { Queue } from '../centers/centers.schema.ts'
import { readCenterSettings } from '../centers/centers.service.ts'
import { readDecisions, type StoredDecision } from '../imports/decisions.service.ts'
import { lastHistoryChange } from '../imports/history.service.ts'

/** What a forecast was made from, as far as it can change afterwards; kept with the version. */
export interface InputsMark {
  /** RFC 3339; null without any history. */
  readonly historyChangedAt: string | null
  readonly calendarHash: string
  /** Of the planner's decisions about the history; versions made before there were any have none. */
  readonly decisionsHash?: string
  /** Of which queues are like which; absent where none is like another. */
  readonly likesHash?: string
}

/** The inputs as they are now. */
export async function readInputsMark(db: Db): Promise<InputsMark> {
  return {
    historyChangedAt: (await lastHistoryChange(db))?.toISOString() ?? null,
    calendarHash: calendarHash(await readCalendar(db)),
    decisionsHash: decisionsHash(await readDecisions(db)),
    ...likesHash((await readCenterSettings(db)).queues),
  }
}

function likesHash(queues: readonly Pick<Queue, 'id' | 'likeQueueId'>[]): {
  readonly likesHash?: string
} {
  const likes = queues.flatMap(({ id, likeQueueId }) =>
    likeQueueId === null ? [] : [`${id} ${likeQueueId}`],
  )
  return likes.length === 0 ? {} : { likesHash: shortHash(likes.toSorted()) }
}

/** True when history, calendar or decisions are no longer what the forecast was made from. */
export function isStale(made: InputsMark, now: InputsMark): boolean {
  return (
    made.historyChangedAt !== now.historyChangedAt ||
    made.calendarHash !== now.calendarHash ||
    made.likesHash !== now.likesHash ||
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
  return shortHash(active)
}

function calendarHash({ days, events }: CentreCalendar): string {
  return shortHash({ days, events })
}

function shortHash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)
}
