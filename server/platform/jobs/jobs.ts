import { PgBoss } from 'pg-boss'

import type { DatabaseConfig } from '../config.ts'
import { type Connection, isDatabaseAway } from '../db/connection.ts'
import { queueDatabase } from '../db/queue-database.ts'
import { type OpenDatabase, type Scope, inCenter } from '../db/scope.ts'
import { ProblemError, toProblem } from '../http/problem.ts'
import type { Compute, TaskReport } from './compute.ts'
import {
  type JobRow,
  findJob,
  findOpenJob,
  finishJob,
  insertJob,
  recordProgress,
  requestCancel,
  requeueJob,
  startJob,
} from './jobs.queries.ts'

/** What the handler of a job works with. */
interface JobContext {
  readonly db: OpenDatabase
  readonly compute: Compute
  readonly scope: Scope
  readonly input: unknown
  /** Aborted when somebody cancels the job, or the service stops. */
  readonly signal: AbortSignal
  /** Shows progress, 0..1, the name of the stage, and figures of the best so far. */
  report(progress: number, stage: string, soFar?: object): void
}

/** Does one kind of work; what it returns is kept as the job's result. */
export type JobHandler = (context: JobContext) => Promise<object>

/** A cancelled job that has nothing worth keeping throws this. */
export class JobCancelledError extends Error {}

/** Where failures of jobs are written. */
export interface JobLog {
  error(detail: object, message: string): void
}

interface QueuedJob {
  readonly jobId: string
  readonly scope: Scope
}

const QUEUE = 'kezek'
/** Where a job lands whose processes ended under it until no attempt was left. */
const LOST_QUEUE = 'kezek-lost'
const POLL_SECONDS = 0.5
const EXPIRE_SECONDS = 3600
/** A job whose process gives no sign of life for this long is begun again by another. */
const HEARTBEAT_SECONDS = 30
const LOOK_FOR_LOST_SECONDS = 10
const RETRIES = 2
const PROGRESS_EVERY_MS = 300
const STOP_TIMEOUT_MS = 10_000

const QUEUE_OPTIONS = {
  expireInSeconds: EXPIRE_SECONDS,
  heartbeatSeconds: HEARTBEAT_SECONDS,
  retryLimit: RETRIES,
  deadLetter: LOST_QUEUE,
}
const OFTEN = {
  superviseIntervalSeconds: LOOK_FOR_LOST_SECONDS,
  monitorIntervalSeconds: LOOK_FOR_LOST_SECONDS,
}

/** Long work: queued by pg-boss, computed in worker threads, watched through the `job` table. */
export class Jobs {
  readonly #boss: PgBoss
  readonly #db: OpenDatabase
  readonly #compute: Compute
  readonly #handlers: Readonly<Record<string, JobHandler>>
  readonly #log: JobLog
  readonly #running = new Map<string, AbortController>()
  #workerId: string | undefined

  constructor(parts: {
    readonly connection: Connection
    readonly database: DatabaseConfig
    readonly compute: Compute
    readonly handlers: Readonly<Record<string, JobHandler>>
    readonly log: JobLog
  }) {
    const { connection, database } = parts
    this.#boss =
      database.kind === 'embedded'
        ? new PgBoss({ ...OFTEN, db: queueDatabase(connection.pool), backend: 'pglite' })
        : new PgBoss({ ...OFTEN, connectionString: database.url, max: 3, useListenNotify: true })
    this.#db = connection.db
    this.#compute = parts.compute
    this.#handlers = parts.handlers
    this.#log = parts.log
    this.#boss.on('error', (error) => this.#log.error({ err: error }, 'the job queue failed'))
  }

