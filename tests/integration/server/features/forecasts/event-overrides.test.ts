import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addDays } from '#forecasting/kernel/calendar.ts'
import type { Connection } from '#server/platform/db/connection.ts'

import { callAs } from '../../../../support/call.ts'
import { AFTER_HISTORY, historyCentre } from '../../../../support/history-centre.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testDatabase } from '../../../../support/test-database.ts'

const NAME = { kk: 'Жарнама', ru: 'Реклама', en: 'Advertisement' }

describe.each(DATABASES)('an override that hangs on an event, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let queueId: string
  let forecastId: string
  let eventId: string

  beforeAll(async () => {
    connection = await testDatabase(name)
    service = await testApp(connection, await historyCentre(connection, 8))
    queueId = (await call('GET', '/queues')).json().queues[0].id
    const { id } = (await call('POST', '/forecasts', { weeks: 1 })).json()
    for (;;) {
      const job = (await call('GET', `/jobs/${id}`)).json()
      if (job.status === 'failed') throw new Error(JSON.stringify(job.problem))
      if (job.status === 'done') break
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    forecastId = (await call('GET', '/forecasts')).json().forecasts[0].id
    const made = await call('POST', '/events', event(1))
    eventId = made.json().id
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const call = callAs('planner', () => service)
  /** The whole of a day of the forecast. */
  const dayOf = (day: number) => ({
    from: `${addDays(AFTER_HISTORY, day)}T00:00:00+05:00`,
    to: `${addDays(AFTER_HISTORY, day + 1)}T00:00:00+05:00`,
  })
  const event = (day: number) => ({ kind: 'campaign', name: NAME, queueId: null, ...dayOf(day) })
  const override = (day: number, part: object = {}) =>
    call('POST', `/forecasts/${forecastId}/overrides`, {
      queueId,
      kind: 'scale',
      value: 2,
      reason: 'It is told of on the radio',
      eventId,
      ...dayOf(day),
      ...part,
    })
  /** Days whose contacts are twice those of the engine. */
  const doubled = async (): Promise<number[]> => {
    const { from } = dayOf(0)
    const { to } = dayOf(6)
    const span = `from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`
    const url = `/forecasts/${forecastId}/points?queueId=${queueId}&${span}`
    const points: { startsAt: string; volume: number; adjusted: number }[] = (
      await call('GET', url)
    ).json().points
    const days = points
      .filter(({ volume, adjusted }) => volume > 0 && adjusted > 1.9 * volume)
      .map(({ startsAt }) => Math.floor((Date.parse(startsAt) - Date.parse(from)) / 86_400_000))
    return [...new Set(days)]
  }

  it('is refused at other hours than the event’s, of no event, and of another queue’s', async () => {
    expect((await override(2)).json().type).toBe('/problems/override-event-other')
    const nothing = await override(1, { eventId: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a21' })
    expect(nothing.json().type).toBe('/problems/override-event-other')
    const order = {
      code: 'chat',
      name: NAME,
      channel: 'chat',
      openingHours: Array.from({ length: 7 }, () => [{ fromMinutes: 0, toMinutes: 1440 }]),
    }
    const other = (await call('POST', '/queues', order)).json().id
    const own = (await call('POST', '/events', { ...event(3), queueId: other })).json().id
    expect((await override(3, { eventId: own })).json().type).toBe('/problems/override-event-other')
    expect(await doubled()).toEqual([])
  })

  it('counts on the event’s day, and goes with the event when that is moved', async () => {
    const made = await override(1)
    expect(made.statusCode).toBe(201)
    expect(made.json().overrides[0].event).toEqual({ id: eventId, name: NAME })
    expect(await doubled()).toEqual([1])
    await call('PUT', `/events/${eventId}`, event(4))
    expect(await doubled()).toEqual([4])
    const { overrides } = (await call('GET', `/forecasts/${forecastId}/overrides`)).json()
    expect(Date.parse(overrides[0].from)).toBe(Date.parse(dayOf(4).from))
  })

  it('changes nothing while its event lies outside the forecast', async () => {
    await call('PUT', `/events/${eventId}`, event(40))
    expect(await doubled()).toEqual([])
  })

  it('is one about its hours alone when the event is taken away, and says so', async () => {
    await call('DELETE', `/events/${eventId}`)
    const { overrides } = (await call('GET', `/forecasts/${forecastId}/overrides`)).json()
    expect(overrides[0]).toMatchObject({ event: null, active: true })
    expect(await doubled()).toEqual([1])
  })
})
