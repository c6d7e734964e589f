import { describe, expect, it } from 'vitest'

import {
  lineOf,
  type SimulationLine,
  toIntervals,
  weekOf,
} from '../../../../../client/features/simulation/simulation-model.ts'

const column = (...figures: (number | null)[]) => ({
  mean: figures,
  p10: figures,
  p50: figures,
  p90: figures,
})
const START = Date.parse('2026-12-07T00:00:00Z')

describe('toIntervals', () => {
  const columns = {
    intervalMinutes: 30,
    startsAt: ['2026-12-07T00:00:00.000Z', '2026-12-07T00:30:00.000Z', '2026-12-07T01:00:00.000Z'],
    offered: column(3, 0, 5),
    asaSeconds: column(10, null, 20),
    serviceLevel: column(1, null, 0.8),
    abandonShare: column(0, null, 0.1),
    occupancy: column(0.5, 0, 0.9),
  }

  it('leaves out what nobody calls in', () => {
    const rows = toIntervals(columns, { startMs: START, endMs: START + 2 * 3_600_000 })
    expect(rows.map(({ startMs }) => startMs)).toEqual([START, START + 3_600_000])
    expect(rows[1]).toMatchObject({ endMs: START + 5_400_000, asaSeconds: { p90: 20 } })
  })

  it('keeps to the week that is shown', () => {
    expect(toIntervals(columns, { startMs: START, endMs: START + 1 })).toHaveLength(1)
  })
})

describe('lines and weeks', () => {
  const day = (fromDate: string) => ({ fromDate }) as SimulationLine['days'][number]
  const line = (queueIds: string[], dates: string[]): SimulationLine => ({
    queueIds,
    promises: [],
    days: dates.flatMap((date) => Array.from({ length: 7 }, (_, n) => day(`${date} ${n}`))),
    weeks: dates.map(day),
  })
  const together = line(['a', 'b'], ['2026-12-07', '2026-12-14'])
  const own = line(['b'], ['2026-12-07', '2026-12-14'])

  it('finds the queue that is chosen, else those that are judged together', () => {
    expect(lineOf({ lines: [together, own] }, undefined)).toBe(together)
    expect(lineOf({ lines: [together, own] }, 'b')).toBe(own)
    expect(lineOf({ lines: [together, own] }, 'c')).toBe(together)
  })

  it('finds the second week of a schedule with its own days', () => {
    const { days, week } = weekOf(together, '2026-12-14')
    expect(week?.fromDate).toBe('2026-12-14')
    expect(days.map(({ fromDate }) => fromDate)).toEqual(
      Array.from({ length: 7 }, (_, n) => `2026-12-14 ${n}`),
    )
    expect(weekOf(together, '2026-12-21')).toEqual({ days: [], week: undefined })
  })
})
