import type { MultipartFile } from '@fastify/multipart'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { actorOf, EVERY_ROLE, inOwnCenter, scopeOf } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE, ProblemError } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { readCenterSettings } from '../centers/centers.service.ts'
import { findImport, listImports, withdrawImport } from './history-layer.queries.ts'
import { readEffectiveDays, readEffectiveRows } from './history.queries.ts'
import {
  HistoryImport,
  HistoryPoints,
  HistoryQuery,
  ImportOutcome,
  ImportParams,
} from './imports.schema.ts'
import { importFile, presentImport } from './imports.service.ts'

/** `/imports` and `/history`: bring history in, look at it, take a layer out again. */
export const importsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  for (const schema of [HistoryImport, ImportOutcome, HistoryPoints]) app.addSchema(schema)

  app.post(
    '/imports',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'importFile',
        tags: ['imports'],
        description:
          'The file as multipart/form-data. A file with a fault is refused whole, with every fault named.',
        consumes: ['multipart/form-data'],
        querystring: Type.Object({
          kind: Type.Union([Type.Literal('intervals'), Type.Literal('queue_log')]),
          dryRun: Type.Boolean({ default: false }),
          timezone: Type.Optional(Type.String({ examples: ['Asia/Almaty'] })),
        }),
        response: { 200: ref(ImportOutcome), default: PROBLEM_RESPONSE },
      },
    },
    async (request) => {
      const upload: MultipartFile | undefined = await request.file()
      if (upload === undefined) throw new ProblemError('file-missing')
      const actor = actorOf(request)
      const { kind, dryRun, timezone } = request.query
      return importFile(app.db, scopeOf(actor), upload.file, {
        kind,
        dryRun,
        fileName: upload.filename,
        language: actor.language,
        ...(timezone === undefined ? {} : { timezone }),
      })
    },
  )

  app.get(
    '/imports',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'listImports',
        tags: ['imports'],
        response: {
          200: Type.Object({ imports: Type.Array(ref(HistoryImport)) }),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    async (request) => {
      const rows = await inOwnCenter(request, listImports)
      return { imports: rows.map(presentImport) }
    },
  )

  app.get(
    '/imports/:importId',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'getImport',
        tags: ['imports'],
        params: ImportParams,
        response: { 200: ref(ImportOutcome), default: PROBLEM_RESPONSE },
      },
    },
    async (request) => {
      const row = await inOwnCenter(request, (db) => findImport(db, request.params.importId))
      if (row === undefined) throw new ProblemError('import-unknown')
      const report = row.report as Record<string, unknown>
      return { stored: true, layer: presentImport(row), report, problems: [] }
    },
  )

  app.post(
    '/imports/:importId/withdraw',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'withdrawImport',
        tags: ['imports'],
        description: 'Takes the layer out of the history; what lay beneath shows again.',
        params: ImportParams,
        response: { 200: ref(HistoryImport), default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => {
        const { importId } = request.params
        const row = await withdrawImport(db, importId, actorOf(request).name)
        if (row !== undefined) return presentImport(row)
        const known = await findImport(db, importId)
        throw new ProblemError(known === undefined ? 'import-unknown' : 'import-withdrawn')
      }),
  )

  app.get(
    '/history',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'getHistory',
        tags: ['imports'],
        querystring: HistoryQuery,
        response: { 200: ref(HistoryPoints), default: PROBLEM_RESPONSE },
      },
    },
    (request) => {
      const { queueId, step } = request.query
      const [from, to] = [new Date(request.query.from), new Date(request.query.to)]
      if (from >= to) throw new ProblemError('interval-empty')
      return inOwnCenter(request, async (db) => {
        if (step === 'day') {
          const { timezone } = await readCenterSettings(db)
          const days = await readEffectiveDays(db, queueId, { from, to, timezone })
          return { points: days.map((row) => ({ startsAt: row.date, ...figures(row) })) }
        }
        const rows = await readEffectiveRows(db, { queueId, from, to })
        return {
          points: rows.map((row) => ({ startsAt: row.starts_at.toISOString(), ...figures(row) })),
        }
      })
    },
  )
}

function figures(row: {
  readonly offered: number
  readonly handled: number | null
  readonly abandoned: number | null
  readonly handle_seconds: number | null
  readonly wait_seconds: number | null
}) {
  const perHandled = (seconds: number | null): number | null =>
    seconds === null || row.handled === null || row.handled === 0 ? null : seconds / row.handled
  const { offered, handled, abandoned } = row
  return {
    offered,
    handled,
    abandoned,
    ahtSeconds: perHandled(row.handle_seconds),
    asaSeconds: perHandled(row.wait_seconds),
  }
}
