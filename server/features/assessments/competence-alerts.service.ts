import { type LocalDate, mondayOf } from '#forecasting/kernel/calendar.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { centreToday } from '../operators/operators.service.ts'
import { readQueuesHeld } from '../schedules/schedules.service.ts'
import type { CompetenceAlert } from './competence-alerts.schema.ts'
import {
  type LostShift,
  readShiftsBelowLevel,
  readShiftsPastExpiry,
} from './lost-competence.queries.ts'

/** Competences that end, or are held no longer as a queue asks, inside a published schedule, with the shifts (п. 18). */
export async function readCompetenceAlerts(db: Db): Promise<CompetenceAlert[]> {
  const today = await centreToday(db)
  const lowered = await readShiftsBelowLevel(db, today)
  const expiring = await readShiftsPastExpiry(db, today)
  if (lowered.length + expiring.length === 0) return []
  const held = await readQueuesHeld(db, today)
  const alertsOf = (rows: readonly LostShift[], isLowered: boolean): CompetenceAlert[] => {
    const groups = Map.groupBy(rows, (row) => `${row.operator_id} ${row.competence_code}`)
    return [...groups.values()].flatMap((group) => {
      const [first] = group
      const last = group.at(-1)
      if (first === undefined || last === undefined) return []
      const kept = (held.get(first.operator_id) ?? []).filter(
        ({ validUntil }) => validUntil === null || validUntil >= last.date,
      )
      const { level, former_level: formerLevel, assessed_on: assessedOn } = first
      return [
        {
          operatorId: first.operator_id,
          fullName: first.full_name,
          competenceCode: first.competence_code,
          validUntil: first.valid_until,
          lowered: isLowered && formerLevel !== null ? { level, formerLevel, assessedOn } : null,
          queueCodes: [...new Set(group.map((row) => row.queue_code))],
          keptQueueCodes: kept.map(({ code }) => code),
          shifts: shiftsOf(group),
        },
      ]
    })
  }
  return [...alertsOf(lowered, true), ...alertsOf(expiring, false)]
}

/** Each shift once, although several queues may ask for what it loses. */
function shiftsOf(rows: readonly LostShift[]): CompetenceAlert['shifts'] {
  const shifts = new Map(
    rows.map((row) => [
      row.shift_id,
      {
        id: row.shift_id,
        scheduleId: row.schedule_id,
        version: row.version,
        date: row.date,
        week: mondayOf(row.date as LocalDate),
        startsAt: row.starts_at.toISOString(),
      },
    ]),
  )
  return [...shifts.values()]
}
