import { scheduleJob } from './features/schedules/schedule.job.ts'
import type { JobHandler } from './platform/jobs/jobs.ts'

/** What does each kind of job. */
export const JOB_HANDLERS: Readonly<Record<string, JobHandler>> = { schedule: scheduleJob }
