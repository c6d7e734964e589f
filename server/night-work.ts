import { findChangedDays } from './features/intraday/contacts/contact-days.service.ts'
import type { NightWork } from './night-watch.ts'
import { wasQueuedSince } from './platform/jobs/jobs.queries.ts'

/** Makes history of the days that are over. */
export const CONTACT_DAYS: NightWork = {
  kind: 'contact-days',
  isDue: async (db, { nowMs }) => (await findChangedDays(db, nowMs)).length > 0,
}

/** Reminds people of their assessments. */
export const ASSESSMENT_REMINDERS = onceANight('assessment-reminders')

/** Reminds people of notices that they have not confirmed. */
const NOTICE_REMINDERS = onceANight('notice-reminders')

/** What is done at night, in this order. */
export const NIGHT_WORK: readonly NightWork[] = [
  CONTACT_DAYS,
  ASSESSMENT_REMINDERS,
  NOTICE_REMINDERS,
]

/** A night that failed is made up for by the next. */
function onceANight(kind: string): NightWork {
  return { kind, isDue: async (db, { sinceMs }) => !(await wasQueuedSince(db, kind, sinceMs)) }
}
