import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { actorOf, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE, ProblemError } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'
import { TABLE_TYPES, writeTable } from '#server/platform/http/write-table.ts'

import { exportTable } from './people-export.service.ts'
import {
  PeopleExportQuery,
  PeopleImportForm,
  PeopleImportOutcome,
  PeopleImportQuery,
} from './people-file.schema.ts'
import { importPeopleFile, readUploadedTable } from './people-import.service.ts'

const FILE_BYTES_MAX = 16 * 1024 ** 2

/** `/people-files`: people and competences in and out, as a spreadsheet has them. */
export const peopleFileRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(PeopleImportOutcome)

  app.post(
    '/people-files',
    {
      config: { roles: ['hr'], form: PeopleImportForm },
      schema: {
        operationId: 'importPeopleFile',
        tags: ['operators'],
        description:
          'CSV or XLSX in the field `file`. The personnel number identifies; a column of IINs ' +
          'refuses the file. A dry run answers with every fault, its row and its column.',
        consumes: ['multipart/form-data'],
        querystring: PeopleImportQuery,
        response: { 200: ref(PeopleImportOutcome), default: PROBLEM_RESPONSE },
      },
    },
    async (request) => {
      const upload = await request.file({ limits: { fileSize: FILE_BYTES_MAX } })
      if (upload === undefined) throw new ProblemError('file-missing')
      const { centerId, language } = actorOf(request)
      const table = await readUploadedTable(await upload.toBuffer(), language)
      const order = { ...request.query, table, language }
      return inOwnCenter(request, (db) => importPeopleFile(db, centerId, order))
    },
  )

  app.get(
    '/people-files',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'exportPeopleFile',
        tags: ['operators'],
        description: 'A file that the import takes back; of an empty centre, the template.',
        querystring: PeopleExportQuery,
        response: {
          200: Type.String({ format: 'binary', examples: ['people.xlsx'] }),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    async (request, reply) => {
      const { kind, format } = request.query
      const table = await inOwnCenter(request, (db) => exportTable(db, kind))
      return reply
        .type(TABLE_TYPES[format])
        .header('content-disposition', `attachment; filename="${kind}.${format}"`)
        .send((await writeTable(table, format)) as unknown as string)
    },
  )
}
