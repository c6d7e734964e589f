import { describe, expect, it } from 'vitest'

import {
  alertFigures,
  alertsUntil,
} from '../../../../../client/features/assessments/expiry-figures.ts'

type Alert = Parameters<typeof alertFigures>[0][number]

function alert(operatorId: string, competenceCode: string, ...days: readonly number[]): Alert {
  return {
    operatorId,
    fullName: operatorId,
    competenceCode,
    validUntil: '2026-12-08',
    lowered: null,
    queueCodes: ['voice-kk'],
    keptQueueCodes: [],
    shifts: days.map((day) => ({
      id: `${operatorId} ${day}`,
      scheduleId: 'schedule',
      version: 1,
      date: `2026-12-${day}`,
      week: '2026-12-07',
      startsAt: `2026-12-${day}T04:00:00.000Z`,
    })),
  }
}
const at = (day: number, hour = 4): number => Date.UTC(2026, 11, day, hour)

describe('alertFigures', () => {
  it('counts whoever loses two competences once, and their shifts too', () => {
    const alerts = [
      alert('a', 'language.kk', 11, 10),
      alert('a', '19.2', 10),
      alert('b', '19.2', 12),
    ]
    expect(alertFigures(alerts)).toEqual({ people: 2, shifts: 3, firstMs: at(10) })
  })

  it('has no first shift where there is none', () => {
    expect(alertFigures([])).toEqual({ people: 0, shifts: 0, firstMs: null })
  })
})

describe('alertsUntil', () => {
  it('leaves out what begins later, and whom that leaves without a shift', () => {
    const alerts = [alert('a', 'language.kk', 10, 11), alert('b', '19.2', 12)]
    const found = alertsUntil(alerts, at(11))
    expect(found.map(({ operatorId }) => operatorId)).toEqual(['a'])
    expect(alertFigures(found)).toMatchObject({ shifts: 1, firstMs: at(10) })
  })
})
