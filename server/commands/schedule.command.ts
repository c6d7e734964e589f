import { writeFile } from 'node:fs/promises'

import { boundModel } from '#forecasting/scheduling/bound/bound-model.ts'
import { checkSchedule } from '#forecasting/scheduling/check-schedule.ts'
import { type Finding, diagnose } from '#forecasting/scheduling/diagnose.ts'
import type { Instance, Schedule } from '#forecasting/scheduling/instance.ts'
import {
  type PlannerBreach,
  checkPlannerRules,
} from '#forecasting/scheduling/planner-rules/check-planner-rules.ts'
import {
  priceRelaxations,
  type RelaxationPrices,
} from '#forecasting/scheduling/relaxations/price-relaxations.ts'
import { possibleRelaxations } from '#forecasting/scheduling/relaxations/relaxation.ts'
import { score } from '#forecasting/scheduling/score.ts'
import { SCHEDULING_ENGINE_VERSION, iterationsFor } from '#forecasting/scheduling/solve.ts'

import { solveLinearProgram } from '../platform/linear-solver.ts'
import { type Command, InputError, UsageError, parseOptions } from './command.ts'
import { readInstanceFile } from './instance-file.ts'
import { readJson } from './json-input.ts'
import { readPlanFile } from './plan-file.ts'
import { scheduleNrp } from './schedule-nrp.ts'
import { searchSeeds } from './search-seeds.ts'
import { withStaffedDemand } from './staffed-demand.ts'
import { readWaitInput } from './wait-input.ts'

const SEED_MAX = 2_147_483_647
const SECONDS_MAX = 86_400
const WORKERS_MAX = 64
const BOUND_SECONDS_MAX = 3_600
/** Of each of some dozens of searches. */
const RULE_PRICE_SECONDS = 0.75

/** Solves one problem of format `wfm-instance/1`, or one of a public benchmark; no database. */
export const scheduleCommand: Command = {
  name: 'schedule',
  summary: 'Solves one scheduling problem of format wfm-instance/1, or of a public benchmark.',
  usage:
    '--instance FILE --out FILE [--demand FILE] [--wait FILE] [--from FILE] [--seed N] [--time-limit SECONDS] [--workers N] [--bound] [--rule-prices] [--format wfm|nrp]',
  async run(args) {
    const options = parseOptions(args, {
      instance: 'string',
      out: 'string',
      seed: 'string',
      'time-limit': 'string',
      from: 'string',
      demand: 'string',
      wait: 'string',
      bound: 'boolean',
      'rule-prices': 'boolean',
      workers: 'string',
      format: 'string',
    })
    const file = options.required('instance')
    const out = options.required('out')
    const seed = options.integer('seed', { min: 0, max: SEED_MAX }) ?? 1
    const limitSeconds = options.integer('time-limit', { min: 1, max: SECONDS_MAX })
    const run = { file, out, seed, limitSeconds }
    const format = options.text('format') ?? 'wfm'
    if (format === 'nrp') return print(await scheduleNrp(run))
    if (format !== 'wfm') throw new UsageError(`--format must be wfm or nrp, got ${format}`)
    const demand = options.text('demand')
    const staffed = demand === undefined ? undefined : await readJson(demand)
    const wait = options.text('wait')
    if (demand !== undefined && wait !== undefined) {
      throw new UsageError('--demand and --wait exclude each other')
    }
    const waited = wait === undefined ? undefined : await readJson(wait)
    const workers = options.integer('workers', { min: 1, max: WORKERS_MAX }) ?? 1
    const withBound = options.flag('bound')
    const withRulePrices = options.flag('rule-prices')
    const from = options.text('from')
    return print(
      await scheduleWfm({ ...run, from, staffed, waited, withBound, withRulePrices, workers }),
    )
  },
}

function print(summary: object): void {
  process.stdout.write(`${JSON.stringify(summary)}\n`)
}

interface WfmRun {
  readonly file: string
  readonly out: string
  readonly seed: number
  /** Seconds of one core. */
  readonly limitSeconds: number | undefined
  /** File of a schedule to go on from, such as that of a search that was ended early. */
  readonly from: string | undefined
  /** Demand that `staff` computed, instead of the instance's own. */
  readonly staffed: unknown
  /** Contacts whose waiting makes the demand, instead of the instance's own. */
  readonly waited: unknown
  readonly withBound: boolean
  /** Whether each rule is priced, relaxed by one step. */
  readonly withRulePrices: boolean
  /** Threads, each with a seed of its own; the best plan counts. */
  readonly workers: number
}

async function scheduleWfm(run: WfmRun): Promise<object> {
  const { file, out, seed, limitSeconds, staffed, withBound, withRulePrices, workers } = run
  const problem = await readInstanceFile(file)
  const given = staffed === undefined ? problem : withStaffedDemand(problem, staffed)
  const { blockers, warnings } = diagnose(given)
  if (blockers.length > 0) {
    throw new InputError(blockers.map(findingLine).join('\n'))
  }
  for (const finding of warnings) process.stderr.write(`${findingLine(finding)}\n`)
  const wait = run.waited === undefined ? undefined : readWaitInput(run.waited, given)
  const iterations =
    limitSeconds === undefined ? undefined : iterationsFor(given, limitSeconds, 'patient')
  const from = run.from === undefined ? undefined : await readPlanFile(run.from, given)
  const found = await searchSeeds(
    { instance: given, wait, from, seed, iterations, limitSeconds },
    workers,
  )
  const { schedule, instance } = found
  await writeFile(out, `${JSON.stringify(schedule)}\n`)
  const { objective, core, people } = score(instance, schedule)
  const broken = brokenRules(instance, schedule)
  return {
    instance: instance.name,
    objective,
    core,
    people,
    hard: checkSchedule(instance, schedule).length + broken.length,
    ...(broken.length === 0 ? {} : { brokenPlannerRules: broken }),
    ...found.told,
    ...(withBound ? await boundAndGap(instance, core) : {}),
    ...(withRulePrices ? { rulePrices: rulePricesOf(instance, schedule, found.seed) } : {}),
    iterations: found.iterations,
    end: found.end,
    stoppedEarly: found.end !== 'budget',
    cpuSeconds: found.cpuSeconds,
    seed: found.seed,
    engineVersion: SCHEDULING_ENGINE_VERSION,
  }
}

/** One line of JSON, with the figures beside the names. */
function findingLine({ values = {}, message, ...finding }: Finding): string {
  return JSON.stringify({ ...finding, ...values, message })
}

/** Breaches of planners' rules that must be kept: no roster that keeps them was found. */
function brokenRules(instance: Instance, schedule: Schedule): PlannerBreach[] {
  return checkPlannerRules(instance, schedule).filter(({ cost }) => cost === undefined)
}

/** What each rule relaxed by one step was found to bring. */
function rulePricesOf(instance: Instance, plan: Schedule, seed: number): RelaxationPrices {
  const contracts = new Set(instance.contracts.map(({ id }) => id))
  return priceRelaxations(instance, plan, possibleRelaxations(instance, contracts), {
    seed,
    iterations: iterationsFor(instance, RULE_PRICE_SECONDS, 'quick'),
  })
}

/** The proven bound, and by what share of it the schedule's coverage and pay are above. */
async function boundAndGap(instance: Instance, core: number): Promise<object> {
  const proven = await solveLinearProgram(boundModel(instance), {
    timeLimitSeconds: BOUND_SECONDS_MAX,
  })
  if (proven.kind === 'unsolved') return { bound: null, boundStatus: proven.status }
  return { bound: proven.objective, gap: core / proven.objective - 1 }
}
