import { isOpen, type Job } from '../../lib/job-view.ts'

/**
 * Jobs that were under way when the list was read before, and are not now.
 *
 * @param before undefined when the list has not been read before
 */
export function finishedJobs(
  before: readonly Job[] | undefined,
  after: readonly Job[],
): readonly Job[] {
  const open = new Set(before?.filter(isOpen).map(({ id }) => id))
  return after.filter((job) => open.has(job.id) && !isOpen(job))
}
