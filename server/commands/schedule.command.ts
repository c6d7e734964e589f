import { writeFile } from 'node:fs/promises'

import { checkSchedule } from '#forecasting/scheduling/check-schedule.ts'
import { diagnose } from '#forecasting/scheduling/diagnose.ts'
import type { Instance } from '#forecasting/scheduling/instance.ts'
import { describeProblem } from '#forecasting/scheduling/json-cursor.ts'
import { readInstance } from '#forecasting/scheduling/read-instance.ts'
import { score } from '#forecasting/scheduling/score.ts'
import { SCHEDULING_ENGINE_VERSION, iterationsFor, solve } from '#forecasting/scheduling/solve.ts'

import { type Command, InputError, parseOptions } from './command.ts'
import { readJson } from './json-input.ts'
import { withStaffedDemand } from './staffed-demand.ts'

const SEED_MAX = 2_147_483_647
const SECONDS_MAX = 86_400

/** Solves one problem of format `wfm-instance/1`; no database. */
export const scheduleCommand: Command = {
  name: 'schedule',
  summary: 'Solves one scheduling problem of format wfm-instance/1.',
  usage: '--instance FILE --out FILE [--demand FILE] [--seed N] [--time-limit SECONDS]',
  async run(args) {
    const options = parseOptions(args, {
      instance: 'string',
      out: 'string',
      seed: 'string',
      'time-limit': 'string',
      demand: 'string',
    })
    const demand = options.text('demand')
    const problem = await readInstanceFile(options.required('instance'))
    const instance =
      demand === undefined ? problem : withStaffedDemand(problem, await readJson(demand))
    const out = options.required('out')
    const seed = options.integer('seed', { min: 0, max: SEED_MAX }) ?? 1
    const limit = options.integer('time-limit', { min: 1, max: SECONDS_MAX })
    const { blockers, warnings } = diagnose(instance)
    if (blockers.length > 0) {
      throw new InputError(blockers.map((finding) => JSON.stringify(finding)).join('\n'))
    }
    for (const finding of warnings) process.stderr.write(`${JSON.stringify(finding)}\n`)
    const clock = solverClock()
    const solution = solve(instance, {
      seed,
      ...(limit === undefined ? {} : { iterations: iterationsFor(instance, limit) }),
      shouldStop: () => limit !== undefined && clock.share(limit) > SEARCH_SHARE,
    })
    await writeFile(out, `${JSON.stringify(solution.schedule)}\n`)
    const hard = checkSchedule(instance, solution.schedule).length
    const { iterations, stoppedEarly } = solution
    const { objective, core, people } = score(instance, solution.schedule)
    const found = { objective, core, people, hard }
    const run = { iterations, stoppedEarly, cpuSeconds: clock.seconds(), seed }
    process.stdout.write(
      `${JSON.stringify({ instance: instance.name, ...found, ...run, engineVersion: SCHEDULING_ENGINE_VERSION })}\n`,
    )
  },
}

/** The rest of the time cools down and polishes what was found. */
const SEARCH_SHARE = 0.9
/** On a busy machine the limit is of work, but nobody is kept waiting for ever. */
const WALL_SECONDS_PER_CPU_SECOND = 2.5

/** Measures the work of this thread, so that other programs on the machine cost no quality. */
function solverClock(): { seconds: () => number; share: (limitSeconds: number) => number } {
  const begun = process.threadCpuUsage()
  const begunMs = performance.now()
  const seconds = (): number => {
    const { user, system } = process.threadCpuUsage(begun)
    return (user + system) / 1e6
  }
  const wallSeconds = (): number => (performance.now() - begunMs) / 1000
  return {
    seconds,
    share: (limit) => Math.max(seconds(), wallSeconds() / WALL_SECONDS_PER_CPU_SECOND) / limit,
  }
}

async function readInstanceFile(file: string): Promise<Instance> {
  const value = await readJson(file)
  const reading = readInstance(value)
  if (reading.kind === 'refused')
    throw new InputError(reading.problems.map(describeProblem).join('\n'))
  return reading.instance
}
