import { type LocalDate, addDays, localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import type { Language } from '#server/platform/db/column-types.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { NOTICE_DAYS_DEFAULT, noticeDays, violationsOf } from '../breaches/check-publishable.ts'
import { loadSchedule, type LoadedSchedule } from '../load-schedule.ts'
import { addToSettings, type ScheduleRow } from '../schedules.queries.ts'
import type { Schedule } from '../schedules.schema.ts'
import { presentSchedule } from '../schedules.service.ts'
import { readNewerChanges, takeOver } from './newer-changes.service.ts'
import { findPublished } from './published.queries.ts'
import { publishOnRecord } from './trainee-uses.ts'

/**
 * Publishes a draft: refused while a hard rule is broken, and asked again when it comes too late.
 *
 * @throws {ProblemError} `schedule-breaks-rules`, with every violation named; `publish-notice-short`;
 *   `schedule-overlaps-published` when it would replace a published one only in part;
 *   `publish-undoes-changes` when it would undo what was changed in what is published, and nobody said so
 */
export async function publish(
  db: Db,
  scheduleId: string,
  wish: {
    readonly by: string
    readonly language: Language
    readonly nowMs: EpochMs
    readonly confirmShortNotice: boolean
    readonly newerChanges?: 'keep' | 'override'
  },
): Promise<Schedule> {
  const draft = await loadSchedule(db, scheduleId)
  const { row } = draft
  if (row.status !== 'draft') throw new ProblemError('schedule-published')
  await refusePartialOverlap(db, row)
  const loaded = await withNewerChanges(db, draft, wish.newerChanges)
  const hard = violationsOf(loaded, wish.language).filter((violation) => violation.hard)
  if (hard.length > 0) {
    throw new ProblemError('schedule-breaks-rules', {
      values: { count: hard.length },
      errors: hard.map(({ operatorName, text, at }) => ({
        pointer: [operatorName, at].filter(Boolean).join(', '),
        detail: text,
      })),
    })
  }
  const rule = loaded.rows.rules.find(({ code }) => code === 'shift_notice')
  const days = noticeDays(localDateOf(wish.nowMs, loaded.rows.timezone), loaded.period.fromDate)
  const needed = rule?.parameters['calendarDays'] ?? NOTICE_DAYS_DEFAULT
  if (days < needed && !wish.confirmShortNotice) {
    throw new ProblemError('publish-notice-short', {
      values: { days, begun: days < 0 ? 'yes' : 'no' },
    })
  }
  return presentSchedule(await publishOnRecord(db, row, { loaded, by: wish.by }))
}

/** A draft with what was changed meanwhile in what is published, where that is to be kept. */
async function withNewerChanges(
  db: Db,
  draft: LoadedSchedule,
  wish: 'keep' | 'override' | undefined,
): Promise<LoadedSchedule> {
  const undone = await readNewerChanges(db, draft)
  if (undone.length === 0) return draft
  if (wish === undefined) {
    throw new ProblemError('publish-undoes-changes', { values: { count: undone.length } })
  }
  if (wish === 'override') {
    const overrode = undone.map(({ change: { operatorId, date, version } }) => ({
      operatorId,
      date,
      version,
    }))
    await addToSettings(db, draft.row.id, { overrode })
    return draft
  }
  await takeOver(db, draft, undone)
  return loadSchedule(db, draft.row.id)
}

/** A person must have one published plan for a day: a version replaces another whole, or not at all. */
async function refusePartialOverlap(db: Db, row: ScheduleRow): Promise<void> {
  const fromDate = row.from_date as LocalDate
  const toDate = addDays(fromDate, row.days)
  const overlapping = await findPublished(db, { fromDate, toDate: addDays(toDate, -1) })
  const partial = overlapping.find((other) => {
    const otherEnd = addDays(other.from_date as LocalDate, other.days)
    return other.from_date < fromDate || otherEnd > toDate
  })
  if (partial === undefined) return
  const last = addDays(partial.from_date as LocalDate, partial.days - 1)
  throw new ProblemError('schedule-overlaps-published', {
    values: { version: partial.version, from: partial.from_date, to: last },
  })
}
