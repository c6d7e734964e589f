import { existsSync } from 'node:fs'
import path from 'node:path'

import { boundModel } from '#forecasting/scheduling/bound/bound-model.ts'
import { checkSchedule } from '#forecasting/scheduling/check-schedule.ts'
import type { Instance } from '#forecasting/scheduling/instance.ts'
import { readInstance } from '#forecasting/scheduling/read-instance.ts'
import { score } from '#forecasting/scheduling/score.ts'
import { iterationsFor, solve } from '#forecasting/scheduling/solve.ts'

import { readJson } from '../json-input.ts'
import { solveLinearProgram } from '../linear-solver.ts'
import { solverClock } from '../solver-clock.ts'

/** Instances from small to large, and the seconds of one core that each search may take. */
const CASES = [
  { name: 'cc-010-w1-a', seconds: 15 },
  { name: 'cc-050-w1-a', seconds: 30 },
  { name: 'planted-050-w1-a', seconds: 20 },
  { name: 'cc-120-w1-a-day', seconds: 30 },
  { name: 'cc-200-w1-a', seconds: 60 },
] as const
const BOUND_SECONDS = 300
/** Where the instances are; they are nobody's to copy into the project. */
const SHARED_VARIABLE = 'KEZEK_SHARED'

/**
 * Prints for public instances what the search finds, the bound that a linear program proves in the
 * same run, and how far above it coverage and pay are. All seconds are of one core.
 */
export async function benchScheduling(): Promise<void> {
  const shared = process.env[SHARED_VARIABLE]
  const folder = path.join(shared ?? '', 'scheduling/public')
  if (shared === undefined || !existsSync(folder))
    return print('scheduling skipped: no shared data')
  print(
    row(['scheduling', 'hard', 'objective', 'core', 'bound', 'gap %', 's', 'bound s', 'moves/s']),
  )
  for (const { name, seconds } of CASES) {
    const file = path.join(folder, `${name}.json`)
    if (existsSync(file)) print(row(await measure(await instanceOf(file), seconds)))
  }
}

async function measure(instance: Instance, seconds: number): Promise<string[]> {
  const clock = solverClock(seconds)
  const { schedule, iterations } = solve(instance, {
    seed: 1,
    iterations: iterationsFor(instance, seconds),
    shouldStop: clock.isUp,
  })
  const searched = clock.seconds()
  const { objective, core } = score(instance, schedule)
  const hard = checkSchedule(instance, schedule).length
  const proving = solverClock(undefined)
  const proven = await solveLinearProgram(boundModel(instance), { timeLimitSeconds: BOUND_SECONDS })
  const found = [instance.name, String(hard), objective.toFixed(1), core.toFixed(1)]
  const bound =
    proven.kind === 'optimal'
      ? [proven.objective.toFixed(1), (100 * (core / proven.objective - 1)).toFixed(2)]
      : ['-', '-']
  const speed = Math.round(iterations / searched).toString()
  return [...found, ...bound, searched.toFixed(1), proving.seconds().toFixed(1), speed]
}

async function instanceOf(file: string): Promise<Instance> {
  const reading = readInstance(await readJson(file))
  if (reading.kind === 'refused') throw new Error(`${file} is not an instance`)
  return reading.instance
}

function row([name = '', ...figures]: readonly string[]): string {
  return name.padEnd(20) + figures.map((figure) => figure.padStart(10)).join('')
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
