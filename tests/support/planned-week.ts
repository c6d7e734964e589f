import { expect } from 'vitest'

import { localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import type { Scope } from '#server/platform/db/scope.ts'
import { storeSample } from '#server/sample/first-centre.ts'

import { generateSampleCentre } from '../../fixtures/sample/sample-centre.ts'
import { type TestApp, testApp } from './test-app.ts'
import { type DatabaseName, testDatabase } from './test-database.ts'

export interface Answer {
  readonly status: number
  // oxlint-disable-next-line typescript/no-explicit-any -- each test knows what it has asked for
  readonly body: any
}

/** A service over the sample centre of today, whose next week has been planned by the real pipeline. */
export interface PlannedWeek {
  readonly connection: Connection
  readonly service: TestApp
  readonly scope: Scope
  readonly week: string
  readonly requirementId: string
  /** A draft. */
  readonly scheduleId: string
  call(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    payload?: object,
    role?: string | null,
  ): Promise<Answer>
  /** Orders long work and waits for what it made. */
  run(url: string, payload: object): Promise<Record<string, unknown>>
  /** Another draft of the same week. */
  newDraft(seed: number): Promise<string>
  close(): Promise<void>
}

/** How long the pipeline may take on a busy machine. */
export const PLANNED_WITHIN_MS = 400_000

/** Makes the week. Close it when done. */
export async function plannedWeek(name: DatabaseName): Promise<PlannedWeek> {
  const connection = await testDatabase(name)
  const asOf = localDateOf(Date.now() as EpochMs, 'Asia/Almaty')
  const sample = generateSampleCentre({ asOf, seed: 1 })
  const scope = await storeSample({ connection }, sample)
  const service = await testApp(connection, scope)
  const call: PlannedWeek['call'] = async (method, url, payload, role = 'planner') => {
    const response = await service.app.inject({
      method,
      url: `/api/v1${url}`,
      headers: role === null ? {} : { 'x-role': role },
      ...(payload === undefined ? {} : { payload }),
    })
    const body: unknown = response.body === '' ? null : response.json()
    return { status: response.statusCode, body }
  }
  const run: PlannedWeek['run'] = async (url, payload) => {
    const { status, body } = await call('POST', url, payload)
    if (status !== 202) throw new Error(`${url} was answered with ${JSON.stringify(body)}`)
    const row = await service.jobs.waitFor(scope, body.id)
    expect(row.problem).toBeNull()
    return row.result as Record<string, unknown>
  }
  const week: string = sample.planningWeek
  const forecast = await run('/forecasts', { fromDate: week, weeks: 1 })
  const requirement = await run('/requirements', { forecastId: forecast['forecastId'] })
  const requirementId = String(requirement['requirementId'])
  const newDraft = async (seed: number): Promise<string> => {
    const order = { requirementId, fromDate: week, days: 7, timeLimitSeconds: 1, seed }
    return String((await run('/schedules', order))['scheduleId'])
  }
  return {
    connection,
    service,
    scope,
    week,
    requirementId,
    scheduleId: await newDraft(1),
    call,
    run,
    newDraft,
    async close() {
      await service.close()
      await connection.close()
    },
  }
}
