import { describe, expect, it } from 'vitest'

import { addDays, type LocalDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId, QueueId } from '#forecasting/kernel/units.ts'
import { checkSchedule } from '#forecasting/scheduling/check-schedule.ts'
import {
  type Instance,
  MINUTES_PER_DAY,
  type Schedule as Plan,
} from '#forecasting/scheduling/instance.ts'
import { solve } from '#forecasting/scheduling/solve.ts'
import { idleTrainees } from '#server/features/schedules/problem/idle-trainees.ts'
import {
  permitsIn,
  withoutLonelyTrainees,
  withTrainees,
} from '#server/features/schedules/problem/trainee-plans.ts'

import { fixture } from '../../../../forecasting/scheduling/fixture.ts'

const MONDAY = '2026-06-01' as LocalDate
const QUEUE = 'q' as QueueId
const period = { fromDate: MONDAY, days: 7, timezone: 'Asia/Almaty' }
const base = fixture('cc-010-w1-a')
/** Of one contract, so that a shift of the one can lie within a shift of the other. */
const [TRAINEE = '', MENTOR = '', OTHER = ''] = base.operators
  .filter(({ contract }) => contract === 'FT40')
  .map(({ id }) => id)
/** As the service hands it over: somebody without a competence owes nothing. */
const problem: Instance = {
  ...base,
  operators: base.operators.map((operator) =>
    operator.id === TRAINEE ? { ...operator, skills: [], periodTargetPaidMin: 0 } : operator,
  ),
}
type Staffed = Parameters<typeof withTrainees>[1]
type Permit = Staffed['permits'][number]

const permit = (part: Partial<Permit> = {}): Permit => ({
  id: 'permit',
  operatorId: TRAINEE as OperatorId,
  mentorId: MENTOR as OperatorId,
  mentorName: 'Борисов',
  queueId: QUEUE,
  fromDate: MONDAY,
  toDate: addDays(MONDAY, 6),
  allowedBy: 'Кадровик',
  ...part,
})

function staffed(permits: readonly Permit[], parts: { readonly mentorUntil?: LocalDate } = {}) {
  const rows = {
    operators: base.operators.map(({ id, contract }) => ({
      id: id as OperatorId,
      personnelNumber: id,
      contractCode: contract,
      contracts: [{ fromDate: '2020-01-01', code: contract }],
      hiredOn: '2020-01-01',
      leftOn: null,
      competentFor:
        id === TRAINEE
          ? []
          : [{ queueId: QUEUE, validUntil: id === MENTOR ? (parts.mentorUntil ?? null) : null }],
    })),
    contracts: base.contracts.map(({ id }) => ({ code: id, regime: 'shift' })),
    absences: [],
    calendar: [],
    weeklyLimits: [],
  }
  return { rows, period, permits, sessions: [] } as unknown as Staffed
}
const traineeIn = ({ operators }: Instance) => operators.find(({ id }) => id === TRAINEE)
const shiftsOf = ({ shifts }: Plan, op: string) => shifts.filter((shift) => shift.op === op)
const spanOf = ({ shape }: Plan['shifts'][number]): number =>
  base.shapes.find(({ id }) => id === shape)?.spanMin ?? 0

