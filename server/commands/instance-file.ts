import type { Instance } from '#forecasting/scheduling/instance.ts'
import { describeProblem } from '#forecasting/scheduling/json-cursor.ts'
import { readInstance } from '#forecasting/scheduling/read-instance.ts'

import { InputError } from './command.ts'
import { readJson } from './json-input.ts'

/**
 * Reads a scheduling problem of format `wfm-instance/1`.
 *
 * @throws {InputError} with everything that is wrong with it
 */
export async function readInstanceFile(file: string): Promise<Instance> {
  const value = await readJson(file)
  const reading = readInstance(value)
  if (reading.kind === 'refused')
    throw new InputError(reading.problems.map(describeProblem).join('\n'))
  return reading.instance
}