  /** Starts queueing; with `work`, this process also runs jobs, one at a time. */
  async start(options: { readonly work: boolean }): Promise<void> {
    await this.#boss.start()
    await this.#boss.createQueue(LOST_QUEUE)
    await this.#boss.createQueue(QUEUE, QUEUE_OPTIONS)
    // A queue that an earlier version made keeps that version's options until it is told.
    await this.#boss.updateQueue(QUEUE, QUEUE_OPTIONS)
    if (!options.work) return
    await this.#boss.work<QueuedJob>(LOST_QUEUE, async ([job]) => {
      if (job !== undefined) await this.#lose(job.data)
    })
    this.#workerId = await this.#boss.work<QueuedJob>(
      QUEUE,
      { pollingIntervalSeconds: POLL_SECONDS },
      async ([job]) => {
        if (job !== undefined) await this.#run(job.data)
      },
    )
  }

  /** Tells running jobs to stop, waits for them a little, and stops. */
  async stop(): Promise<void> {
    for (const controller of this.#running.values()) controller.abort()
    await this.#boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS })
  }

  /**
   * Queues work of one kind. A centre does one thing of a kind at a time.
   *
   * @throws {ProblemError} `job-running` when such work has not finished yet
   */
  async enqueue(scope: Scope, kind: string, input: object): Promise<JobRow> {
    const row = await inCenter(this.#db, scope, async (db) => {
      if ((await findOpenJob(db, kind)) !== undefined) throw new ProblemError('job-running')
      return insertJob(db, { centerId: scope.centerId, kind, input, madeBy: scope.actorName })
    })
    await this.#send({ jobId: row.id, scope })
    return row
  }

  /**
   * Asks a job to stop; it keeps the best that it has where its kind allows that.
   *
   * @throws {ProblemError} `job-finished` when there is nothing to stop
   */
  async cancel(scope: Scope, id: string): Promise<JobRow> {
    const row = await inCenter(this.#db, scope, (db) => requestCancel(db, id))
    if (row === undefined) throw new ProblemError('job-finished')
    this.#running.get(id)?.abort()
    return row
  }

  /** Runs a failed or cancelled job again, with the same input. */
  async retry(scope: Scope, id: string): Promise<JobRow> {
    const row = await inCenter(this.#db, scope, (db) => requeueJob(db, id))
    if (row === undefined) throw new ProblemError('job-running')
    await this.#send({ jobId: id, scope })
    return row
  }

  /** Waits until a job has ended; the sample centre's start and the tests use it. */
  async waitFor(scope: Scope, id: string): Promise<JobRow> {
    for (;;) {
      const row = await inCenter(this.#db, scope, (db) => findJob(db, id))
      if (row === undefined) throw new ProblemError('job-unknown')
      if (row.status !== 'queued' && row.status !== 'running') return row
      await new Promise((resolve) => setTimeout(resolve, PROGRESS_EVERY_MS))
    }
  }

  async #send(job: QueuedJob): Promise<void> {
    await this.#boss.send(QUEUE, job)
    if (this.#workerId !== undefined) this.#boss.notifyWorker(this.#workerId)
  }

  async #run({ jobId, scope }: QueuedJob): Promise<void> {
    const row = await inCenter(this.#db, scope, (db) => startJob(db, jobId))
    if (row === undefined) return
    const controller = new AbortController()
    this.#running.set(jobId, controller)
    const progress = new ProgressKeeper(this.#db, scope, jobId, controller)
    try {
      const handler = this.#handlers[row.kind]
      if (handler === undefined) throw new TypeError(`no handler for jobs of kind ${row.kind}`)
      const result = await handler({
        db: this.#db,
        compute: this.#compute,
        scope,
        input: row.input,
        signal: controller.signal,
        report: (share, stage, soFar) => progress.note(share, stage, soFar),
      })
      await progress.stop()
      await inCenter(this.#db, scope, (db) => finishJob(db, jobId, { status: 'done', result }))
    } catch (error) {
      await progress.stop()
      // Not the job's own failure: the queue begins it again, as if this process had died.
      if (error instanceof Error && isDatabaseAway(error)) throw error
      await this.#fail(scope, row, error)
    } finally {
      this.#running.delete(jobId)
    }
  }

  /** Without this a lost job would count as running for ever, and its centre could not ask again. */
  async #lose({ jobId, scope }: QueuedJob): Promise<void> {
    const row = await inCenter(this.#db, scope, (db) => findJob(db, jobId))
    if (row === undefined || (row.status !== 'queued' && row.status !== 'running')) return
    await this.#fail(scope, row, new ProblemError('job-lost'))
  }

  async #fail(scope: Scope, row: JobRow, error: unknown): Promise<void> {
    if (error instanceof JobCancelledError) {
      await inCenter(this.#db, scope, (db) => finishJob(db, row.id, { status: 'cancelled' }))
      return
    }
    const cause = error instanceof Error ? error : new Error(String(error))
    if (!(cause instanceof ProblemError)) {
      this.#log.error({ err: cause, jobId: row.id, kind: row.kind }, 'a job failed')
    }
    // Kept in Russian, the service's first language; the page words it again by its `type`.
    const problem = toProblem(cause, 'ru')
    await inCenter(this.#db, scope, (db) => finishJob(db, row.id, { status: 'failed', problem }))
  }
}

/** Writes the latest progress a few times a second, and learns there of a cancel from elsewhere. */
class ProgressKeeper {
  readonly #timer: NodeJS.Timeout
  #latest: TaskReport = { progress: 0, stage: '' }
  #writing: Promise<void> = Promise.resolve()

  constructor(db: OpenDatabase, scope: Scope, jobId: string, controller: AbortController) {
    this.#timer = setInterval(() => {
      const latest = this.#latest
      // A progress figure that could not be written is replaced by the next one.
      this.#writing = this.#writing
        .then(async () => {
          const seen = await inCenter(db, scope, (tx) => recordProgress(tx, jobId, latest))
          if (seen.cancelRequested) controller.abort()
        })
        .catch(() => undefined)
    }, PROGRESS_EVERY_MS)
  }

  note(share: number, stage: string, soFar?: object): void {
    const progress = Math.min(1, Math.max(0, share))
    this.#latest = { progress, stage, ...(soFar === undefined ? {} : { soFar }) }
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#writing
  }
}
