import { describe, expect, it } from 'vitest'

import { localDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'
import { secondJobWarnings } from '#server/features/schedules/breaches/second-job-warnings.ts'
import type { LoadedSchedule } from '#server/features/schedules/load-schedule.ts'
import {
  dayBesideSecondJob,
  elsewhereMinutes,
} from '#server/features/schedules/problem/second-job.ts'

const ID = 'a' as OperatorId
const WEEK = { fromDate: localDate('2026-12-07'), days: 7 }
const job = (minutesPerDay: number, from = '2026-01-01', to: string | null = null) => ({
  operatorId: ID,
  minutesPerDay,
  fromDate: localDate(from),
  toDate: to === null ? null : localDate(to),
})
const rules = [{ code: 'second_job', article: '68(3)', parameters: {} }]

/** Eight paid hours on Monday, 7 December, and somebody's hours elsewhere. */
const warned = (secondJobs: readonly ReturnType<typeof job>[]) =>
  secondJobWarnings(
    {
      rows: {
        timezone: 'Asia/Almaty',
        secondJobs,
        rules,
        operators: [{ id: ID, fullName: 'A' }],
      },
      shifts: [
        {
          id: 's',
          operatorId: ID,
          startsAt: '2026-12-07T04:00:00.000Z',
          endsAt: '2026-12-07T13:00:00.000Z',
          breaks: [
            {
              startsAt: '2026-12-07T08:00:00.000Z',
              endsAt: '2026-12-07T09:00:00.000Z',
              kind: 'meal',
              paid: false,
            },
          ],
        },
      ],
    } as unknown as LoadedSchedule,
    'en',
  )

// Art. 68(3): the norm of a day, eight hours, and four more.
describe('secondJobWarnings', () => {
  it('says nothing of whoever works nowhere else', () => {
    expect(warned([])).toEqual([])
  })

  it('is content with exactly four hours above the norm of a day', () => {
    expect(warned([job(240)])).toEqual([])
  })

  it('warns of a quarter of an hour more, naming article, person and day', () => {
    expect(warned([job(255)])).toMatchObject([
      {
        rule: 'SECOND_JOB',
        article: '68(3)',
        hard: false,
        operatorName: 'A',
        shiftId: 's',
        dates: ['2026-12-07'],
      },
    ])
  })

  it('counts jobs together, and none that is over', () => {
    expect(warned([job(120), job(135)])).toHaveLength(1)
    expect(warned([job(300, '2026-01-01', '2026-12-06')])).toEqual([])
    expect(warned([job(300, '2026-12-08')])).toEqual([])
  })
})

describe('dayBesideSecondJob', () => {
  it('leaves twelve hours less those elsewhere, of the longest day of the period', () => {
    const secondJobs = [job(240), job(60, '2026-12-09', '2026-12-09')]
    expect(elsewhereMinutes(ID, localDate('2026-12-08'), { secondJobs })).toBe(240)
    expect(dayBesideSecondJob(ID, { secondJobs, rules: [] }, WEEK)).toBe(420)
    expect(dayBesideSecondJob('b' as OperatorId, { secondJobs, rules: [] }, WEEK)).toBeNull()
  })
})
