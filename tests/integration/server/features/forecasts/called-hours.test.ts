import { Readable } from 'node:stream'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addDays } from '#forecasting/kernel/calendar.ts'
import { importFile } from '#server/features/imports/imports.service.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import type { Scope } from '#server/platform/db/scope.ts'

import { callAs, resultOf } from '../../../../support/call.ts'
import { AFTER_HISTORY } from '../../../../support/history-centre.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testCentre, testDatabase } from '../../../../support/test-database.ts'

const NAME = { kk: 'Шығыс', ru: 'Исходящие', en: 'Outbound' }
const ALWAYS = Array.from({ length: 7 }, () => [{ fromMinutes: 0, toMinutes: 1440 }])

/** Six weeks of ten calls every half-hour from seven to eleven in the evening, weekends too. */
function history(): string {
  const lines = ['interval_start,queue,channel,offered,handled,aht_seconds']
  for (let day = -42; day < 0; day++) {
    for (let half = 14; half < 46; half++) {
      const clock = `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`
      lines.push(`${addDays(AFTER_HISTORY, day)}T${clock}:00+05:00,campaign,outbound,10,10,180`)
    }
  }
  return `${lines.join('\n')}\n`
}

const WEEK = 'from=2026-06-01T00:00:00%2B05:00&to=2026-06-08T00:00:00%2B05:00'

interface Point {
  readonly startsAt: string
  readonly volume: number
  readonly adjusted: number
}

describe.each(DATABASES)('calls that the centre makes, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let scope: Scope
  let queueId: string
  let forecastId: string

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await testCentre(connection)
    service = await testApp(connection, scope)
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const call = callAs('planner', () => service)
  const done = async (answer: Awaited<ReturnType<typeof call>>) =>
    resultOf(service, scope, answer.json())
  const pointsOf = async (): Promise<Point[]> => {
    const answer = await call('GET', `/forecasts/${forecastId}/points?queueId=${queueId}&${WEEK}`)
    return answer.json().points
  }
  /** Local hour in Almaty (UTC+5), and weekday with Sunday as 0. */
  const localOf = ({ startsAt }: { readonly startsAt: string }) => {
    const local = new Date(Date.parse(startsAt) + 5 * 3_600_000)
    return { hour: local.getUTCHours(), weekday: local.getUTCDay() }
  }

  it('begin with office hours in the centre’s zone', async () => {
    const order = { code: 'campaign', name: NAME, channel: 'outbound', openingHours: ALWAYS }
    const queue = (await call('POST', '/queues', order)).json()
    expect(queue.calledRegion.timezone).toBe('Asia/Almaty')
    expect(queue.calledRegion.hours[0]).toEqual([{ fromMinutes: 540, toMinutes: 1080 }])
    expect(queue.calledRegion.hours[6]).toEqual([])
    queueId = queue.id
  })

  it('are refused hours that never meet the queue’s own, a zone that is none, and other channels', async () => {
    const night = ALWAYS.map(() => [{ fromMinutes: 0, toMinutes: 360 }])
    const closed = await call('PATCH', `/queues/${queueId}`, { openingHours: night })
    expect(closed.statusCode).toBe(422)
    expect(closed.json().type).toBe('/problems/called-region-closed')
    const nowhere = { calledRegion: { timezone: 'Asia/Nowhere', hours: ALWAYS } }
    expect((await call('PATCH', `/queues/${queueId}`, nowhere)).json().type).toBe(
      '/problems/zone-unknown',
    )
    const voice = await call('POST', '/queues', {
      code: 'calls',
      name: { ...NAME, en: 'Calls' },
      channel: 'voice',
      openingHours: ALWAYS,
      calledRegion: { timezone: 'Asia/Almaty', hours: ALWAYS },
    })
    expect(voice.json().type).toBe('/problems/called-region-of-outbound')
    expect((await call('GET', '/queues')).json().queues[0].openingHours).toEqual(ALWAYS)
  })

  it('are forecast within those hours alone, and none of them is lost', async () => {
    await importFile(connection.db, scope, Readable.from([Buffer.from(history())]), {
      kind: 'intervals',
      fileName: 'history.csv',
      dryRun: false,
      language: 'en',
    })
    forecastId = (await done(await call('POST', '/forecasts', { weeks: 1 })))['forecastId'] ?? ''
    const points = await pointsOf()
    for (const point of points) {
      const { hour, weekday } = localOf(point)
      const isOffice = weekday >= 1 && weekday <= 5 && hour >= 9 && hour < 18
      expect(isOffice || point.adjusted === 0).toBe(true)
    }
    const sum = (pick: (point: Point) => number): number =>
      points.reduce((total, point) => total + pick(point), 0)
    const weekend = points.filter((point) => [0, 6].includes(localOf(point).weekday))
    expect(weekend.reduce((total, { volume }) => total + volume, 0)).toBeGreaterThan(300)
    expect(sum(({ adjusted }) => adjusted)).toBeCloseTo(
      sum(({ volume }) => volume),
      3,
    )
  })

  it('are given people in those hours alone, and the requirement is stale when they change', async () => {
    await done(await call('POST', '/requirements', { forecastId }))
    const [requirement] = (await call('GET', '/requirements')).json().requirements
    const url = `/requirements/${requirement.id}/points?queueId=${queueId}&${WEEK}`
    const { points } = (await call('GET', url)).json()
    const staffed = points.filter(({ agents }: { agents: number }) => agents > 0)
    expect(staffed.length).toBe(5 * 18)
    for (const point of staffed) expect(localOf(point).hour).toBeGreaterThanOrEqual(9)
    expect(requirement.staleBecause).toEqual([])
    // Nine in Tokyo (UTC+9) is five in Almaty.
    const tokyo = {
      timezone: 'Asia/Tokyo',
      hours: [...ALWAYS.slice(0, 5).map(() => [{ fromMinutes: 540, toMinutes: 1080 }]), [], []],
    }
    await call('PATCH', `/queues/${queueId}`, { calledRegion: tokyo })
    expect((await call('GET', '/requirements')).json().requirements[0].staleBecause).toEqual([
      'settings',
    ])
    const hours = (await pointsOf())
      .filter(({ adjusted }) => adjusted > 0)
      .map((p) => localOf(p).hour)
    expect([Math.min(...hours), Math.max(...hours)]).toEqual([7, 13])
  })
})
