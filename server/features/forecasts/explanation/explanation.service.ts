import { type LocalDate, localDate, startOfLocalDay } from '#forecasting/kernel/calendar.ts'
import type { QueueId } from '#forecasting/kernel/units.ts'
import { type DayParts, explainDay, explainMove } from '#forecasting/volume/day-explanation.ts'
import { DAY_PARTS, type DayPart } from '#forecasting/volume/day-kernel.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { readCenterSettings } from '../../centers/centers.service.ts'
import { readArrivals } from '../../imports/history.service.ts'
import { haveDecisionsChanged, type InputsMark } from '../forecast-inputs.ts'
import type { ForecastRow } from '../forecasts.queries.ts'
import { readAdjusted, requireForecast } from '../forecasts.service.ts'
import { knownDays, sumsByDay } from '../outlook/day-sums.ts'
import { adjustedQuantiles } from '../overrides/apply-overrides.ts'
import {
  findExplainedBefore,
  findForecastQueue,
  type ForecastDayRow,
  type ForecastQueueRow,
  readForecastDays,
} from './explanation.queries.ts'
import type { ExplainedDay, ForecastExplanation } from './explanation.schema.ts'

/**
 * Why a version says what it says of a queue, day by day, and why that is no longer what the
 * version before it said.
 *
 * @throws {ProblemError} `forecast-unknown`, `explanation-missing`
 */
export async function explainForecast(
  db: Db,
  forecastId: string,
  queueId: QueueId,
): Promise<ForecastExplanation> {
  const forecast = await requireForecast(db, forecastId)
  const learned = await findForecastQueue(db, forecastId, queueId)
  if (learned === undefined) throw new ProblemError('explanation-missing')
  const { timezone } = await readCenterSettings(db)
  const before = await findExplainedBefore(db, forecast, queueId)
  const told = before === undefined ? [] : await readForecastDays(db, before.id, queueId)
  const points = (await readAdjusted(db, forecastId, queueId)).get(queueId) ?? []
  const volumes = points.map(({ startMs, adjusted: volume }) => ({ startMs, volume }))
  const adjusted = sumsByDay(volumes, timezone)
  const [first = forecast.from_date] = [
    forecast.from_date,
    ...told.map(({ day }) => day),
  ].toSorted()
  const arrivals = await readArrivals(db, queueId, {
    fromMs: startOfLocalDay(localDate(first), timezone),
    toMs: startOfLocalDay(localDate(forecast.to_date), timezone),
  })
  const came = knownDays(arrivals, volumes, timezone)
  const earlier = new Map(told.map((row) => [row.day, row]))
  const rows = await readForecastDays(db, forecastId, queueId)
  return {
    ...presentLearned(learned),
    before:
      before === undefined
        ? null
        : {
            forecastId: before.id,
            version: before.version,
            because: causesOf(before, forecast),
            added: addedSince(told, forecast.from_date, came),
          },
    days: rows.map((row) =>
      presentDay(row, {
        earlier: earlier.get(row.day),
        adjusted: adjusted.get(row.day as LocalDate) ?? row.volume,
        actual: came.get(row.day as LocalDate) ?? null,
      }),
    ),
  }
}

function presentLearned(
  row: ForecastQueueRow,
): Pick<ForecastExplanation, 'members' | 'shift' | 'history'> {
  const { shift_date: date, shift_factor: factor } = row
  return {
    members: row.members,
    shift: date === null || factor === null ? null : { date, factor },
    history: {
      from: row.history_from.toISOString(),
      to: row.history_to.toISOString(),
      contacts: row.history_contacts,
    },
  }
}

type Cause = NonNullable<ForecastExplanation['before']>['because'][number]

/** What of the inputs is not the same in two versions. */
function causesOf(before: ForecastRow, after: ForecastRow): Cause[] {
  const [a, b] = [before.settings as InputsMark, after.settings as InputsMark]
  const causes: Cause[] = []
  if (a.historyChangedAt !== b.historyChangedAt || before.from_date !== after.from_date) {
    causes.push('history')
  }
  if (a.calendarHash !== b.calendarHash) causes.push('calendar')
  if (haveDecisionsChanged(a, b)) causes.push('decisions')
  if (before.engine_version !== after.engine_version) causes.push('engine')
  return causes
}

/** How the days that the earlier version foretold, and this one has learned from, came out. */
function addedSince(
  told: readonly ForecastDayRow[],
  originDate: string,
  came: ReadonlyMap<LocalDate, number>,
): NonNullable<ForecastExplanation['before']>['added'] {
  const own = told.filter(({ day }) => day < originDate && came.has(day as LocalDate))
  if (own.length === 0) return null
  return {
    days: own.length,
    came: own.reduce((sum, { day }) => sum + (came.get(day as LocalDate) ?? 0), 0),
    expected: own.reduce((sum, { volume }) => sum + volume, 0),
  }
}

function presentDay(
  row: ForecastDayRow,
  beside: {
    readonly earlier: ForecastDayRow | undefined
    readonly adjusted: number
    readonly actual: number | null
  },
): ExplainedDay {
  const { adjusted, actual } = beside
  const { volume, special_kind: kind, special_name: name } = row
  const quantiles = adjustedQuantiles(row.quantiles, volume, adjusted)
  return {
    date: row.day,
    volume,
    adjusted,
    low: quantiles[2] ?? 0,
    high: quantiles[6] ?? 0,
    actual,
    special: kind === null || name === null ? null : { kind, name },
    parts: row.parts === null ? null : presentParts(row.parts, volume),
    moved: presentMove(beside.earlier, row),
  }
}

function presentParts(parts: readonly number[], volume: number): ExplainedDay['parts'] {
  const { base, steps, rest } = explainDay(namedParts(parts), volume)
  return { base, steps: [...steps], rest }
}

function presentMove(
  before: ForecastDayRow | undefined,
  after: ForecastDayRow,
): ExplainedDay['moved'] {
  if (before === undefined) return null
  // A day that was closed in one of them has no parts to compare.
  if (before.parts === null || after.parts === null) {
    return { from: before.volume, steps: [], rest: after.volume - before.volume }
  }
  const { steps, rest } = explainMove(
    { parts: namedParts(before.parts), volume: before.volume },
    { parts: namedParts(after.parts), volume: after.volume },
  )
  return { from: before.volume, steps: [...steps], rest }
}

/** The column keeps the parts in the order of the engine. */
function namedParts(parts: readonly number[]): DayParts {
  const entries = DAY_PARTS.map((part, i): [DayPart, number] => [part, parts[i] ?? 0])
  return Object.fromEntries(entries) as Record<DayPart, number>
}
