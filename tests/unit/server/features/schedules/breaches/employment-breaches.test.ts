import { expect, it } from 'vitest'

import { employmentBreaches } from '#server/features/schedules/breaches/employment-breaches.ts'

/** Shifts from 09:00 in Almaty on the first four days of June 2026. */
function breaches(hiredOn: string, leftOn: string | null) {
  const shifts = [1, 2, 3, 4].map((day) => ({
    id: `s${day}`,
    operatorId: 'person',
    startsAt: `2026-06-0${day}T04:00:00.000Z`,
  }))
  const operators = [{ id: 'person', fullName: 'Айгүл Серік', hiredOn, leftOn }]
  const loaded = { rows: { timezone: 'Asia/Almaty', operators }, shifts }
  return employmentBreaches(loaded as unknown as Parameters<typeof employmentBreaches>[0], 'ru')
}

it('finds no fault from the first day of work to the last', () => {
  expect(breaches('2026-06-01', '2026-06-04')).toEqual([])
})

it('names the person, the days and the day of hire or of leaving', () => {
  expect(breaches('2026-06-02', '2026-06-02')).toEqual([
    expect.objectContaining({
      rule: 'EMPLOYMENT',
      hard: true,
      operatorName: 'Айгүл Серік',
      shiftId: 's1',
      dates: ['2026-06-01'],
      text: 'В этот день не работает в центре; принят с 2 июня 2026',
    }),
    expect.objectContaining({
      shiftId: 's3',
      dates: ['2026-06-03', '2026-06-04'],
      text: 'В этот день не работает в центре; последний день 2 июня 2026',
    }),
  ])
})
