import { readFile } from 'node:fs/promises'

import { localDate } from '#forecasting/kernel/calendar.ts'

import { type LabourRuleSet, parseLabourRules } from '../../fixtures/rules/kz-labour-rules.ts'
import { importRuleSet } from '../features/labour-rules/rule-set-import.service.ts'
import { inCenter } from '../platform/db/scope.ts'
import { ProblemError, toProblem } from '../platform/http/problem.ts'
import { type Command, InputError, parseOptions, UsageError } from './command.ts'
import { inCentreOfDatabase } from './database-command.ts'

const ACTOR = 'kezek rules'

/** Takes over a rule set: the Labour Code as it is from a day on. */
export const rulesCommand: Command = {
  name: 'rules',
  summary: 'Takes over rules of law from a file, for the periods that begin on a day or later.',
  usage: 'import FILE --center CODE --from DATE [--dry-run]',
  async run(args) {
    const options = parseOptions(args, { center: 'string', from: 'string', 'dry-run': 'boolean' })
    const [verb, file] = options.positionals
    if (verb !== 'import' || file === undefined) throw new UsageError('say which file to import')
    const order = {
      from: readDay(options.required('from')),
      madeBy: ACTOR,
      dryRun: options.flag('dry-run'),
    }
    const code = options.required('center')
    const set = await readSet(file)
    const outcome = await inCentreOfDatabase({ code, actorName: ACTOR }, (db, scope) =>
      inCenter(db, scope, (tx) => importRuleSet(tx, scope.centerId, set, order)),
    ).catch((error: unknown) => {
      if (!(error instanceof ProblemError)) throw error
      throw new InputError(JSON.stringify(toProblem(error, 'en')))
    })
    process.stdout.write(`${JSON.stringify(outcome)}\n`)
  },
}

function readDay(text: string): string {
  try {
    return localDate(text)
  } catch {
    throw new UsageError(`--from must be a day such as 2027-01-01, got ${text}`)
  }
}

/** @throws {InputError} naming the field that does not fit */
async function readSet(file: string): Promise<LabourRuleSet> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new InputError(`${file} cannot be read`)
  })
  try {
    return parseLabourRules(text)
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof SyntaxError)) throw error
    throw new InputError(`${file}: ${error.message}`)
  }
}
