import type { EpochMs } from '#forecasting/kernel/units.ts'

import type { Span } from '../../adherence/span-cursor.ts'
import type { Queue } from '../../centers/centers.schema.ts'
import { isOpenAt } from '../../centers/open-hours.ts'
import type { LayerRow } from '../../imports/history-layer.service.ts'
import type { ContactCell } from './contacts.queries.ts'
import { isCounted, type ToldContacts } from './contacts.service.ts'

/**
 * A day's contacts as rows of history: every interval that was counted and in which the queue was open
 * or somebody came. An interval in which nobody came is a zero; one that was not counted is no row.
 */
export function historyRows(
  told: ToldContacts,
  queues: readonly Queue[],
  day: Span & { readonly intervalMs: number; readonly timezone: string },
): LayerRow[] {
  return queues.flatMap((queue) => {
    const rows: LayerRow[] = []
    for (let startMs = day.startMs; startMs < day.endMs; startMs += day.intervalMs) {
      const cell = told.cells.get(queue.id)?.get(startMs)
      const interval = { startMs, endMs: startMs + day.intervalMs }
      if (!isCounted(told, queue.id, interval)) continue
      if (cell === undefined && !isOpenAt(queue, startMs as EpochMs, day.timezone)) continue
      rows.push(rowOf(queue, cell, interval))
    }
    return rows
  })
}

function rowOf(queue: Queue, cell: ContactCell | undefined, { startMs, endMs }: Span): LayerRow {
  const interval = {
    queueId: queue.id,
    startsAtMs: startMs,
    intervalSeconds: (endMs - startMs) / 1000,
  }
  if (cell === undefined) return { ...interval, ...NOBODY }
  const { offered, answered, abandoned, shortAbandoned, waitSeconds, answeredInTarget } = cell
  return {
    ...interval,
    offered,
    handled: answered,
    abandoned,
    shortAbandoned,
    handleSeconds: handleSecondsOf(cell),
    waitSeconds,
    answeredInTarget,
  }
}

const NOBODY = {
  offered: 0,
  handled: 0,
  abandoned: 0,
  shortAbandoned: 0,
  handleSeconds: 0,
  waitSeconds: 0,
  answeredInTarget: 0,
}

/** A conversation whose end was never told is taken to have lasted as long as the others. */
function handleSecondsOf({ answered, handledKnown, handleSeconds }: ContactCell): number | null {
  if (answered === 0) return 0
  return handledKnown === 0 ? null : (handleSeconds * answered) / handledKnown
}
