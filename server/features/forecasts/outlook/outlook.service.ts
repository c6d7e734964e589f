import { localDate, localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs, QueueId } from '#forecasting/kernel/units.ts'
import type { QueueHistory } from '#forecasting/volume/history.ts'
import { addMonths, daysOfMonth } from '#forecasting/volume/month-levels.ts'
import {
  type MonthOutlook as EngineOutlook,
  monthOutlook,
  type OutlookOptions,
} from '#forecasting/volume/month-outlook.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'
import type { Table } from '#server/platform/http/write-table.ts'

import { type CentreCalendar, readCalendar } from '../../calendar/calendar.service.ts'
import { readCenterSettings } from '../../centers/centers.service.ts'
import { readDecisions, toDecision } from '../../imports/decisions.service.ts'
import { readArrivalText, readHistories } from '../../imports/history.service.ts'
import { queueCalendar } from '../queue-calendar.ts'
import { sumsByDay } from './day-sums.ts'
import { believedHistory, type OutlookSource } from './outlook-case.ts'
import type { DayOutlook, MonthOutlook, OutlookDaysQuery, OutlookQuery } from './outlook.schema.ts'

const MONTHS_USUAL = 24
const HISTORY_MONTHS = 24

/**
 * Contacts by month for head-count planning: as learned, and, if asked for, under a scenario. It
 * obeys the planner's decisions about the history, as a forecast does.
 *
 * @throws {ProblemError} `queue-unknown`, `history-empty`, `outlook-impossible`, `step-incomplete`
 */
export async function readOutlook(db: Db, query: OutlookQuery): Promise<MonthOutlook> {
  const { history, timezone, learned, asked } = await outlooksOf(db, query)
  return {
    annualGrowth: learned.annualGrowth,
    growthIs: learned.growthIs === 'learned' ? 'learned' : 'unknown',
    knowsSeasons: learned.knowsSeasons,
    history: wholeMonths(history, timezone),
    months: learned.months.map((month, i) => ({
      month: month.month,
      ...presentBands(month, asked?.months[i]),
    })),
  }
}

/**
 * The same by day.
 *
 * @throws {ProblemError} as of {@link readOutlook}
 */
export async function readOutlookDays(
  db: Db,
  { month: only, ...query }: OutlookDaysQuery,
): Promise<DayOutlook> {
  const { learned, asked } = await outlooksOf(db, query)
  return {
    days: learned.months.flatMap(({ month, days }, i) =>
      only !== undefined && month !== only
        ? []
        : days.map((day, at) => ({
            date: day.date,
            ...presentBands(day, asked?.months[i]?.days[at]),
          })),
    ),
  }
}

/** What the outlooks of all queues share. */
export interface OutlookGround {
  readonly timezone: string
  readonly queues: readonly { readonly id: QueueId; readonly channel: string }[]
  readonly calendar: CentreCalendar
  readonly decisions: Awaited<ReturnType<typeof readDecisions>>
}

export async function readOutlookGround(db: Db): Promise<OutlookGround> {
  const { timezone, queues } = await readCenterSettings(db)
  return {
    timezone,
    queues: queues.map(({ id, channel }) => ({ id, channel })),
    calendar: await readCalendar(db),
    decisions: await readDecisions(db),
  }
}

/**
 * What is stored of one queue, for whoever computes outside the transaction and in another thread.
 *
 * @returns null for a queue without history
 */
export async function readOutlookSource(
  db: Db,
  ground: OutlookGround,
  queueId: QueueId,
): Promise<OutlookSource | null> {
  const queue = ground.queues.find(({ id }) => id === queueId)
  const arrivals = await readArrivalText(db, queueId)
  if (queue === undefined || arrivals === null) return null
  return { queueId, channel: queue.channel, arrivals, ...knownOf(ground, queueId) }
}

/** What is known of one queue beside its figures. */
function knownOf({ calendar, decisions, timezone }: OutlookGround, queueId: QueueId) {
  return {
    calendar: queueCalendar(calendar, queueId, timezone),
    decisions: decisions
      .filter((decision) => decision.active && decision.queueId === queueId)
      .map(toDecision),
    timezone,
  }
}

