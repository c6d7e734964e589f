import { type LocalClock, localClock } from '#forecasting/kernel/local-clock.ts'
import type { QueueId } from '#forecasting/kernel/units.ts'
import { queueHistory, type QueueHistory } from '#forecasting/volume/history.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { readCenterSettings } from '../centers/centers.service.ts'
import { type Arrivals, type ArrivalText, arrivalsOf, numbers } from './arrivals.ts'
import {
  type EffectiveRow,
  lastHistoryChange as findLastChange,
  lastImports,
  readArrivalColumns,
  readEffectiveColumns,
  readEffectiveRows,
} from './history.queries.ts'
import { findGaps } from './report/gaps.ts'
import { slotUse } from './report/weekly-slots.ts'

/** One queue's effective history in columns of one length, ascending; NaN is unknown. */
export interface EffectiveHistory {
  readonly queueId: QueueId
  readonly code: string
  readonly channel: string
  readonly intervalSeconds: number
  /** Starts, epoch milliseconds. */
  readonly startMs: Float64Array
  readonly offered: Float64Array
  readonly handled: Float64Array
  readonly abandoned: Float64Array
  /** Of the abandoned, those who left so soon that they hardly waited. */
  readonly shortAbandoned: Float64Array
  /** Handle time of the handled together, seconds. */
  readonly handleSeconds: Float64Array
  /** Wait of the answered together, seconds. */
  readonly waitSeconds: Float64Array
}

/**
 * What the layers of imports say together: of every interval the highest layer that has not been
 * withdrawn. Queues without history are left out.
 *
 * @param filter half-open span in epoch milliseconds; everything without it
 */
export async function readEffectiveHistory(
  db: Db,
  filter: {
    readonly queueIds?: readonly QueueId[]
    readonly fromMs?: number
    readonly toMs?: number
  } = {},
): Promise<readonly EffectiveHistory[]> {
  const { queues } = await readCenterSettings(db)
  const { queueIds, fromMs, toMs } = filter
  const columns = await readEffectiveColumns(db, {
    ...(queueIds === undefined ? {} : { queueIds }),
    ...(fromMs === undefined ? {} : { from: new Date(fromMs) }),
    ...(toMs === undefined ? {} : { to: new Date(toMs) }),
  })
  const byQueue = new Map(columns.map((column) => [column.queue_id, column]))
  return queues.flatMap(({ id, code, channel }) => {
    const column = byQueue.get(id)
    if (column === undefined) return []
    return [
      {
        queueId: id,
        code,
        channel,
        intervalSeconds: column.interval_seconds,
        startMs: numbers(column.start_seconds).map((seconds) => seconds * 1000),
        offered: numbers(column.offered),
        handled: numbers(column.handled),
        abandoned: numbers(column.abandoned),
        shortAbandoned: numbers(column.short_abandoned),
        handleSeconds: numbers(column.handle_seconds),
        waitSeconds: numbers(column.wait_seconds),
      },
    ]
  })
}

/**
 * Every queue's history as the forecasting engine takes it; `queue` is the queue's id. Queues
 * without history are left out.
 */
export async function readHistories(
  db: Db,
  queues: readonly { readonly id: QueueId; readonly channel: string }[],
): Promise<readonly QueueHistory[]> {
  const histories = await readEffectiveHistory(db, { queueIds: queues.map(({ id }) => id) })
  return histories.map(({ queueId, channel, ...columns }) =>
    queueHistory(
      { queue: queueId, channel },
      Array.from(columns.startMs, (startMs, at) => ({
        startMs,
        offered: columns.offered[at] as number,
        ...knownWork(columns.handled[at] as number, columns.handleSeconds[at] as number),
      })),
    ),
  )
}

/** The engine learns handle times from contacts whose time is known, and from no others. */
function knownWork(handled: number, handleSeconds: number) {
  return Number.isNaN(handled) || Number.isNaN(handleSeconds)
    ? { handled: 0, handleSeconds: 0 }
    : { handled, handleSeconds }
}

/** How much history every queue of the centre has, and how whole it is. */
export async function summariseHistory(db: Db) {
  const { timezone, queues } = await readCenterSettings(db)
  const clock = localClock(timezone)
  const histories = new Map(
    (await readEffectiveHistory(db)).map((history) => [history.queueId, history]),
  )
  const imports = await lastImports(db)
  return queues.map(({ id, code, channel }) => ({
    queueId: id,
    code,
    channel,
    ...extentOf(histories.get(id), clock),
    lastImportAt: imports.get(id)?.toISOString() ?? null,
  }))
}

function extentOf(history: EffectiveHistory | undefined, clock: LocalClock) {
  if (history === undefined) {
    return {
      firstAt: null,
      lastAt: null,
      intervals: 0,
      contacts: 0,
      gaps: 0,
      missingIntervals: 0,
      gapSpans: [],
    }
  }
  const { startMs, offered, intervalSeconds } = history
  const { code: queue, channel } = history
  const grid = { queue, channel, intervalSeconds, startsMs: startMs, offered }
  const gaps = findGaps(grid, slotUse(grid, clock), clock)
  const lastMs = (startMs.at(-1) ?? 0) + intervalSeconds * 1000
  return {
    firstAt: new Date(startMs[0] ?? 0).toISOString(),
    lastAt: new Date(lastMs).toISOString(),
    intervals: startMs.length,
    contacts: offered.reduce((sum, count) => sum + count, 0),
    gaps: gaps.count,
    missingIntervals: gaps.missingIntervals,
    gapSpans: gaps.listed.map((gap) => ({
      from: new Date(gap.startMs).toISOString(),
      to: new Date(gap.endMs).toISOString(),
    })),
  }
}

/** When the history last changed: an import, or the withdrawal of one. Null without any. */
export async function lastHistoryChange(db: Db): Promise<Date | null> {
  return findLastChange(db)
}

/** What came to one queue, in columns, ascending, within `[fromMs, toMs)` if given; empty when nothing is known. */
export async function readArrivals(
  db: Db,
  queueId: QueueId,
  span: { readonly fromMs?: number; readonly toMs?: number } = {},
): Promise<Arrivals> {
  const text = await readArrivalText(db, queueId, span)
  return text === null
    ? { startMs: new Float64Array(), offered: new Float64Array() }
    : arrivalsOf(text)
}

/** The same for whoever reads the numbers in another thread; null where nothing is known. */
export async function readArrivalText(
  db: Db,
  queueId: QueueId,
  { fromMs, toMs }: { readonly fromMs?: number; readonly toMs?: number } = {},
): Promise<ArrivalText | null> {
  const columns = await readArrivalColumns(db, queueId, {
    ...(fromMs === undefined ? {} : { from: new Date(fromMs) }),
    ...(toMs === undefined ? {} : { to: new Date(toMs) }),
  })
  if (columns === undefined) return null
  return { startSeconds: columns.start_seconds, offered: columns.offered }
}

/** The actual figures of one queue within `[from, to)`. */
export async function readActuals(
  db: Db,
  queueId: QueueId,
  span: { readonly from: Date; readonly to: Date },
): Promise<readonly EffectiveRow[]> {
  return readEffectiveRows(db, { queueId, ...span })
}
