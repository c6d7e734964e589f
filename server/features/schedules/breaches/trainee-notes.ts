import type { Language } from '#server/platform/db/column-types.ts'

import type { LoadedSchedule } from '../load-schedule.ts'
import { type IdleReason, idleTrainees, traineesOf } from '../problem/idle-trainees.ts'
import type { PlanningQueue } from '../problem/planning-rows.ts'
import type { Staffed } from '../problem/trainee-plans.ts'
import type { Violation } from '../schedules.schema.ts'
import { ruleText } from './violation-texts.ts'

const RULE = 'P18'

type Told = Pick<Violation, 'operatorId' | 'operatorName' | 'text'>

/** Before anything is searched: trainees whom no search can place, and why. */
export function idleTraineeNotes(
  instance: LoadedSchedule['instance'],
  staffed: Staffed,
  language: Language,
): Told[] {
  return idleTrainees(instance, staffed).map(({ trainee, permit, why }) => ({
    operatorId: trainee.id,
    operatorName: trainee.fullName,
    text: textOf({ permit, why, when: 'before' }, staffed.rows.queues, language),
  }))
}

/**
 * In a schedule: trainees with an exception in its period who have no shift in it, and why. None of it stops
 * the schedule: the exception lets somebody learn, and obliges nobody.
 */
export function traineesWithoutShifts(loaded: LoadedSchedule, language: Language): Violation[] {
  const { instance, rows, shifts } = loaded
  const working = new Set(shifts.map(({ operatorId }) => operatorId))
  const idle = traineesOf(loaded).filter(({ trainee }) => !working.has(trainee.id))
  if (idle.length === 0) return []
  const known = new Map(idleTrainees(instance, loaded).map((one) => [one.trainee.id, one]))
  return idle.flatMap(({ trainee, permits }) => {
    const [first] = permits
    if (first === undefined) return []
    const { permit, why } = known.get(trainee.id) ?? { permit: first, why: 'not_found' as const }
    return [
      {
        rule: RULE,
        article: null,
        hard: false,
        operatorId: trainee.id,
        operatorName: trainee.fullName,
        shiftId: null,
        dates: [],
        at: null,
        text: textOf({ permit, why, when: 'after' }, rows.queues, language),
      },
    ]
  })
}

function textOf(
  {
    permit,
    why,
    when,
  }: {
    readonly permit: Staffed['permits'][number]
    readonly why: IdleReason | 'not_found'
    readonly when: 'before' | 'after'
  },
  queues: readonly Pick<PlanningQueue, 'id' | 'name'>[],
  language: Language,
): string {
  const queue = queues.find(({ id }) => id === permit.queueId)?.name[language] ?? permit.queueId
  return ruleText('P18_IDLE', language, { when, why, mentor: permit.mentorName, queue })
}