async function readKnown(db: Db, queueId: QueueId) {
  const ground = await readOutlookGround(db)
  const queue = ground.queues.find(({ id }) => id === queueId)
  if (queue === undefined) throw new ProblemError('queue-unknown')
  const [history] = await readHistories(db, [queue])
  if (history === undefined) return null
  const { history: believed, specialDays } = believedHistory(history, knownOf(ground, queueId))
  return { timezone: ground.timezone, history, believed, specialDays }
}

/** What a queue's history says of the years to come, and what it says under the scenario. */
async function outlooksOf(db: Db, query: OutlookQuery) {
  const scenario = scenarioOf(query)
  const known = await readKnown(db, query.queueId)
  if (known === null) throw new ProblemError('history-empty')
  const { timezone, history, believed, specialDays } = known
  const options = { timezone, months: query.months ?? MONTHS_USUAL, specialDays }
  const learned = outlookOf(believed, options)
  const asked = scenario === null ? null : outlookOf(believed, { ...options, ...scenario })
  return { history, timezone, learned, asked }
}

/** What was asked for beside what was learned; null for nothing. */
function scenarioOf({
  growthPercent,
  stepMonth,
  stepPercent,
}: OutlookQuery): Pick<OutlookOptions, 'annualGrowth' | 'step'> | null {
  if ((stepMonth === undefined) !== (stepPercent === undefined)) {
    throw new ProblemError('step-incomplete')
  }
  if (growthPercent === undefined && stepMonth === undefined) return null
  return {
    ...(growthPercent === undefined ? {} : { annualGrowth: growthPercent / 100 }),
    ...(stepMonth === undefined || stepPercent === undefined
      ? {}
      : { step: { month: stepMonth, factor: 1 + stepPercent / 100 } }),
  }
}

function outlookOf(history: QueueHistory, options: OutlookOptions): EngineOutlook {
  try {
    return monthOutlook(history, options)
  } catch (error) {
    if (error instanceof RangeError) throw new ProblemError('outlook-impossible')
    throw error
  }
}

type Told = Pick<EngineOutlook['months'][number], 'mean' | 'quantiles'>

function presentBands(learned: Told, asked: Told | undefined) {
  return {
    learned: presentBand(learned),
    scenario: asked === undefined ? null : presentBand(asked),
  }
}

function presentBand({ mean, quantiles }: Told) {
  return { mean, low: quantiles[2] ?? 0, high: quantiles[6] ?? 0 }
}

/** What came by month; of the first and the last only if the history holds all of them. */
function wholeMonths(history: QueueHistory, timezone: string): MonthOutlook['history'] {
  const points = Array.from(history.startMs, (startMs, i) => ({
    startMs,
    volume: history.offered[i] as number,
  }))
  const days = sumsByDay(points, timezone)
  const [first, last] = [history.startMs[0] ?? 0, history.startMs.at(-1) ?? 0].map((ms) =>
    localDateOf(ms as EpochMs, timezone),
  )
  const lastMonth = (last ?? localDate('1970-01-01')).slice(0, 7)
  return Array.from({ length: HISTORY_MONTHS }, (_, i) =>
    addMonths(lastMonth, i + 1 - HISTORY_MONTHS),
  )
    .filter((month) => {
      const own = daysOfMonth(month)
      return (own[0] ?? '') >= (first ?? '') && (own.at(-1) ?? '') <= (last ?? '')
    })
    .map((month) => ({
      month,
      contacts: daysOfMonth(month).reduce((sum, day) => sum + (days.get(day) ?? 0), 0),
    }))
}

/** The outlook as a table, one row a month or a day. */
export async function outlookTable(
  db: Db,
  query: OutlookQuery,
  by: 'month' | 'day',
): Promise<Table> {
  const rows =
    by === 'month'
      ? (await readOutlook(db, query)).months.map(({ month, ...told }) => ({ at: month, ...told }))
      : (await readOutlookDays(db, query)).days.map(({ date, ...told }) => ({ at: date, ...told }))
  return {
    name: 'outlook',
    headers: [by, 'mean', 'low80', 'high80', 'scenario_mean', 'scenario_low80', 'scenario_high80'],
    rows: rows.map(({ at, learned, scenario }) => [
      at,
      learned.mean,
      learned.low,
      learned.high,
      scenario?.mean ?? null,
      scenario?.low ?? null,
      scenario?.high ?? null,
    ]),
  }
}
