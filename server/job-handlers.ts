import type { JobHandler } from './platform/jobs/jobs.ts'

/** What does each kind of job. */
export const JOB_HANDLERS: Readonly<Record<string, JobHandler>> = {}
