import { inCenter } from '#server/platform/db/scope.ts'
import type { JobHandler } from '#server/platform/jobs/jobs.ts'

import { remindOfNotices } from './notice-reminders.queries.ts'

/** Reminders of notices at night (п. 22), each once. */
export const noticeRemindersJob: JobHandler = ({ db, scope }) =>
  inCenter(db, scope, (tx) => remindOfNotices(tx, scope.centerId))
