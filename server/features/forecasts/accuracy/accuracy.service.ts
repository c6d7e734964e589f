import type { QueueId } from '#forecasting/kernel/units.ts'
import { type Drift, driftOf } from '#forecasting/volume/drift.ts'
import {
  type Arrivals,
  type ScoredInterval,
  scoredIntervals,
  scoreOf,
  type ScoreStep,
  stretchesOf,
  type ToldVersion,
} from '#forecasting/volume/forecast-scores.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'
import type { Table } from '#server/platform/http/write-table.ts'

import { readCenterSettings } from '../../centers/centers.service.ts'
import { readArrivals } from '../../imports/history.service.ts'
import { readOverrides } from '../forecasts.queries.ts'
import type { Override } from '../forecasts.schema.ts'
import { toldVersion } from '../told-version.ts'
import { readTriedForecasts, type TriedForecast } from './accuracy.queries.ts'
import type { ForecastAccuracy } from './accuracy.schema.ts'

const TRIED_MS = 26 * 7 * 86_400_000
const STEPS: readonly ScoreStep[] = ['interval', 'day', 'week']

/** A version with what has come of it. */
interface Trial {
  readonly tried: TriedForecast
  readonly told: ToldVersion
  readonly intervals: readonly ScoredInterval[]
  readonly overrides: readonly Override[]
}

/**
 * How the versions of the last half year have come true for one queue: by weeks ahead, beside the
 * naive forecast of the same day; what changes by hand were worth; and whether the forecast drifts.
 *
 * @throws {ProblemError} `queue-unknown`
 */
export async function readAccuracy(db: Db, queueId: QueueId): Promise<ForecastAccuracy> {
  const { timezone, queues } = await readCenterSettings(db)
  if (!queues.some(({ id }) => id === queueId)) throw new ProblemError('queue-unknown')
  const arrivals = await readArrivals(db, queueId)
  const trials = (await readTrials(db, queueId, { arrivals, timezone })).filter(
    ({ intervals }) => intervals.length > 0,
  )
  const counting = new Set(trialsThatCount(trials))
  const counted = trials.filter((trial) => counting.has(trial))
  const judged = counted.flatMap(({ intervals }) => changedIntervals(intervals))
  return {
    versions: trials.toReversed().map((trial) => presentTrial(trial, counting.has(trial))),
    byLag: byLag(counted),
    judgement: judged.length === 0 ? null : scoreOf(judged),
    overrides: trials.flatMap(judgedOverrides),
    drift: driftOfTrials(counted),
  }
}

async function readTrials(
  db: Db,
  queueId: QueueId,
  known: { readonly arrivals: Arrivals; readonly timezone: string },
): Promise<readonly Trial[]> {
  const lastMs = known.arrivals.startMs.at(-1)
  if (lastMs === undefined) return []
  const tried = await readTriedForecasts(db, queueId, {
    from: new Date(lastMs - TRIED_MS),
    to: new Date(lastMs + 1),
  })
  const changes = await readOverrides(db, {
    forecastIds: tried.map(({ id }) => id),
    queueId,
    active: true,
  })
  return tried.map((one) => {
    const overrides = changes
      .filter(({ forecastId }) => forecastId === one.id)
      .map(({ override }) => override)
    const told = toldVersion(one, overrides)
    const intervals = scoredIntervals(told, known.arrivals, known.timezone)
    return { tried: one, told, overrides, intervals }
  })
}

/** Of several versions that begin on one day, the one that was used; else the latest. */
function trialsThatCount(trials: readonly Trial[]): readonly Trial[] {
  const byOrigin = Map.groupBy(trials, ({ tried }) => tried.from_date)
  return [...byOrigin.values()].flatMap(
    (own) => own.findLast(({ tried }) => tried.is_used) ?? own.at(-1) ?? [],
  )
}

function presentTrial(
  { tried, intervals }: Trial,
  counts: boolean,
): ForecastAccuracy['versions'][number] {
  return {
    forecastId: tried.id,
    version: tried.version,
    fromDate: tried.from_date,
    isUsed: tried.is_used,
    counts,
    byDay: scoreOf(stretchesOf(intervals, 'day')),
  }
}

