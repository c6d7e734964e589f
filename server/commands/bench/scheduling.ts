import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { boundModel } from '#forecasting/scheduling/bound/bound-model.ts'
import { checkSchedule } from '#forecasting/scheduling/check-schedule.ts'
import type { Instance } from '#forecasting/scheduling/instance.ts'
import { checkNrp } from '#forecasting/scheduling/nrp/check-nrp.ts'
import type { OpenColumnProgram } from '#forecasting/scheduling/nrp/column-program.ts'
import type { NrpInstance } from '#forecasting/scheduling/nrp/nrp-instance.ts'
import { readNrp } from '#forecasting/scheduling/nrp/read-nrp.ts'
import { solveNrp } from '#forecasting/scheduling/nrp/solve-nrp.ts'
import { readInstance } from '#forecasting/scheduling/read-instance.ts'
import { score } from '#forecasting/scheduling/score.ts'
import { iterationsFor, solve } from '#forecasting/scheduling/solve.ts'

import { columnPrograms } from '../../platform/column-program.ts'
import { solveLinearProgram } from '../../platform/linear-solver.ts'
import { readJson } from '../json-input.ts'
import { solverClock } from '../solver-clock.ts'
import { solvePlainly } from './plain-integer-program.ts'

/** Instances from small to large, and the seconds of one core that each search may take. */
const CASES = [
  { name: 'cc-010-w1-a', seconds: 15 },
  { name: 'cc-050-w1-a', seconds: 30 },
  { name: 'planted-050-w1-a', seconds: 20 },
  { name: 'cc-120-w1-a-day', seconds: 30 },
  { name: 'cc-200-w1-a', seconds: 60 },
] as const
const BOUND_SECONDS = 300
/** Beyond this a plain integer program has no plan in many times the seconds. */
const PLAIN_OPERATORS_MAX = 50
/** Files of the public benchmark of whole shifts, and the seconds of one core for each. */
const NRP_FILES = [1, 2, 3, 5, 6, 8, 10, 12, 13, 15]
const NRP_SECONDS = 60
/** Where the instances are; they are nobody's to copy into the project. */
const SHARED_VARIABLE = 'KEZEK_SHARED'

/**
 * Prints for public instances what the search finds, the bound that a linear program proves in the
 * same run, how far above it coverage and pay are, and what a plain integer program comes to in the same
 * time. All seconds are of one core.
 */
export async function benchScheduling(): Promise<void> {
  const shared = process.env[SHARED_VARIABLE]
  const folder = path.join(shared ?? '', 'scheduling/public')
  if (shared === undefined || !existsSync(folder))
    return print('scheduling skipped: no shared data')
  print(
    row([
      'scheduling',
      'hard',
      'objective',
      'core',
      'bound',
      'gap %',
      's',
      'bound s',
      'moves/s',
      'plain',
    ]),
  )
  for (const { name, seconds } of CASES) {
    const file = path.join(folder, `${name}.json`)
    if (existsSync(file)) print(row(await measure(await instanceOf(file), seconds)))
  }
  await benchNrp(path.join(shared, 'scheduling/curtois-nrp'))
}

/** The same of the public benchmark, against the best that anybody has found. */
async function benchNrp(folder: string): Promise<void> {
  const results = path.join(folder, 'best_known.json')
  if (!existsSync(results)) return
  const { best_known: best } = (await readJson(results)) as { best_known: Record<string, number> }
  print(row(['nrp', 'hard', 'penalty', 'bound', 'best', 'gap %', 's']))
  const openProgram = await columnPrograms()
  for (const number of NRP_FILES) {
    const reading = readNrp(await readFile(path.join(folder, `Instance${number}.txt`), 'utf8'))
    if (reading.kind === 'refused') throw new Error(reading.problems.join(', '))
    const known = best[number] ?? Number.NaN
    print(row([`Instance${number}`, ...measureNrp(reading.instance, known, openProgram)]))
  }
}

function measureNrp(instance: NrpInstance, best: number, openProgram: OpenColumnProgram): string[] {
  const clock = solverClock(NRP_SECONDS)
  const { roster, bound } = solveNrp(instance, {
    seed: 1,
    seconds: NRP_SECONDS,
    openProgram,
    shouldStop: clock.isUp,
  })
  const seconds = clock.seconds()
  const { breaches, penalty } = checkNrp(instance, roster)
  const gap = (100 * (penalty / best - 1)).toFixed(1)
  return [`${breaches.length}`, `${penalty}`, `${bound ?? '-'}`, `${best}`, gap, seconds.toFixed(1)]
}

async function measure(instance: Instance, seconds: number): Promise<string[]> {
  const clock = solverClock(seconds)
  const { schedule, iterations } = solve(instance, {
    seed: 1,
    iterations: iterationsFor(instance, seconds, 'patient'),
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
  const times = [searched.toFixed(1), proving.seconds().toFixed(1)]
  return [...found, ...bound, ...times, speed, await plainObjective(instance, seconds)]
}

/** The objective that a plain integer program comes to in the same time, of teams that it can take. */
async function plainObjective(instance: Instance, seconds: number): Promise<string> {
  if (instance.operators.length > PLAIN_OPERATORS_MAX) return '-'
  const plan = await solvePlainly(instance, seconds)
  return plan === undefined ? 'none' : score(instance, plan).objective.toFixed(1)
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
