import { inCenter } from '#server/platform/db/scope.ts'
import type { JobHandler } from '#server/platform/jobs/jobs.ts'

import { buildDay, findChangedDays } from './contact-days.service.ts'

/** Makes history of the days that are over, and makes it anew where something was said late. */
export const contactDaysJob: JobHandler = async (context) => {
  const { db, scope, signal } = context
  const nowMs = Date.now()
  const dates = await inCenter(db, scope, (tx) => findChangedDays(tx, nowMs))
  const built: string[] = []
  for (const [done, date] of dates.entries()) {
    if (signal.aborted) break
    context.report(done / dates.length, 'store')
    // A day at a time, so that the embedded database's one connection is free in between.
    await inCenter(db, scope, (tx) => buildDay(tx, scope, date, nowMs))
    built.push(date)
  }
  return { days: built }
}