/** Every version's stretches of the same weeks ahead, together. */
function byLag(trials: readonly Trial[]): ForecastAccuracy['byLag'] {
  const weeks = new Set(trials.flatMap(({ intervals }) => intervals.map((one) => one.weekAhead)))
  return [...weeks]
    .toSorted((a, b) => a - b)
    .flatMap((weekAhead) =>
      STEPS.flatMap((step) => {
        const own = trials.map(({ intervals }) =>
          intervals.filter((one) => one.weekAhead === weekAhead),
        )
        const stretches = own.flatMap((intervals) => stretchesOf(intervals, step))
        if (stretches.length === 0) return []
        return [
          { weekAhead, step, ...scoreOf(stretches), coverage80: coverageOf(own.flat(), step) },
        ]
      }),
    )
}

function coverageOf(intervals: readonly ScoredInterval[], step: ScoreStep): number | null {
  if (step !== 'interval' || intervals.length === 0) return null
  return intervals.filter(({ isInside }) => isInside).length / intervals.length
}

/** Days as far as they were changed by hand. */
function changedIntervals(intervals: readonly ScoredInterval[]) {
  return stretchesOf(
    intervals.filter(({ engine, final }) => engine !== final),
    'day',
  )
}

function judgedOverrides(trial: Trial): ForecastAccuracy['overrides'] {
  const { tried, intervals, overrides } = trial
  return overrides.flatMap((override) => {
    const [fromMs, toMs] = [Date.parse(override.from), Date.parse(override.to)]
    const inside = intervals.filter(({ startMs }) => startMs >= fromMs && startMs < toMs)
    if (inside.length === 0 || inside.length < expectedWithin(trial.told, fromMs, toMs)) return []
    const sum = (of: (one: ScoredInterval) => number): number =>
      inside.reduce((total, one) => total + of(one), 0)
    const [engine, final] = [sum((one) => one.engine), sum((one) => one.final)]
    const actual = sum((one) => one.actual)
    const helped = Math.abs(final - actual) < Math.abs(engine - actual)
    return [{ version: tried.version, ...override, engine, final, actual, helped }]
  })
}

/** Intervals of a span in which somebody was expected: all of them have come when as many are scored. */
function expectedWithin({ startMs, final }: ToldVersion, fromMs: number, toMs: number): number {
  return startMs.filter((start, i) => start >= fromMs && start < toMs && (final[i] as number) > 0)
    .length
}

/** Of each day, what the newest version that foretold it said by the engine alone. */
function driftOfTrials(trials: readonly Trial[]): Drift {
  const days = new Map<string, { actual: number; forecast: number }>()
  for (const { intervals } of trials.toSorted(byOriginDate)) {
    for (const [date, own] of Map.groupBy(intervals, (one) => one.date)) {
      days.set(date, {
        actual: own.reduce((sum, { actual }) => sum + actual, 0),
        forecast: own.reduce((sum, { engine }) => sum + engine, 0),
      })
    }
  }
  const inOrder = [...days].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, day]) => day)
  return driftOf(inOrder)
}

function byOriginDate(a: Trial, b: Trial): number {
  return a.tried.from_date < b.tried.from_date ? -1 : 1
}

/** The errors of every queue by weeks ahead and step, one row each. */
export async function accuracyTable(db: Db): Promise<Table> {
  const { queues } = await readCenterSettings(db)
  const rows: Table['rows'][number][] = []
  for (const { id, code } of queues) {
    for (const row of (await readAccuracy(db, id)).byLag) {
      rows.push([
        code,
        row.weekAhead,
        row.step,
        row.stretches,
        row.actual,
        row.wapeEngine,
        row.wapeFinal,
        row.wapeNaive,
        row.biasFinal,
        row.coverage80,
      ])
    }
  }
  return { name: 'forecast-accuracy', headers: TABLE_HEADERS, rows }
}

const TABLE_HEADERS = [
  'queue',
  'week_ahead',
  'step',
  'stretches',
  'actual',
  'wape_engine',
  'wape_final',
  'wape_naive',
  'bias_final',
  'coverage80',
]
