import { createHash } from 'node:crypto'

import { addDays, localDateOf, startOfLocalDay } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import { addSums, NO_CONTACTS } from '#forecasting/simulation/roster-outcomes.ts'
import { type Db, inCenter } from '#server/platform/db/scope.ts'
import { JobCancelledError, type JobHandler } from '#server/platform/jobs/jobs.ts'

import { readEffectiveHistory } from '../imports/history.service.ts'
import { keptSettings } from '../staffing/queue-settings.ts'
import { halfYearOf, type HalfYearSoFar, happened, weeksToCome } from './half-year.ts'
import { judgedLines, type NamedLine } from './judged-lines.ts'
import { presentOutcome } from './present-simulation.ts'
import { readRoster, type ReadRoster } from './read-roster.ts'
import {
  SIMULATION_ENGINE_VERSION,
  type SimulationInput,
  type SimulationOutput,
} from './simulation.compute.ts'
import { insertSimulation } from './simulation.queries.ts'
import type { NewSimulation } from './simulation.schema.ts'

const RUNS_DEFAULT = 200
const SEED_DEFAULT = 1

/** An order for the simulation of a schedule. */
export interface SimulationOrder extends NewSimulation {
  readonly scheduleId: string
}

/** Simulates a schedule as it stands, in a worker thread, and stores what came of it. */
export const simulationJob: JobHandler = async (context) => {
  const { scheduleId, runs = RUNS_DEFAULT, seed = SEED_DEFAULT } = context.input as SimulationOrder
  const { read, lines, half } = await inCenter(context.db, context.scope, async (db) => {
    const roster = await readRoster(db, scheduleId)
    const judged = judgedLines(roster.works)
    return { read: roster, lines: judged, half: await halfYearSoFar(db, roster, judged[0]) }
  })
  const input: SimulationInput = {
    roster: read.roster,
    runs,
    seed,
    lines: lines.map(({ queues, isPromised, occupancyColumn }) => ({
      queues,
      isPromised,
      occupancyColumn,
    })),
    halfYear:
      half === null ? null : { soFar: half.soFar, weeks: weeksToCome(half.untilDate, half) },
  }
  const output = await context.compute.run<SimulationInput, SimulationOutput>({
    module: new URL('simulation.compute.ts', import.meta.url),
    name: 'computeSimulation',
    input,
    signal: context.signal,
    onProgress: (share, stage) => context.report(share, stage),
  })
  if (context.signal.aborted) throw new JobCancelledError()
  context.report(1, 'store')
  const { row, period } = read.loaded
  const simulationId = await inCenter(context.db, context.scope, (db) =>
    insertSimulation(db, {
      centerId: context.scope.centerId,
      scheduleId,
      revision: row.revision,
      forecastId: read.forecastId,
      overrideIds: read.overrideIds,
      runs: output.runs,
      seed,
      engineVersion: SIMULATION_ENGINE_VERSION,
      dataHash: createHash('sha256').update(JSON.stringify(input)).digest('hex').slice(0, 16),
      settings: keptSettings(read.works),
      outcome: presentOutcome(output, {
        lines,
        half,
        fromDate: period.fromDate,
        works: read.works,
      }),
      intervals: output.lines.map(({ intervals }, at) => ({
        queueIds: lines[at]?.queueIds ?? [],
        intervals,
      })),
      madeBy: context.scope.actorName,
    }),
  )
  return { simulationId, scheduleId }
}

/** The half-year that the schedule begins in, as far as the history before the schedule knows it. */
async function halfYearSoFar(
  db: Db,
  { loaded, center, works }: ReadRoster,
  line: NamedLine | undefined,
): Promise<HalfYearSoFar | null> {
  if (line?.isPromised !== true) return null
  const { fromDate } = loaded.period
  const half = halfYearOf(fromDate)
  const histories = await readEffectiveHistory(db, {
    queueIds: line.queueIds,
    fromMs: startOfLocalDay(half.fromDate, center.timezone),
    toMs: startOfLocalDay(fromDate, center.timezone),
  })
  let [soFar, lastMs] = [NO_CONTACTS, -Infinity]
  for (const { queueId, startMs, ...columns } of histories) {
    const promise = line.queues.find(({ index }) => works[index]?.queue.id === queueId)
    if (promise !== undefined) soFar = addSums(soFar, happened(columns, promise))
    lastMs = Math.max(lastMs, startMs.at(-1) ?? -Infinity)
  }
  const untilDate =
    lastMs === -Infinity
      ? half.fromDate
      : addDays(localDateOf(lastMs as EpochMs, center.timezone), 1)
  return { ...half, soFar, untilDate }
}