describe('withTrainees', () => {
  it('leaves a problem as it was without an exception, and with one of somebody competent', () => {
    expect(withTrainees(problem, staffed([]))).toBe(problem)
    expect(withTrainees(problem, staffed([permit({ operatorId: OTHER as OperatorId })]))).toBe(
      problem,
    )
  })

  it('owes the hours of the days of the exception alone, and bars the others', () => {
    const whole = traineeIn(withTrainees(problem, staffed([permit()])))
    const contract = base.contracts.find(({ id }) => id === whole?.contract)
    expect(whole?.periodTargetPaidMin).toBe(contract?.periodTargetPaidMin)
    const part = traineeIn(withTrainees(problem, staffed([permit({ toDate: addDays(MONDAY, 3) })])))
    expect(part?.periodTargetPaidMin).toBe(
      Math.round(((contract?.periodTargetPaidMin ?? 0) * 4) / 7),
    )
    expect(part?.unavailable).toContainEqual([4 * MINUTES_PER_DAY, 5 * MINUTES_PER_DAY])
    expect(part?.skills).toEqual([])
  })

  it('ends when the competence of the mentor does', () => {
    const until = (day: number) => ({ mentorUntil: addDays(MONDAY, day) })
    expect(withTrainees(problem, staffed([permit()], until(-1)))).toBe(problem)
    const made = withTrainees(problem, staffed([permit()], until(5)))
    expect(permitsIn(made)).toEqual(['permit'])
    expect(traineeIn(made)?.unavailable).toContainEqual([6 * MINUTES_PER_DAY, 7 * MINUTES_PER_DAY])
    expect(traineeIn(made)?.unavailable).not.toContainEqual([
      5 * MINUTES_PER_DAY,
      6 * MINUTES_PER_DAY,
    ])
  })

  it('takes the mentor of most days', () => {
    const two = [
      permit({ id: 'short', toDate: addDays(MONDAY, 1) }),
      permit({ id: 'long', mentorId: OTHER as OperatorId, fromDate: addDays(MONDAY, 2) }),
    ]
    const made = withTrainees(problem, staffed(two))
    expect(permitsIn(made)).toEqual(['long'])
    expect(made.plannerRules).toMatchObject([{ other: OTHER, for: { operators: [TRAINEE] } }])
  })

  it('lets the search place the trainee, and only while the mentor is on shift', () => {
    const options = { seed: 3, iterations: 60_000 }
    expect(shiftsOf(solve(problem, options).schedule, TRAINEE)).toEqual([])
    const instance = withTrainees(problem, staffed([permit()]))
    const plan = withoutLonelyTrainees(instance, solve(instance, options).schedule)
    const mentor = shiftsOf(plan, MENTOR)
    const trainee = shiftsOf(plan, TRAINEE)
    expect(trainee.length).toBeGreaterThan(0)
    for (const shift of trainee) {
      const beside = mentor.some(
        (one) => one.start <= shift.start && shift.start + spanOf(shift) <= one.start + spanOf(one),
      )
      expect(beside).toBe(true)
    }
    expect(checkSchedule(instance, plan)).toEqual([])
  })

  it('takes away a trainee’s shift whose mentor is not there, unless it is locked', () => {
    const instance = withTrainees(problem, staffed([permit()]))
    const solved = solve(instance, { seed: 3, iterations: 60_000 }).schedule
    const alone = { ...solved, shifts: solved.shifts.filter(({ op }) => op !== MENTOR) }
    expect(shiftsOf(withoutLonelyTrainees(instance, alone), TRAINEE)).toEqual([])
    const [first] = shiftsOf(alone, TRAINEE)
    const day = Math.floor((first?.start ?? 0) / MINUTES_PER_DAY)
    const lock = { op: TRAINEE, day, start: first?.start ?? 0, shape: first?.shape ?? '' }
    const locked = withoutLonelyTrainees({ ...instance, locks: [lock] }, alone)
    expect(shiftsOf(locked, TRAINEE)).toEqual([first])
  })
})

describe('idleTrainees', () => {
  const whyOf = (permits: readonly Permit[], parts?: Parameters<typeof staffed>[1]) => {
    const rows = staffed(permits, parts)
    return idleTrainees(withTrainees(problem, rows), rows).map(({ why }) => why)
  }

  it('misses nobody whom the search can place', () => {
    expect(whyOf([permit()])).toEqual([])
    expect(whyOf([])).toEqual([])
  })

  it('says that the mentor is not here, or may not teach', () => {
    expect(whyOf([permit({ mentorId: 'gone' as OperatorId })])).toEqual(['not_here'])
    expect(whyOf([permit()], { mentorUntil: addDays(MONDAY, -1) })).toEqual(['not_competent'])
  })

  it('says that a shift of a longer contract lies within none of the mentor', () => {
    const { id = '' } = base.operators.find(({ contract }) => contract === 'SW12') ?? {}
    // The other way round the shorter one lies within: a mentor of twelve hours.
    expect(whyOf([permit({ mentorId: id as OperatorId })])).toEqual([])
    const short = base.operators.find(({ contract }) => contract === 'PT20')
    expect(whyOf([permit({ mentorId: (short?.id ?? '') as OperatorId })])).toEqual(['apart'])
  })
})
