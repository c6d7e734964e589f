import { findChangedDays } from './features/intraday/contact-days.service.ts'
import type { NightWork } from './night-watch.ts'
import { wasQueuedSince } from './platform/jobs/jobs.queries.ts'

/** Makes history of the days that are over. */
export const CONTACT_DAYS: NightWork = {
  kind: 'contact-days',
  isDue: async (db, { nowMs }) => (await findChangedDays(db, nowMs)).length > 0,
}

/** Once a night: a night that failed is made up for by the next. */
export const ASSESSMENT_REMINDERS: NightWork = {
  kind: 'assessment-reminders',
  isDue: async (db, { sinceMs }) => !(await wasQueuedSince(db, 'assessment-reminders', sinceMs)),
}

/** What is done at night, in this order. */
export const NIGHT_WORK: readonly NightWork[] = [CONTACT_DAYS, ASSESSMENT_REMINDERS]
