import { createHash } from 'node:crypto'

import {
  addDays,
  type LocalDate,
  localDateOf,
  startOfLocalDay,
} from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import type { Db, Scope } from '#server/platform/db/scope.ts'

import { readCenterSettings } from '../../centers/centers.service.ts'
import { insertLayer, withdrawLayer } from '../../imports/history-layer.service.ts'
import { historyRows } from './contact-days.ts'
import { readBuiltDays, readLastChange, saveBuiltDay } from './contacts.queries.ts'
import { readToldContacts } from './contacts.service.ts'

/** Words about days further back than this are no longer waited for. */
const DAYS_BACK = 35
const MINUTE_MS = 60_000

/** Days before today of which something was said since they were made history, oldest first. */
export async function findChangedDays(db: Db, nowMs: number): Promise<readonly LocalDate[]> {
  const { timezone } = await readCenterSettings(db)
  const today = localDateOf(nowMs as EpochMs, timezone)
  const first = addDays(today, -DAYS_BACK)
  const built = await readBuiltDays(db, first)
  const changed: LocalDate[] = []
  for (let date = first; date < today; date = addDays(date, 1)) {
    const last = await readLastChange(db, daySpan(date, timezone))
    const known = built.get(date)?.builtAt
    if (last !== undefined && (known === undefined || last > known)) changed.push(date)
  }
  return changed
}

/** Makes a day's contacts the newest layer of history, in place of the layer that it was before. */
export async function buildDay(
  db: Db,
  scope: Scope,
  date: LocalDate,
  nowMs: number,
): Promise<number> {
  const { timezone, intervalMinutes, queues } = await readCenterSettings(db)
  const day = { ...daySpan(date, timezone), intervalMs: intervalMinutes * MINUTE_MS }
  // By the database's clock, and before the contacts are read: what comes meanwhile is built again.
  const builtAt = (await readLastChange(db, day)) ?? new Date(nowMs)
  const told = await readToldContacts(db, day, nowMs)
  const rows = historyRows(told, queues, { ...day, timezone })
  const before = (await readBuiltDays(db, date)).get(date)?.importId ?? null
  if (before !== null) await withdrawLayer(db, before, scope.actorName)
  const layer =
    rows.length === 0
      ? null
      : await insertLayer(db, scope, {
          kind: 'feed',
          template: 'feed',
          fileName: date,
          sha256: createHash('sha256').update(JSON.stringify(rows)).digest('hex'),
          batches: [rows],
          figures: async () => ({
            template: 'feed',
            rowsRead: rows.reduce((sum, { offered }) => sum + offered, 0),
            rowsRefused: 0,
            firstAtMs: Math.min(...rows.map(({ startsAtMs }) => startsAtMs)),
            lastAtMs: Math.max(...rows.map(({ startsAtMs }) => startsAtMs)),
            report: { unknownQueues: told.unknown.map(({ name }) => name) },
          }),
        })
  await saveBuiltDay(db, { centerId: scope.centerId, date, builtAt, importId: layer?.id ?? null })
  return rows.length
}

function daySpan(date: LocalDate, zone: string): { startMs: number; endMs: number } {
  return { startMs: startOfLocalDay(date, zone), endMs: startOfLocalDay(addDays(date, 1), zone) }
}
