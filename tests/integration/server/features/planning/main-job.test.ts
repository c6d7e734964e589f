import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addDays, localDate } from '#forecasting/kernel/calendar.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import type { Scope } from '#server/platform/db/scope.ts'
import { storeSample } from '#server/sample/first-centre.ts'

import { generateSampleCentre } from '../../../../../fixtures/sample/sample-centre.ts'
import { answerAs, resultOf } from '../../../../support/call.ts'
import { shortSample } from '../../../../support/short-sample.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testDatabase } from '../../../../support/test-database.ts'

const AS_OF = localDate('2026-11-24')
const sample = generateSampleCentre({ asOf: AS_OF, seed: 1 })
/** What is reckoned from a history is the same on both databases: two years of it once will do. */
const HISTORIES = { pglite: sample, postgres: shortSample(AS_OF) }

describe.each(DATABASES)('from history to a published week, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let scope: Scope
  let queueId: string

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await storeSample({ connection }, HISTORIES[name])
    service = await testApp(connection, scope)
    queueId = (await call('GET', '/queues')).queues[0].id
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const answer = answerAs('planner', () => service)
  const call = async (...order: Parameters<typeof answer>) => (await answer(...order)).body

  const finished = (job: { readonly id: string }) => resultOf(service, scope, job)

  const from = `${sample.planningWeek}T00:00:00+05:00`
  const to = `${addDays(sample.planningWeek, 7)}T00:00:00+05:00`
  const span = () =>
    `queueId=${queueId}&from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`
  let forecastId = ''
  let requirementId = ''
  let scheduleId = ''

  it('forecasts every open half-hour of the week, with a band around it', async () => {
    const fromDate = addDays(sample.planningWeek, -14)
    const { id } = await call('POST', '/forecasts', { fromDate, weeks: 4 })
    forecastId = (await finished({ id }))['forecastId'] ?? ''
    const { points } = await call('GET', `/forecasts/${forecastId}/points?${span()}`)
    expect(points).toHaveLength(7 * 48)
    for (const { low, high, volume } of points)
      expect(low <= volume && volume <= high + 1).toBe(true)
  })

  it('keeps the total that an override sets, and gives it back when it is switched off', async () => {
    const noon = `${sample.planningWeek}T12:00:00+05:00`
    const morning = `${sample.planningWeek}T09:00:00+05:00`
    const override = { queueId, from: morning, to: noon, kind: 'set', value: 300, reason: 'Trial' }
    const { overrides } = await call('POST', `/forecasts/${forecastId}/overrides`, override)
    const total = async (): Promise<number> => {
      const { points } = await call('GET', `/forecasts/${forecastId}/points?${span()}`)
      return points
        .filter(
          ({ startsAt }: { startsAt: string }) =>
            startsAt >= new Date(morning).toISOString() && startsAt < new Date(noon).toISOString(),
        )
        .reduce((sum: number, point: { adjusted: number }) => sum + point.adjusted, 0)
    }
    expect(await total()).toBeCloseTo(300, 6)
    await call('PATCH', `/forecasts/${forecastId}/overrides/${overrides[0].id}`, { active: false })
    expect(await total()).not.toBeCloseTo(300, 0)
  })

  it('requires agents, rosters more of them, and says which target decides', async () => {
    const { id } = await call('POST', '/requirements', { forecastId })
    requirementId = (await finished({ id }))['requirementId'] ?? ''
    const { points } = await call('GET', `/requirements/${requirementId}/points?${span()}`)
    expect(points).toHaveLength(7 * 48)
    for (const { agents, rostered } of points) expect(rostered).toBeGreaterThanOrEqual(agents)
    const bindings = new Set(points.map(({ binding }: { binding: string }) => binding))
    expect([...bindings].some((binding) => binding === 'asa' || binding === 'max_occupancy')).toBe(
      true,
    )
  })

  it('takes one schedule at a time, and answers while it is being solved', async () => {
    const order = { requirementId, fromDate: sample.planningWeek, days: 7, timeLimitSeconds: 3 }
    const { id } = await call('POST', '/schedules', order)
    const job = await call('GET', `/jobs/${id}`)
    expect(['queued', 'running']).toContain(job.status)
    expect(await call('POST', '/schedules', order)).toMatchObject({ type: '/problems/job-running' })
    scheduleId = (await finished({ id }))['scheduleId'] ?? ''
  })

  it('builds a week that breaks no rule, for people who are competent and not away', async () => {
    const grid = await call('GET', `/schedules/${scheduleId}/grid`)
    expect(grid.violations).toEqual([])
    expect(grid.operators).toHaveLength(64)
    expect(grid.shifts.length).toBeGreaterThan(150)
    const away = new Map(
      grid.operators.map((one: { id: string; leave: string[] }) => [one.id, one.leave]),
    )
    for (const { operatorId, startsAt } of grid.shifts) {
      const localDay = new Date(Date.parse(startsAt) + 5 * 3_600_000).toISOString().slice(0, 10)
      expect(away.get(operatorId)).not.toContain(localDay)
    }
    const idle = grid.operators.filter(({ queues }: { queues: string[] }) => queues.length === 0)
    expect(idle.length).toBeGreaterThan(0)
  })

  it('is refused to an operator, and refuses a week that breaks a rule, naming rule and person', async () => {
    const denied = await call('POST', `/schedules/${scheduleId}/publish`, {}, 'operator')
    expect(denied).toMatchObject({ type: '/problems/not-allowed', status: 403 })
    const { shifts, schedule } = await call('GET', `/schedules/${scheduleId}/grid`)
    const [shift] = shifts
    // A quarter of an hour is on no shape's grid of starts, so the move breaks R02 for certain.
    const startsAt = new Date(Date.parse(shift.startsAt) + 15 * 60_000).toISOString()
    const url = `/schedules/${scheduleId}/shifts/${shift.id}`
    const moved = await call('PATCH', url, { revision: schedule.revision, startsAt })
    expect(moved.violations.map(({ rule }: { rule: string }) => rule)).toContain('R02')
    const refused = await call('POST', `/schedules/${scheduleId}/publish`, {})
    expect(refused).toMatchObject({ type: '/problems/schedule-breaks-rules', status: 409 })
    expect(refused.errors[0].detail.length).toBeGreaterThan(10)
    const stale = await call('PATCH', url, { revision: schedule.revision, locked: true })
    expect(stale).toMatchObject({ type: '/problems/changed-meanwhile', status: 409 })
    const back = { revision: schedule.revision + 1, startsAt: shift.startsAt }
    expect((await call('PATCH', url, back)).violations).toEqual([])
  })

  it('publishes the week, after a confirmation when it comes late, and never changes it again', async () => {
    const confirmed = { confirmShortNotice: true }
    const published = await call('POST', `/schedules/${scheduleId}/publish`, confirmed)
    expect(published).toMatchObject({ status: 'published', publishedBy: 'Kezek' })
    const again = await call('POST', `/schedules/${scheduleId}/publish`, confirmed)
    expect(again).toMatchObject({ type: '/problems/schedule-published', status: 409 })
  })

  it('forecasts nothing where there is no history, and says so', async () => {
    const { imports } = await call('GET', '/imports')
    await call('POST', `/imports/${imports[0].id}/withdraw`)
    const { forecasts } = await call('GET', '/forecasts')
    expect(forecasts[0].stale).toBe(true)
    const { id } = await call('POST', '/forecasts', { fromDate: sample.planningWeek, weeks: 1 })
    const row = await service.jobs.waitFor(scope, id)
    expect(row.problem).toMatchObject({ type: '/problems/history-empty' })
  })
})
