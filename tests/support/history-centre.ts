import { Readable } from 'node:stream'

import { addDays, localDate } from '#forecasting/kernel/calendar.ts'
import { addQueue } from '#server/features/centers/centers.service.ts'
import { importFile } from '#server/features/imports/imports.service.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'

import { testCentre } from './test-database.ts'

/** The Monday after the history's last day. */
export const AFTER_HISTORY = localDate('2026-06-01')

/** A centre with one queue, open 09:00–17:00, and so many weeks of 10 contacts every half-hour. */
export async function historyCentre(connection: Connection, weeks: number): Promise<Scope> {
  const scope = await testCentre(connection)
  const openingHours = Array.from({ length: 7 }, () => [{ fromMinutes: 540, toMinutes: 1020 }])
  const name = { kk: 'Қоңыраулар', ru: 'Звонки', en: 'Calls' }
  await inCenter(connection.db, scope, (db) =>
    addQueue(db, scope.centerId, { code: 'calls', name, channel: 'voice', openingHours }),
  )
  await importFile(connection.db, scope, Readable.from([Buffer.from(history(weeks))]), {
    kind: 'intervals',
    fileName: 'history.csv',
    dryRun: false,
    language: 'en',
  })
  return scope
}

function history(weeks: number): string {
  const lines = ['interval_start,queue,channel,offered,handled,aht_seconds,abandoned']
  for (let day = -7 * weeks; day < 0; day++) {
    const date = addDays(AFTER_HISTORY, day)
    for (let half = 18; half < 34; half++) {
      const hour = String(Math.floor(half / 2)).padStart(2, '0')
      lines.push(`${date}T${hour}:${half % 2 === 0 ? '00' : '30'}:00+05:00,calls,voice,10,10,240,0`)
    }
  }
  return `${lines.join('\n')}\n`
}
