import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'

import { importFile } from '../features/imports/imports.service.ts'
import { openConnection } from '../platform/db/connection.ts'
import { migrate } from '../platform/db/migrate.ts'
import { ProblemError, toProblem } from '../platform/http/problem.ts'
import { findCentreByCode } from '../sample/centre.queries.ts'
import { type Command, InputError, parseOptions, UsageError } from './command.ts'
import { configOrRefuse, openOrRefuse } from './environment.ts'

const KINDS = { intervals: 'intervals', 'queue-log': 'queue_log' } as const

/** Brings a history file into the database, with an import report. */
export const importCommand: Command = {
  name: 'import',
  summary: 'Brings history into the database, with an import report.',
  usage: 'intervals|queue-log FILE --center CODE [--timezone TZ] [--dry-run]',
  async run(args) {
    const options = parseOptions(args, {
      center: 'string',
      timezone: 'string',
      'dry-run': 'boolean',
    })
    const [name = '', file] = options.positionals
    if (!Object.hasOwn(KINDS, name) || file === undefined) {
      throw new UsageError('say what to import, intervals or queue-log, and from which file')
    }
    await stat(file).catch(() => {
      throw new InputError(`${file} cannot be read`)
    })
    const code = options.required('center')
    const timezone = options.text('timezone')
    const connection = await openOrRefuse(() => openConnection(configOrRefuse().database))
    try {
      await migrate(connection.db)
      const centerId = await findCentreByCode(connection.db, code)
      if (centerId === undefined) throw new InputError(`there is no centre ${code}`)
      const scope = { centerId, actorId: 'system', actorName: 'kezek import' }
      const outcome = await importFile(connection.db, scope, createReadStream(file), {
        kind: KINDS[name as keyof typeof KINDS],
        fileName: path.basename(file),
        dryRun: options.flag('dry-run'),
        language: 'en',
        ...(timezone === undefined ? {} : { timezone }),
      })
      process.stdout.write(`${JSON.stringify(outcome)}\n`)
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      throw new InputError(JSON.stringify(toProblem(error, 'en')))
    } finally {
      await connection.close()
    }
  },
}
