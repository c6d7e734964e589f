import { readFile, writeFile } from 'node:fs/promises'

import { checkNrp } from '#forecasting/scheduling/nrp/check-nrp.ts'
import { OFF, type NrpInstance, type NrpRoster } from '#forecasting/scheduling/nrp/nrp-instance.ts'
import { readNrp } from '#forecasting/scheduling/nrp/read-nrp.ts'
import { solveNrp } from '#forecasting/scheduling/nrp/solve-nrp.ts'
import type { UnreachableMinutes } from '#forecasting/scheduling/nrp/unreachable-minutes.ts'

import { columnPrograms } from '../platform/column-program.ts'
import { InputError } from './command.ts'
import { solverClock } from './solver-clock.ts'

const DEFAULT_SECONDS = 60

/**
 * Solves one file of the public shift scheduling benchmark, and writes the roster as
 * `{ "format": "nrp-roster/1", "penalty", "breaches", "findings", "assignments": [{ "employee", "day",
 * "shift" }] }`. A finding names who has no row that keeps every rule, and is told on standard error too.
 *
 * @returns what the command prints
 */
export async function scheduleNrp(run: {
  readonly file: string
  readonly out: string
  readonly seed: number
  readonly limitSeconds: number | undefined
}): Promise<object> {
  const { file, out, seed, limitSeconds = DEFAULT_SECONDS } = run
  const text = await readFile(file, 'utf8').catch(() => {
    throw new InputError(`${file} cannot be read`)
  })
  const reading = readNrp(text)
  if (reading.kind === 'refused') throw new InputError(reading.problems.join('\n'))
  const { instance } = reading
  const clock = solverClock(limitSeconds)
  const { roster, bound, unreachable } = solveNrp(instance, {
    seed,
    seconds: limitSeconds,
    openProgram: await columnPrograms(),
    shouldStop: clock.isUp,
  })
  const { penalty, breaches } = checkNrp(instance, roster)
  const findings = unreachable.map(findingOf)
  for (const finding of findings) process.stderr.write(`${JSON.stringify(finding)}\n`)
  const assignments = assignmentsOf(instance, roster)
  const answer = { format: 'nrp-roster/1', penalty, breaches, findings, assignments }
  await writeFile(out, `${JSON.stringify(answer)}\n`)
  return {
    objective: penalty,
    hard: breaches.length,
    ...(bound === undefined ? {} : { bound }),
    ...(findings.length === 0 ? {} : { findings }),
    cpuSeconds: clock.seconds(),
    seed,
  }
}

function findingOf({
  person,
  minMinutes: targetMin,
  maxReachableMinutes: maxReachableMin,
  freedBy,
}: UnreachableMinutes) {
  const wayOut =
    freedBy.length === 0
      ? 'no single rule is in the way'
      : `it would do to lift one of: ${freedBy.join(', ')}`
  return {
    kind: 'unreachable-hours',
    op: person,
    rule: 'min-minutes',
    freedBy,
    targetMin,
    maxReachableMin,
    message: `${person} must work ${targetMin} minutes and can work ${maxReachableMin} at most: ${wayOut}`,
  }
}

function assignmentsOf({ staff, days, shifts }: NrpInstance, roster: NrpRoster) {
  return [...roster].flatMap((shift, cell) => {
    if (shift === OFF) return []
    const employee = staff[Math.floor(cell / days)]?.id
    return [{ employee, day: cell % days, shift: shifts[shift]?.id }]
  })
}
