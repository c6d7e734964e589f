import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { actorOf, EVERY_ROLE, inOwnCenter, scopeOf } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE, ProblemError } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'
import { findJob, listJobs } from '#server/platform/jobs/jobs.queries.ts'

import { Job, JobParams, presentJob } from './jobs.schema.ts'

const JOBS_SHOWN = 20
const WATCH_EVERY_MS = 400

const JOB_EVENTS = {
  description: 'A stream of events; the data of each is a job, as `/jobs/{jobId}` answers it',
  content: {
    'text/event-stream': {
      schema: Type.Unsafe<Readable>(
        Type.String({
          examples: ['event: job\ndata: {"status":"running","progress":0.42}\n\n'],
        }),
      ),
    },
  },
} as const

/** `/jobs`: watch, cancel and retry long work. */
export const jobsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/jobs',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'listJobs',
        tags: ['jobs'],
        response: { 200: Type.Object({ jobs: Type.Array(ref(Job)) }), default: PROBLEM_RESPONSE },
      },
    },
    async (request) => {
      const rows = await inOwnCenter(request, (db) => listJobs(db, JOBS_SHOWN))
      return { jobs: rows.map(presentJob) }
    },
  )

  app.get(
    '/jobs/:jobId',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'getJob',
        tags: ['jobs'],
        params: JobParams,
        response: { 200: ref(Job), default: PROBLEM_RESPONSE },
      },
    },
    async (request) => {
      const row = await inOwnCenter(request, (db) => findJob(db, request.params.jobId))
      if (row === undefined) throw new ProblemError('job-unknown')
      return presentJob(row)
    },
  )

  await app.register(watchRoutes)
  await app.register(steeringRoutes)
}

const watchRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/jobs/:jobId/events',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'watchJob',
        tags: ['jobs'],
        description: 'Server-sent events: a `job` event at every change, until the job has ended.',
        params: JobParams,
        response: { 200: JOB_EVENTS, default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const read = () => inOwnCenter(request, (db) => findJob(db, request.params.jobId))
      if ((await read()) === undefined) throw new ProblemError('job-unknown')
      const gone = new AbortController()
      request.raw.on('close', () => gone.abort())
      return reply
        .header('content-type', 'text/event-stream')
        .header('cache-control', 'no-store')
        .send(Readable.from(watch(read, gone.signal)))
    },
  )
}

const steeringRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/jobs/:jobId/cancel',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'cancelJob',
        tags: ['jobs'],
        params: JobParams,
        response: { 200: ref(Job), default: PROBLEM_RESPONSE },
      },
    },
    async (request) =>
      presentJob(await app.jobs.cancel(scopeOf(actorOf(request)), request.params.jobId)),
  )

  app.post(
    '/jobs/:jobId/retry',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'retryJob',
        tags: ['jobs'],
        params: JobParams,
        response: { 202: ref(Job), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const row = await app.jobs.retry(scopeOf(actorOf(request)), request.params.jobId)
      return reply.code(202).send(presentJob(row))
    },
  )
}

/**
 * The row is the only thing that a worker process and this one share, so it is what is watched.
 *
 * @yields one server-sent event for every change of the row
 */
async function* watch(
  read: () => ReturnType<typeof findJob>,
  signal: AbortSignal,
): AsyncGenerator<string> {
  let last = ''
  while (!signal.aborted) {
    const row = await read()
    if (row === undefined) return
    const text = JSON.stringify(presentJob(row))
    if (text !== last) yield `event: job\ndata: ${text}\n\n`
    last = text
    if (row.status !== 'queued' && row.status !== 'running') return
    await sleep(WATCH_EVERY_MS)
  }
}
