import { writeFile } from 'node:fs/promises'

import { designShifts } from '#forecasting/scheduling/shift-design/design-shifts.ts'
import { withKinds } from '#forecasting/scheduling/shift-design/with-kinds.ts'

import { columnPrograms } from '../platform/column-program.ts'
import { type Command, InputError, parseOptions } from './command.ts'
import { readInstanceFile } from './instance-file.ts'

const DEFAULT_TOLERANCE_PERCENT = 5
const DEFAULT_MOST = 30

/** Which shapes and starts are worth offering, and optionally the problem with those alone; no database. */
export const designShiftsCommand: Command = {
  name: 'design-shifts',
  summary: 'A few kinds of shift with which a week costs little more than with all.',
  usage: '--instance FILE [--tolerance PERCENT] [--most N] [--out FILE]',
  async run(args) {
    const options = parseOptions(args, {
      instance: 'string',
      tolerance: 'string',
      most: 'string',
      out: 'string',
    })
    const instance = await readInstanceFile(options.required('instance'))
    const percent = options.integer('tolerance', { min: 0, max: 100 }) ?? DEFAULT_TOLERANCE_PERCENT
    const most = options.integer('most', { min: 1, max: 1000 }) ?? DEFAULT_MOST
    const out = options.text('out')
    const namesShapes =
      instance.plannerRules !== undefined || instance.locks.some((lock) => 'shape' in lock)
    if (out !== undefined && namesShapes) {
      throw new InputError(
        "--out: locks and planners' rules of the instance name shapes it would not have",
      )
    }
    const design = designShifts(instance, await columnPrograms(), {
      tolerance: percent / 100,
      most,
    })
    if (out !== undefined) {
      await writeFile(out, `${JSON.stringify(withKinds(instance, design.kinds))}\n`)
    }
    process.stdout.write(`${JSON.stringify({ instance: instance.name, ...design })}\n`)
  },
}
