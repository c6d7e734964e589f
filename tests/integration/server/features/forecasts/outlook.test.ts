import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addQueue } from '#server/features/centers/centers.service.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'

import { callAs } from '../../../../support/call.ts'
import { historyCentre } from '../../../../support/history-centre.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testDatabase } from '../../../../support/test-database.ts'

describe.each(DATABASES)('the outlook by month, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let scope: Scope
  let queueId = ''

  beforeAll(async () => {
    connection = await testDatabase(name)
    // From 6 October 2025 to 31 May 2026: seven whole months.
    scope = await historyCentre(connection, 34)
    service = await testApp(connection, scope)
    queueId = (await get('/queues')).json().queues[0].id
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const call = callAs('head', () => service)
  const get = (url: string, role?: string | null) => call('GET', url, undefined, role)

  const outlook = async (query = '') => get(`/outlook?queueId=${queueId}${query}`)

  it('tells months ahead beside those that came', async () => {
    const { months, history, ...learned } = (await outlook('&months=12')).json()
    expect(learned).toEqual({ annualGrowth: 0, growthIs: 'unknown', knowsSeasons: false })
    expect(history.map(({ month }: { month: string }) => month)).toEqual([
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
      '2026-03',
      '2026-04',
      '2026-05',
    ])
    // 160 contacts a day.
    expect(history.at(-1).contacts).toBe(31 * 160)
    expect(months).toHaveLength(12)
    expect(months[0]).toMatchObject({ month: '2026-06', scenario: null })
    expect(months[0].learned.mean / (30 * 160)).toBeCloseTo(1, 1)
    expect(months[0].learned.low).toBeLessThan(months[0].learned.mean)
    expect(months[0].learned.high).toBeGreaterThan(months[0].learned.mean)
  })

  it('tells the days of a month, which sum to it, and all days as a table', async () => {
    const { months } = (await outlook('&months=12&growthPercent=10')).json()
    const query = `queueId=${queueId}&months=12&growthPercent=10`
    const { days } = (await get(`/outlook/days?${query}&month=2026-07`)).json()
    expect(days).toHaveLength(31)
    expect(days[0].date).toBe('2026-07-01')
    for (const kind of ['learned', 'scenario']) {
      const sum = days.reduce(
        (total: number, day: Record<string, { mean: number }>) => total + (day[kind]?.mean ?? 0),
        0,
      )
      expect(sum).toBeCloseTo(months[1][kind].mean, 3)
    }
    const table = await get(`/outlook/file?${query}&by=day&format=csv`)
    const lines = table.body.trim().split(/\r?\n/)
    expect(lines[0]).toContain('day')
    expect(lines).toHaveLength(1 + 365)
  })

  it('sets a scenario beside it', async () => {
    const query = '&months=24&growthPercent=10&stepMonth=2027-01&stepPercent=50'
    const { months } = (await outlook(query)).json()
    const ratio = (month: string): number => {
      const found = months.find((one: { month: string }) => one.month === month)
      return found.scenario.high / found.learned.high
    }
    // A year of growth by a tenth, and half again since January; a given growth has a narrower band.
    expect(ratio('2027-05')).toBeGreaterThan(1.35)
    expect(ratio('2027-05')).toBeLessThan(1.65)
    expect(ratio('2026-12')).toBeLessThan(1.1)
  })

  it('exports a table', async () => {
    const response = await get(
      `/outlook/file?queueId=${queueId}&months=6&growthPercent=5&format=csv`,
    )
    const lines = response.body.replace('\uFEFF', '').trim().split('\r\n')
    expect(lines[0]).toBe('month;mean;low80;high80;scenario_mean;scenario_low80;scenario_high80')
    expect(lines).toHaveLength(7)
    expect(lines[1]).toMatch(/^2026-06;\d/)
  })

  it('refuses what it cannot tell', async () => {
    const type = async (query: string) => (await outlook(query)).json().type
    expect(await type('&stepMonth=2027-01')).toBe('/problems/step-incomplete')
    expect(await type('&stepMonth=2027-13&stepPercent=5')).toBe('/problems/invalid-request')
    expect(await type('&months=40')).toBe('/problems/invalid-request')
    expect((await get(`/outlook?queueId=${randomUUID()}`)).json().type).toBe(
      '/problems/queue-unknown',
    )
    expect((await get(`/outlook?queueId=${queueId}`, null)).statusCode).toBe(401)
    const empty = await inCenter(connection.db, scope, (db) =>
      addQueue(db, scope.centerId, {
        code: 'empty',
        name: { kk: 'Бос', ru: 'Пустая', en: 'Empty' },
        channel: 'chat',
        openingHours: Array.from({ length: 7 }, () => []),
      }),
    )
    expect((await get(`/outlook?queueId=${empty.id}`)).json().type).toBe('/problems/history-empty')
  })
})
