import type { QueueId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { findForecastQueue } from './explanation/explanation.queries.ts'
import { listForecasts } from './forecasts.queries.ts'

/** What the latest forecast found odd about a queue's history. */
export interface EngineFindings {
  /** Days that were taken for outliers. */
  readonly outliers: readonly string[]
  readonly shift: { readonly date: string; readonly factor: number } | null
}

/** Nothing before the first forecast. */
export async function readEngineFindings(db: Db, queueId: QueueId): Promise<EngineFindings> {
  const [latest] = await listForecasts(db)
  if (latest === undefined) return { outliers: [], shift: null }
  const settings = latest.settings as { readonly outliers: Readonly<Record<string, string[]>> }
  const queue = await findForecastQueue(db, latest.id, queueId)
  const [date, factor] = [queue?.shift_date ?? null, queue?.shift_factor ?? null]
  return {
    outliers: settings.outliers[queueId] ?? [],
    shift: date === null || factor === null ? null : { date, factor },
  }
}
