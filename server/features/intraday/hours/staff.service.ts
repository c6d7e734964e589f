import type { QueueId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { JudgedPerson } from '../../adherence/adherence.service.ts'
import type { Span } from '../../adherence/span-cursor.ts'
import type { Queue } from '../../centers/centers.schema.ts'
import { readSkills } from '../../schedules/schedules.service.ts'
import { readRequiredByQueue } from './coverage.queries.ts'
import type { DaySpan } from './days-ahead.ts'
import { staffHours, type StaffOfInterval } from './staff-hours.ts'

export type StaffByQueue = ReadonlyMap<QueueId, ReadonlyMap<number, StaffOfInterval>>

/**
 * Who was asked for, planned and there, by queue and interval of some days; empty where no schedule is
 * published.
 *
 * @param judged of these days and the ones around them, for shifts that cross midnight
 */
export async function readStaff(
  db: Db,
  days: readonly [DaySpan, ...DaySpan[]],
  about: {
    readonly judged: readonly JudgedPerson[]
    readonly queues: readonly Pick<Queue, 'id' | 'deadlineSeconds'>[]
    readonly nowMs: number
  },
): Promise<StaffByQueue> {
  const points = []
  for (const day of days) points.push(...(await readRequiredByQueue(db, day)))
  if (points.length === 0) return new Map()
  const byStart = Map.groupBy(points, ({ startMs }) => startMs)
  const skills = await readSkills(db, days[0].date)
  const people = about.judged.map(({ person, days: own }) => ({
    queueIds: skills.get(person.id) ?? [],
    planned: own.flatMap(({ planned }) => planned.filter(({ activity }) => activity === 'work')),
    working: own.flatMap(({ adherence }) =>
      adherence.judged.filter(({ isProductive }) => isProductive),
    ),
  }))
  const waiting = new Set(
    about.queues.filter(({ deadlineSeconds }) => deadlineSeconds !== null).map(({ id }) => id),
  )
  const intervals = [...byStart.values()].flatMap(([first]): Span[] =>
    first === undefined ? [] : [first],
  )
  return staffHours(
    intervals,
    (startMs) =>
      (byStart.get(startMs) ?? []).map(({ queueId, required }) => ({
        queueId,
        agents: required,
        isDeferred: waiting.has(queueId),
      })),
    people,
    about.nowMs,
  )
}
