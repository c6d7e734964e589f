import type { components } from '../api/schema.d.ts'
import { isMessageKey } from './i18n/catalogue.ts'
import type { Translate } from './i18n/translate.ts'
import type { ProblemView } from './problem.ts'

export type Job = components['schemas']['Job']

/** A long piece of work on the server, as it stands. */
export type JobView =
  | { readonly status: 'queued' }
  | {
      readonly status: 'running'
      /** 0..1 */
      readonly progress: number
      /** What is being done now, in the reader's language. */
      readonly stage: string | null
      /** Null while it cannot be told. */
      readonly remainingSeconds: number | null
      /** Figures of the best that the work has so far; null when it tells none. */
      readonly soFar: Readonly<Record<string, unknown>> | null
      readonly isCancelling: boolean
    }
  | { readonly status: 'done' }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly problem: ProblemView }

/** How far a job was when it was looked at. */
export interface JobSight {
  /** Epoch milliseconds of the reader's own clock: the server's may differ. */
  readonly atMs: number
  /** 0..1 */
  readonly progress: number
}

/** Less than this between two looks says nothing of the speed. */
const TELLING_PROGRESS = 0.03

/**
 * Seconds until the work is done, if it goes on as fast as between the two looks.
 *
 * @returns null when too little has happened to tell
 */
function remainingSeconds(first: JobSight, latest: JobSight): number | null {
  const gained = latest.progress - first.progress
  if (gained < TELLING_PROGRESS) return null
  return (((latest.atMs - first.atMs) / gained) * (1 - latest.progress)) / 1000
}

export function isOpen({ status }: Pick<Job, 'status'>): boolean {
  return status === 'queued' || status === 'running'
}

/** A job of the API as a page shows it. */
export function toJobView(
  job: Job,
  seen: {
    readonly first: JobSight
    readonly latest: JobSight
    readonly isCancelling: boolean
  },
  t: Translate,
): JobView {
  if (job.status === 'failed') return { status: 'failed', problem: problemOf(job) }
  if (job.status !== 'running') return { status: job.status }
  const stageKey = `job.stage.${job.stage ?? ''}`
  return {
    status: 'running',
    progress: job.progress,
    stage: isMessageKey(stageKey) ? t(stageKey) : null,
    remainingSeconds: remainingSeconds(seen.first, seen.latest),
    soFar: job.result,
    isCancelling: seen.isCancelling,
  }
}

/** What the server kept of a failure; a job that was killed before it could say kept nothing. */
export function problemOf({ problem }: Pick<Job, 'problem'>): ProblemView {
  const kept = problem as Partial<ProblemView> | null
  return {
    ...kept,
    type: kept?.type ?? '/problems/internal',
    title: kept?.title ?? '',
    status: kept?.status ?? 500,
  }
}
