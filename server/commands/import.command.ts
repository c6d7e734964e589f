import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'

import { Value } from 'typebox/value'

import { QueueMap } from '../features/imports/imports.schema.ts'
import { importFile } from '../features/imports/imports.service.ts'
import { ProblemError, toProblem } from '../platform/http/problem.ts'
import { type Command, InputError, parseOptions, UsageError } from './command.ts'
import { inCentreOfDatabase } from './database-command.ts'

const KINDS = { intervals: 'intervals', 'queue-log': 'queue_log' } as const

/** Brings a history file into the database, with an import report. */
export const importCommand: Command = {
  name: 'import',
  summary: 'Brings history into the database, with an import report.',
  usage: 'intervals|queue-log FILE --center CODE [--timezone TZ] [--dry-run] [--queue-map FILE]',
  async run(args) {
    const options = parseOptions(args, {
      center: 'string',
      timezone: 'string',
      'dry-run': 'boolean',
      'queue-map': 'string',
    })
    const [name = '', file] = options.positionals
    if (!Object.hasOwn(KINDS, name) || file === undefined) {
      throw new UsageError('say what to import, intervals or queue-log, and from which file')
    }
    const code = options.required('center')
    const found = await readable(file, stat(file))
    if (!found.isFile()) throw new InputError(`${file} is not a file`)
    const queueMap = await readQueueMap(options.text('queue-map'))
    const outcome = await inCentreOfDatabase({ code, actorName: 'kezek import' }, (db, scope) =>
      importFile(db, scope, createReadStream(file), {
        kind: KINDS[name as keyof typeof KINDS],
        fileName: path.basename(file),
        dryRun: options.flag('dry-run'),
        timezone: options.text('timezone'),
        queueMap,
        language: 'en',
      }),
    ).catch((error: unknown) => {
      if (!(error instanceof ProblemError)) throw error
      throw new InputError(JSON.stringify(toProblem(error, 'en')))
    })
    process.stdout.write(`${JSON.stringify(outcome)}\n`)
  },
}

/** @throws {InputError} unless the file holds JSON: the centre's queue for each name of the file */
async function readQueueMap(file: string | undefined): Promise<QueueMap | undefined> {
  if (file === undefined) return undefined
  const text = await readable(file, readFile(file, 'utf8'))
  try {
    return Value.Parse(QueueMap, JSON.parse(text))
  } catch {
    throw new InputError(`${file} must hold a JSON object, such as {"Helpdesk": "support"}`)
  }
}

async function readable<Result>(file: string, reading: Promise<Result>): Promise<Result> {
  return reading.catch(() => {
    throw new InputError(`${file} cannot be read`)
  })
}
