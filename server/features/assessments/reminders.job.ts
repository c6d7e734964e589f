import { inCenter } from '#server/platform/db/scope.ts'
import type { JobHandler } from '#server/platform/jobs/jobs.ts'

import { remindOfAssessments } from './reminders.service.ts'

/** Reminders of assessments at night (п. 21), each once. */
export const assessmentRemindersJob: JobHandler = async ({ db, scope }) => ({
  made: await inCenter(db, scope, (tx) => remindOfAssessments(tx, scope.centerId)),
})
