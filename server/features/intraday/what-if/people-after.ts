import type { OperatorId, QueueId } from '#forecasting/kernel/units.ts'

import { withoutSpans } from '../../adherence/cut-spans.ts'
import type { Span } from '../../adherence/span-cursor.ts'
import type { Shift } from '../../schedules/schedules.schema.ts'
import { startingAfter } from '../hours/people-ahead.ts'
import type { PersonAhead } from '../hours/people-ahead.ts'

const HOUR_MS = 3_600_000
/** What begins later is another day's. */
const AHEAD_MS = 36 * HOUR_MS

/** Of a plan with other shifts, what tells when one person is at work. */
export interface PersonPlan {
  readonly operatorId: OperatorId
  readonly name: string
  readonly queueIds: readonly QueueId[]
  readonly shifts: readonly Pick<Shift, 'startsAt' | 'endsAt' | 'breaks'>[]
  /** Sessions of training. */
  readonly sessions: readonly Span[]
}

/**
 * When somebody will be at work under other shifts. Whoever is missing stays missing for the hour.
 *
 * @param before undefined for somebody who was not planned
 */
export function personAfter(
  plan: PersonPlan,
  before: PersonAhead | undefined,
  nowMs: number,
): PersonAhead {
  const { operatorId, name, queueIds } = plan
  const isMissing = before?.isMissing === true
  const own = plan.shifts
    .map((shift) => ({
      span: { startMs: Date.parse(shift.startsAt), endMs: Date.parse(shift.endsAt) },
      pauses: [
        ...shift.breaks.map((pause) => ({
          startMs: Date.parse(pause.startsAt),
          endMs: Date.parse(pause.endsAt),
        })),
        ...plan.sessions,
      ].toSorted((a, b) => a.startMs - b.startMs),
    }))
    .filter(({ span }) => span.endMs > nowMs && span.startMs < nowMs + AHEAD_MS)
    .flatMap(({ span, pauses }) => withoutSpans(span, pauses))
    .filter(({ endMs }) => endMs > nowMs)
  const elsewhere = before?.elsewhere ?? []
  const atWork = [...own, ...elsewhere].toSorted((a, b) => a.startMs - b.startMs)
  return {
    operatorId,
    name,
    queueIds,
    atWork: isMissing ? startingAfter(atWork, nowMs + HOUR_MS) : atWork,
    isMissing,
    elsewhere,
  }
}
