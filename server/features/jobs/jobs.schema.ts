import { type Static, Type } from 'typebox'

import type { JobRow } from '#server/platform/jobs/jobs.queries.ts'

export const JobParams = Type.Object({ jobId: Type.String({ format: 'uuid' }) })

export const Job = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    kind: Type.String({ examples: ['forecast', 'schedule'] }),
    status: Type.Union([
      Type.Literal('queued'),
      Type.Literal('running'),
      Type.Literal('done'),
      Type.Literal('failed'),
      Type.Literal('cancelled'),
    ]),
    progress: Type.Number({ minimum: 0, maximum: 1, description: 'Share done' }),
    stage: Type.Union([Type.String(), Type.Null()]),
    result: Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.Null()], {
      description:
        'What the job made, for example the id of the new schedule; while a search runs, figures of ' +
        'the best that it has so far',
    }),
    problem: Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.Null()]),
    madeBy: Type.String(),
    madeAt: Type.String({ format: 'date-time' }),
    startedAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
    finishedAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
  },
  {
    $id: 'Job',
    examples: [
      {
        id: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a31',
        kind: 'schedule',
        status: 'running',
        progress: 0.42,
        stage: 'search',
        result: null,
        problem: null,
        madeBy: 'Планировщик',
        madeAt: '2026-11-24T06:12:09.114Z',
        startedAt: '2026-11-24T06:12:09.702Z',
        finishedAt: null,
      },
    ],
  },
)
export type Job = Static<typeof Job>

export function presentJob(row: JobRow): Job {
  return {
    id: row.id,
    kind: row.kind,
    status: row.status,
    progress: row.progress,
    stage: row.stage,
    result: row.result as Job['result'],
    problem: row.problem as Job['problem'],
    madeBy: row.made_by,
    madeAt: row.made_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
  }
}
