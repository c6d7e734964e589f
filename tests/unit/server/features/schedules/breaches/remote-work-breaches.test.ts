import { describe, expect, it } from 'vitest'

import { localDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'
import { remoteWorkBreaches } from '#server/features/schedules/breaches/remote-work-breaches.ts'
import type { LoadedSchedule } from '#server/features/schedules/load-schedule.ts'

const ID = 'a' as OperatorId
const span = (from: string, to: string | null, homeWeekdays = [0]) => ({
  operatorId: ID,
  homeWeekdays,
  fromDate: localDate(from),
  toDate: to === null ? null : localDate(to),
})

/** Monday, 7 December 2026, from 01:00 in Almaty: Sunday still in UTC. */
const broken = (
  remoteWork: readonly ReturnType<typeof span>[],
  workPlace: 'office' | 'home' | null = 'home',
) =>
  remoteWorkBreaches(
    {
      rows: {
        timezone: 'Asia/Almaty',
        remoteWork,
        rules: [{ code: 'remote', article: '138' }],
        operators: [{ id: ID, fullName: 'A' }],
      },
      shifts: [{ id: 's', operatorId: ID, startsAt: '2026-12-06T20:00:00.000Z', workPlace }],
    } as unknown as LoadedSchedule,
    'en',
  )

// Art. 138: who works from afar does so by agreement, or by an act of the employer for its term.
describe('remoteWorkBreaches', () => {
  it('is content on the first and on the last day of a record', () => {
    expect(broken([span('2026-12-07', null)])).toEqual([])
    expect(broken([span('2026-12-01', '2026-12-07')])).toEqual([])
  })

  it('is content on a day of combined work that is one at the office otherwise', () => {
    expect(broken([span('2026-12-01', null, [2, 4])])).toEqual([])
  })

  it.each([
    ['before the record', [span('2026-12-08', null)]],
    ['after its end', [span('2026-12-01', '2026-12-06')]],
    ['without one', []],
  ])('names a shift at home %s, with its article', (_when, remoteWork) => {
    expect(broken(remoteWork)).toMatchObject([
      {
        rule: 'REMOTE_WORK',
        article: '138',
        hard: true,
        shiftId: 's',
        dates: ['2026-12-07'],
        text: 'At home on 7 December 2026, which no record of remote work covers (art. 138)',
      },
    ])
  })

  it('asks nothing of a shift that is at the office, or goes by the record', () => {
    expect(broken([], 'office')).toEqual([])
    expect(broken([], null)).toEqual([])
  })
})
