import { describe, expect, it } from 'vitest'

import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId, QueueId } from '#forecasting/kernel/units.ts'
import {
  barredDaysOf,
  barredSpansOf,
  competentQueues,
  employed,
  leaveDaysOf,
} from '#server/features/schedules/problem/days-at-work.ts'
import type {
  PlanningOperator,
  PlanningRows,
} from '#server/features/schedules/problem/planning-rows.ts'

const VOICE = 'voice' as QueueId
const CHAT = 'chat' as QueueId
/** Two weeks from Monday, 1 June 2026. */
const period = { fromDate: '2026-06-01' as LocalDate, days: 14 }

function person(part: {
  readonly hiredOn?: string
  readonly leftOn?: string
  readonly until?: readonly (readonly [QueueId, string | null])[]
}): PlanningOperator {
  return {
    id: 'a' as OperatorId,
    hiredOn: part.hiredOn ?? '2020-01-01',
    leftOn: part.leftOn ?? null,
    competentFor: (part.until ?? [[VOICE, null]]).map(([queueId, validUntil]) => ({
      queueId,
      validUntil,
    })),
  } as unknown as PlanningOperator
}
const isEmployed = (one: PlanningOperator): boolean =>
  employed({ operators: [one] } as Pick<PlanningRows, 'operators'>, period).length > 0
const queuesOf = (one: PlanningOperator): QueueId[] =>
  competentQueues(one, period).map(({ queueId }) => queueId)

describe('employed', () => {
  it('takes whoever works for the centre on some day of the period', () => {
    expect(isEmployed(person({ hiredOn: '2026-06-14' }))).toBe(true)
    expect(isEmployed(person({ hiredOn: '2026-06-15' }))).toBe(false)
    expect(isEmployed(person({ leftOn: '2026-06-01' }))).toBe(true)
    expect(isEmployed(person({ leftOn: '2026-05-31' }))).toBe(false)
  })
})

describe('competentQueues', () => {
  it('is every queue whose competence lasts through the period', () => {
    expect(
      queuesOf(
        person({
          until: [
            [VOICE, null],
            [CHAT, '2026-06-14'],
          ],
        }),
      ),
    ).toEqual([VOICE, CHAT])
  })

  it('leaves out a queue whose competence ends while another goes on', () => {
    const one = person({
      until: [
        [VOICE, '2026-06-13'],
        [CHAT, null],
      ],
    })
    expect(queuesOf(one)).toEqual([CHAT])
    expect(barredDaysOf(one, period)).toEqual([])
  })

  it('is what somebody can do until their last competence expires', () => {
    const one = person({
      until: [
        [VOICE, '2026-06-10'],
        [CHAT, '2026-06-03'],
      ],
    })
    expect(queuesOf(one)).toEqual([VOICE])
    expect(barredDaysOf(one, period)).toEqual([10, 11, 12, 13])
  })

  it('is nothing when all had expired before, and bars no day by that: they may learn', () => {
    const one = person({ until: [[VOICE, '2026-05-31']] })
    expect(queuesOf(one)).toEqual([])
    expect(barredDaysOf(one, period)).toEqual([])
  })
})

describe('barredSpansOf', () => {
  it('says why no shift can be given, in dates of the period', () => {
    expect(barredSpansOf(person({ hiredOn: '2026-06-03' }), period)).toEqual([
      { kind: 'not_hired', fromDate: '2026-06-01', toDate: '2026-06-02' },
    ])
    expect(
      barredSpansOf(person({ leftOn: '2026-06-12', until: [[VOICE, '2026-06-07']] }), period),
    ).toEqual([
      { kind: 'left', fromDate: '2026-06-13', toDate: '2026-06-14' },
      { kind: 'competence_expired', fromDate: '2026-06-08', toDate: '2026-06-14' },
    ])
    expect(barredSpansOf(person({}), period)).toEqual([])
  })

  it('bars a day once, for whatever reason', () => {
    const one = person({
      hiredOn: '2026-06-02',
      leftOn: '2026-06-12',
      until: [[VOICE, '2026-06-12']],
    })
    expect(barredDaysOf(one, period)).toEqual([0, 12, 13])
  })
})

describe('leave', () => {
  const absences = [{ operatorId: 'a', fromDate: '2026-05-30', toDate: '2026-06-02' }]
  const rows = { absences } as unknown as Pick<PlanningRows, 'absences'>

  it('takes the days that lie in the period', () => {
    expect(leaveDaysOf(person({}), rows, period)).toEqual([0, 1])
  })
})
