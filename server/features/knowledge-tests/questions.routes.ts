import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { actorOf, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE, ProblemError } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'
import { TABLE_TYPES, writeTable } from '#server/platform/http/write-table.ts'

import { FileOrderQuery, PeopleImportForm } from '../operators/people-file.schema.ts'
import { readUploadedTable } from '../operators/people-import.service.ts'
import { listQuestions } from './questions.queries.ts'
import {
  ArchiveBody,
  NewQuestion,
  Question,
  QuestionBody,
  QuestionExportQuery,
  QuestionFilter,
  QuestionImportOutcome,
  QuestionParams,
} from './questions.schema.ts'
import {
  addQuestion,
  changeQuestion,
  exportQuestions,
  importQuestions,
  setQuestionArchived,
} from './questions.service.ts'

const FILE_BYTES_MAX = 16 * 1024 ** 2
const RESPONSE = { 200: ref(Question), default: PROBLEM_RESPONSE }

/** `/questions`: the bank that tests are drawn from, with the right answers: for HR alone. */
export const questionsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(Question)
  app.addSchema(QuestionImportOutcome)
  await app.register(bankRoutes)
  await app.register(changeRoutes)
  await app.register(fileRoutes)
}

const bankRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/questions',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'listQuestions',
        tags: ['knowledge tests'],
        querystring: QuestionFilter,
        response: {
          200: Type.Object({ questions: Type.Array(ref(Question)) }),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    async (request) => ({
      questions: await inOwnCenter(request, (db) => listQuestions(db, request.query)),
    }),
  )

  app.post(
    '/questions',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'addQuestion',
        tags: ['knowledge tests'],
        body: NewQuestion,
        response: { 201: ref(Question), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const added = await inOwnCenter(request, (db) => addQuestion(db, actor, request.body))
      return reply.code(201).send(added)
    },
  )
}

const changeRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.put(
    '/questions/:code',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'changeQuestion',
        tags: ['knowledge tests'],
        description: 'Makes its next version; attempts keep the one that they were given.',
        params: QuestionParams,
        body: QuestionBody,
        response: RESPONSE,
      },
    },
    (request) => {
      const order = { code: request.params.code, body: request.body }
      return inOwnCenter(request, (db) => changeQuestion(db, actorOf(request), order))
    },
  )

  app.post(
    '/questions/:code/archive',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'archiveQuestion',
        tags: ['knowledge tests'],
        description: 'An archived question is drawn no more; it may come back.',
        params: QuestionParams,
        body: ArchiveBody,
        response: RESPONSE,
      },
    },
    (request) => {
      const { code } = request.params
      return inOwnCenter(request, (db) => setQuestionArchived(db, code, request.body.archived))
    },
  )
}

const fileRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/question-files',
    {
      config: { roles: ['hr'], form: PeopleImportForm },
      schema: {
        operationId: 'importQuestionFile',
        tags: ['knowledge tests'],
        description:
          'CSV or XLSX in the field `file`, one question a row; answers in a cell lie between `|`. ' +
          'A dry run answers with every fault, its row and its column.',
        consumes: ['multipart/form-data'],
        querystring: FileOrderQuery,
        response: { 200: ref(QuestionImportOutcome), default: PROBLEM_RESPONSE },
      },
    },
    async (request) => {
      const upload = await request.file({ limits: { fileSize: FILE_BYTES_MAX } })
      if (upload === undefined) throw new ProblemError('file-missing')
      const actor = actorOf(request)
      const { language } = actor
      const table = await readUploadedTable(await upload.toBuffer(), language)
      const order = { ...request.query, table, language }
      return inOwnCenter(request, (db) => importQuestions(db, actor, order))
    },
  )

  app.get(
    '/question-files',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'exportQuestionFile',
        tags: ['knowledge tests'],
        description: 'A file that the import takes back; of an empty bank, the template.',
        querystring: QuestionExportQuery,
        response: {
          200: Type.String({ format: 'binary', examples: ['questions.xlsx'] }),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    async (request, reply) => {
      const { format } = request.query
      const { language } = actorOf(request)
      const table = await inOwnCenter(request, (db) => exportQuestions(db, language))
      return reply
        .type(TABLE_TYPES[format])
        .header('content-disposition', `attachment; filename="questions.${format}"`)
        .send((await writeTable(table, format)) as unknown as string)
    },
  )
}
