import type { OperatorId } from '#forecasting/kernel/units.ts'

import type { LoadedSchedule } from '../../schedules/load-schedule.ts'
import type { Moved } from '../what-if/day-moves.ts'
import { personAfter } from '../what-if/people-after.ts'
import type { DaySpan } from './days-ahead.ts'
import type { Ahead } from './hours.service.ts'
import type { PersonAhead } from './people-ahead.ts'
import { groupedHours, type HoursToWeigh } from './people-groups.ts'
import type { ClientFigures } from './promise-gap.ts'

/** The hours ahead, with the plan that may be moved. */
export interface DayInHand {
  readonly nowMs: number
  readonly ahead: Ahead
  readonly loaded: LoadedSchedule
  /** Today, and what of tomorrow is ahead, as far as the plan goes. */
  readonly days: readonly DaySpan[]
}

/** Everybody as they would be at work after some moves. */
export function peopleAfter(day: DayInHand, moved: Moved): readonly PersonAhead[] {
  const changed = new Set(moved.changes.map(({ operatorId }) => operatorId))
  const same = day.ahead.people.filter(({ operatorId }) => !changed.has(operatorId))
  const others = [...changed].map((operatorId) => {
    const before = day.ahead.people.find((one) => one.operatorId === operatorId)
    return afterMoves(day, moved, operatorId, before)
  })
  return [...same, ...others]
}

/** One of them. */
export function afterMoves(
  { ahead, loaded, nowMs }: DayInHand,
  moved: Moved,
  operatorId: OperatorId,
  before: PersonAhead | undefined,
): PersonAhead {
  const person = loaded.rows.operators.find(({ id }) => id === operatorId)
  return personAfter(
    {
      operatorId,
      name: person?.fullName ?? '',
      queueIds: ahead.skills.get(operatorId) ?? [],
      shifts: moved.shifts.filter((shift) => shift.operatorId === operatorId),
      sessions: loaded.sessions.filter((session) => session.operatorId === operatorId),
    },
    before,
    nowMs,
  )
}

export function hoursToWeigh({ model, promises, queues }: Ahead): HoursToWeigh {
  return {
    model,
    promises,
    contacts: queues.map(({ intervals }) => intervals.map(({ contacts }) => contacts)),
    intervalSeconds: queues[0]?.settings.intervalSeconds ?? 0,
  }
}

/** Clients' figures of the intervals that are not over. */
export function restOf(
  { nowMs }: DayInHand,
  people: readonly PersonAhead[],
  hours: HoursToWeigh,
): readonly ClientFigures[] {
  const { figures } = groupedHours(hours, people)
  return figures.filter((_, at) => (hours.model.intervals[at]?.endMs ?? 0) > nowMs)
}
