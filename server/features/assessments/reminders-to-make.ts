import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'

import type { Urgency } from './due-date.ts'
import { REMINDER_STAGES, type ReminderStage } from './reminders.schema.ts'

/** Of whose due day, and how near it was. */
export interface ReminderKey {
  readonly operatorId: OperatorId
  readonly dueOn: LocalDate
  readonly stage: ReminderStage
}

/**
 * Who has to be reminded tonight (п. 21): at 60, 30 and 7 days before the due day, and once when it has
 * passed. A due day is told of once at each stage; a night that was missed is made up for by the stage
 * that holds now, and what lies behind it is not told late.
 *
 * @param told what was made before, in any order
 */
export function remindersToMake(
  people: readonly {
    readonly operatorId: OperatorId
    readonly dueOn: LocalDate
    readonly urgency: Urgency
  }[],
  told: readonly ReminderKey[],
): ReminderKey[] {
  const key = (one: Pick<ReminderKey, 'operatorId' | 'dueOn'>): string =>
    `${one.operatorId} ${one.dueOn}`
  const nearest = new Map<string, number>()
  for (const one of told) {
    const stage = REMINDER_STAGES.indexOf(one.stage)
    nearest.set(key(one), Math.max(stage, nearest.get(key(one)) ?? -1))
  }
  return people.flatMap((person) => {
    const { operatorId, dueOn, urgency } = person
    if (urgency === 'later') return []
    const isTold = (nearest.get(key(person)) ?? -1) >= REMINDER_STAGES.indexOf(urgency)
    return isTold ? [] : [{ operatorId, dueOn, stage: urgency }]
  })
}
