import { Readable } from 'node:stream'

import type { MultipartFile } from '@fastify/multipart'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Value } from 'typebox/value'

import { actorOf, EVERY_ROLE, inOwnCenter, scopeOf } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE, ProblemError } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { decisionsRoutes } from './decisions.routes.ts'
import { findImport, listImports, restoreImport, withdrawImport } from './history-layer.queries.ts'
import { historyRoutes } from './history.routes.ts'
import {
  HistoryImport,
  ImportFinding,
  ImportForm,
  ImportOutcome,
  ImportParams,
  ImportQuery,
  QueueMap,
} from './imports.schema.ts'
import { importFile, presentImport, presentOutcome } from './imports.service.ts'

/** `/imports` and `/history`: bring history in, look at it, take a layer out again. */
export const importsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  for (const schema of [HistoryImport, ImportFinding, ImportOutcome]) app.addSchema(schema)
  await app.register(uploadRoute)
  await app.register(layerRoutes)
  await app.register(historyRoutes)
  await app.register(decisionsRoutes)
}

const uploadRoute: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/imports',
    {
      config: { roles: ['planner'], form: ImportForm },
      schema: {
        operationId: 'importFile',
        tags: ['imports'],
        description:
          'The file as multipart/form-data, in the field `file`. Before it may come the field ' +
          "`queueMap`: JSON, the centre's queue for each name that the file uses. A file with a " +
          'fault is refused whole, with every fault named.',
        consumes: ['multipart/form-data'],
        querystring: ImportQuery,
        response: { 200: ref(ImportOutcome), default: PROBLEM_RESPONSE },
      },
    },
    async (request) => {
      const upload = await request.file()
      if (upload === undefined) throw new ProblemError('file-missing')
      const actor = actorOf(request)
      return importFile(app.db, scopeOf(actor), Readable.from(wholeUpload(upload)), {
        ...request.query,
        queueMap: queueMapOf(upload),
        fileName: upload.filename,
        language: actor.language,
      })
    },
  )
}

const layerRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/imports',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'listImports',
        tags: ['imports'],
        description: 'The newest first, those that were withdrawn included.',
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
      return presentOutcome(row, actorOf(request).language)
    },
  )

  await app.register(withdrawalRoutes)
}

const withdrawalRoutes: FastifyPluginAsyncTypebox = async (app) => {
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

  app.post(
    '/imports/:importId/restore',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'restoreImport',
        tags: ['imports'],
        description: 'Puts a withdrawn layer back where it lay.',
        params: ImportParams,
        response: { 200: ref(HistoryImport), default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => {
        const { importId } = request.params
        const row = await restoreImport(db, importId)
        if (row !== undefined) return presentImport(row)
        const known = await findImport(db, importId)
        throw new ProblemError(known === undefined ? 'import-unknown' : 'import-in-force')
      }),
  )
}

// One beyond the limit is cut by the parser, and must not pass for whole.
async function* wholeUpload({ file }: MultipartFile): AsyncGenerator<Buffer> {
  yield* file as AsyncIterable<Buffer>
  if (file.truncated) throw new ProblemError('too-large')
}

/** @throws {ProblemError} `invalid-request` unless the field is absent, or JSON of names */
function queueMapOf({ fields }: MultipartFile): QueueMap | undefined {
  const field = fields['queueMap']
  if (field === undefined) return undefined
  const text = 'value' in field ? String(field.value) : ''
  try {
    return Value.Parse(QueueMap, JSON.parse(text))
  } catch {
    const detail = 'must be a JSON object of names'
    throw new ProblemError('invalid-request', { errors: [{ pointer: 'queueMap', detail }] })
  }
}
