import { localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import type { Scope } from '#server/platform/db/scope.ts'
import { storeSample } from '#server/sample/first-centre.ts'

import { answerAs, resultOf } from './call.ts'
import { shortSample } from './short-sample.ts'
import { type TestApp, testApp } from './test-app.ts'
import { type DatabaseName, testDatabase } from './test-database.ts'

/** A service over the sample centre of today, whose next week has been planned by the real pipeline. */
export interface PlannedWeek {
  readonly connection: Connection
  readonly service: TestApp
  readonly scope: Scope
  readonly week: string
  readonly requirementId: string
  /** A draft. */
  readonly scheduleId: string
  readonly call: ReturnType<typeof answerAs>
  /** Orders long work and waits for what it made. */
  run(url: string, payload: object): Promise<Record<string, string>>
  /** Another draft of the same week; a second of search is enough where it need not be good. */
  newDraft(seed: number, timeLimitSeconds?: number): Promise<string>
  close(): Promise<void>
}

/** How long the pipeline may take on a busy machine. */
export const PLANNED_WITHIN_MS = 400_000

/** Makes the week. Close it when done. */
export async function plannedWeek(name: DatabaseName): Promise<PlannedWeek> {
  const connection = await testDatabase(name)
  const asOf = localDateOf(Date.now() as EpochMs, 'Asia/Almaty')
  const sample = shortSample(asOf)
  const scope = await storeSample({ connection }, sample)
  const service = await testApp(connection, scope)
  const call = answerAs('planner', () => service)
  const run: PlannedWeek['run'] = async (url, payload) =>
    resultOf(service, scope, (await call('POST', url, payload)).body)
  const week: string = sample.planningWeek
  const forecast = await run('/forecasts', { fromDate: week, weeks: 1 })
  const requirement = await run('/requirements', { forecastId: forecast['forecastId'] })
  const requirementId = String(requirement['requirementId'])
  const newDraft = async (seed: number, timeLimitSeconds = 1): Promise<string> => {
    const order = { requirementId, fromDate: week, days: 7, timeLimitSeconds, seed }
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
