import { describe, expect, it } from 'vitest'

import { dayPoints, intervalPoints } from '../../../../../client/features/imports/history-points.ts'

const row = (startsAt: string, offered = 10) => ({
  startsAt,
  offered,
  handled: 9,
  abandonShare: 0.1,
  ahtSeconds: 180,
  asaSeconds: null,
})

describe('dayPoints', () => {
  it('gives a day of 25 hours its length', () => {
    const [point] = dayPoints([row('2024-02-29')], 'Asia/Almaty')
    expect((point?.endMs ?? 0) - (point?.startMs ?? 0)).toBe(25 * 3_600_000)
  })

  it('breaks where days are missing, and nowhere else', () => {
    const points = dayPoints(
      [row('2026-06-01'), row('2026-06-02'), row('2026-06-05')],
      'Asia/Almaty',
    )
    expect(points.map(({ offered }) => offered)).toEqual([10, 10, null, 10])
    expect(points[2]).toMatchObject({
      startMs: Date.parse('2026-06-03T00:00+05:00'),
      endMs: Date.parse('2026-06-05T00:00+05:00'),
    })
  })
})

describe('intervalPoints', () => {
  it('keeps a zero apart from what is not known', () => {
    const points = intervalPoints([row('2026-06-01T04:00:00Z', 0), row('2026-06-01T05:00:00Z')], 30)
    expect(points.map(({ offered }) => offered)).toEqual([0, null, 10])
  })
})
