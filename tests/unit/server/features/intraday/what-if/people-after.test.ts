import { describe, expect, it } from 'vitest'

import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { PersonAhead } from '#server/features/intraday/hours/people-ahead.ts'
import { personAfter } from '#server/features/intraday/what-if/people-after.ts'

const NOW = Date.parse('2026-11-25T06:00:00Z')
const at = (clock: string): string => `2026-11-25T${clock}:00.000Z`
const span = (from: string, to: string) => ({
  startMs: Date.parse(at(from)),
  endMs: Date.parse(at(to)),
})
const plan = {
  operatorId: 'p' as OperatorId,
  name: 'P',
  queueIds: [],
  shifts: [
    {
      startsAt: at('04:00'),
      endsAt: at('12:00'),
      breaks: [{ startsAt: at('08:00'), endsAt: at('08:30'), kind: 'meal' as const, paid: false }],
    },
  ],
  sessions: [span('10:00', '11:00')],
}
const before: PersonAhead = { ...plan, atWork: [], isMissing: false, elsewhere: [] }

describe('personAfter', () => {
  it('takes breaks and sessions out of what is still to come', () => {
    expect(personAfter(plan, before, NOW).atWork).toEqual([
      span('04:00', '08:00'),
      span('08:30', '10:00'),
      span('11:00', '12:00'),
    ])
  })

  it('leaves out what is over', () => {
    expect(personAfter(plan, before, Date.parse(at('09:00'))).atWork[0]).toEqual(
      span('08:30', '10:00'),
    )
  })

  it('keeps what another schedule plans, before and after', () => {
    const elsewhere = [span('02:00', '03:30'), span('20:00', '23:00')]
    expect(personAfter({ ...plan, shifts: [] }, { ...before, elsewhere }, NOW).atWork).toEqual(
      elsewhere,
    )
  })

  it('keeps whoever is missing away for the hour, whatever is planned now', () => {
    const missing = { ...before, isMissing: true }
    expect(personAfter(plan, missing, NOW).atWork[0]).toEqual(span('07:00', '08:00'))
  })
})
