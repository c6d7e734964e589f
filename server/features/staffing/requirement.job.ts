import { createHash } from 'node:crypto'

import type { QueueId } from '#forecasting/kernel/units.ts'
import type { FirstTriesOf } from '#forecasting/staffing/require-first-tries.ts'
import { STAFFING_ENGINE_VERSION } from '#forecasting/staffing/require-staff.ts'
import { rateCv } from '#forecasting/staffing/volume-doubt.ts'
import { QUANTILE_LEVELS } from '#forecasting/volume/quantile-levels.ts'
import { type Db, inCenter } from '#server/platform/db/scope.ts'
import type { JobHandler } from '#server/platform/jobs/jobs.ts'

import { readCalendar } from '../calendar/calendar.service.ts'
import type { Queue } from '../centers/centers.schema.ts'
import { readCenterSettings } from '../centers/centers.service.ts'
import { isOpenAt } from '../centers/open-hours.ts'
import { restDatesOf } from '../forecasts/called-hours.ts'
import {
  readActiveOverrideIds,
  readAdjusted,
  requireForecast,
} from '../forecasts/forecasts.service.ts'
import { readFirstTryShares } from '../imports/first-tries.service.ts'
import { keptSettings, settingsOf } from './queue-settings.ts'
import type { RequirementInput, RequirementOutput } from './requirement.compute.ts'
import { insertRequirement, insertRequirementPoints } from './staffing.queries.ts'
import type { NewRequirement } from './staffing.schema.ts'

const LOW = QUANTILE_LEVELS.indexOf(0.1)
const HIGH = QUANTILE_LEVELS.indexOf(0.9)

/** Turns a forecast, overrides applied, into required agents, and stores a new version. */
export const requirementJob: JobHandler = async (context) => {
  const order = context.input as NewRequirement
  const { forecastId, goal = 'interval', confidence = null } = order
  const { work, overrideIds } = await inCenter(context.db, context.scope, (db) =>
    readWork(db, order),
  )
  const queues = work.map(({ intervals, settings, firstTries }) => ({
    intervals,
    settings: confidence === null ? settings : { ...settings, confidence },
    ...(firstTries === undefined ? {} : { firstTries }),
  }))
  const input: RequirementInput = { goal, queues }
  const output = await context.compute.run<RequirementInput, RequirementOutput>({
    module: new URL('requirement.compute.ts', import.meta.url),
    name: 'computeRequirement',
    input,
    signal: context.signal,
    onProgress: (share, stage) => context.report(share, stage),
  })
  context.report(1, 'store')
  const { centerId, actorName: madeBy } = context.scope
  const stored = await inCenter(context.db, context.scope, async (db) => {
    const row = await insertRequirement(db, {
      centerId,
      forecastId,
      engineVersion: STAFFING_ENGINE_VERSION,
      dataHash: createHash('sha256').update(JSON.stringify(input)).digest('hex').slice(0, 16),
      overrideIds,
      settings: keptSettings(work),
      goal,
      agentHours: output.agentHours,
      everyIntervalAgentHours: output.everyIntervalAgentHours,
      firstTries: order.firstTries === true ? firstTriesByCode(work) : null,
      confidence,
      madeBy,
    })
    for (const [i, { queue, intervals }] of work.entries()) {
      const rows = (output.required[i] ?? []).map((interval, t) => ({
        ...interval,
        contacts: output.contacts[i]?.[t] ?? 0,
        ahtSeconds: intervals[t]?.handleSeconds ?? null,
      }))
      await insertRequirementPoints(
        db,
        { centerId, requirementId: row.id, queueId: queue.id },
        rows,
      )
    }
    return row
  })
  return { requirementId: stored.id, version: stored.version }
}

/** What the contacts of a queue are brought down by; nothing where it does not know who tries again. */
function firstTriesOf(
  { id, redialShare }: Queue,
  shares: ReadonlyMap<QueueId, number>,
): { readonly firstTries?: FirstTriesOf } {
  const share = shares.get(id)
  return share === undefined || redialShare === null ? {} : { firstTries: { share, redialShare } }
}

function firstTriesByCode(
  work: readonly { readonly queue: Queue; readonly firstTries?: FirstTriesOf }[],
): Readonly<Record<string, FirstTriesOf>> {
  return Object.fromEntries(
    work.flatMap(({ queue, firstTries }) =>
      firstTries === undefined ? [] : [[queue.code, firstTries] as const],
    ),
  )
}

/** Every queue with its settings, and what the forecast, overrides applied, brings it. */
async function readWork(db: Db, { forecastId, firstTries = false }: NewRequirement) {
  await requireForecast(db, forecastId)
  const { queues, ...center } = await readCenterSettings(db)
  const adjusted = await readAdjusted(db, forecastId)
  const restDates = restDatesOf(await readCalendar(db))
  const shares = firstTries ? await readFirstTryShares(db, queues) : new Map<QueueId, number>()
  const work = queues.map((queue) => ({
    queue,
    settings: settingsOf(queue, center),
    ...firstTriesOf(queue, shares),
    intervals: (adjusted.get(queue.id) ?? []).map((point) => ({
      startMs: point.startMs,
      contacts: point.adjusted,
      handleSeconds: point.ahtSeconds,
      isOpen: isOpenAt(queue, point.startMs, center.timezone, restDates),
      volumeCv: rateCv({
        mean: point.adjusted,
        low: point.quantiles[LOW] ?? point.adjusted,
        high: point.quantiles[HIGH] ?? point.adjusted,
      }),
    })),
  }))
  return { work, overrideIds: await readActiveOverrideIds(db, forecastId) }
}
