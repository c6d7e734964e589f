import { randomStream } from '#forecasting/kernel/random-stream.ts'
import {
  type Band,
  everyInterval,
  occupancyOf,
  promiseKept,
  type QueueOutcome,
  queueOutcome,
} from '#forecasting/simulation/run-outcomes.ts'
import type { RunTally } from '#forecasting/simulation/run-tally.ts'
import { simulateDays } from '#forecasting/simulation/simulate-days.ts'

import { type Command, InputError, parseOptions } from './command.ts'
import { readJson } from './json-input.ts'
import { centreOf, checkedSimulation, type SimulateInput } from './simulate-input.ts'

const RUNS = 100
const HALF_YEAR_DAYS = 182
const DAY_SECONDS = 86_400

/** Simulates a staffed day, or several; no database. */
export const simulateCommand: Command = {
  name: 'simulate',
  summary: 'Simulates staffed days event by event: waits, losses and occupancy, with bands.',
  usage: '--input FILE',
  async run(args) {
    const options = parseOptions(args, { input: 'string' })
    const input = checkedSimulation(await readJson(options.required('input')))
    const seed = input.seed ?? 1
    const runs = simulated(input, seed)
    process.stdout.write(`${JSON.stringify(answerOf(input, runs, seed))}\n`)
  },
}

function simulated(input: SimulateInput, seed: number): RunTally[] {
  try {
    return simulateDays(centreOf(input), { runs: input.runs ?? RUNS, seed })
  } catch (error) {
    if (error instanceof RangeError) throw new InputError(error.message)
    throw error
  }
}

function answerOf(input: SimulateInput, runs: readonly RunTally[], seed: number): object {
  const every = runs[0] === undefined ? [] : everyInterval(runs[0])
  return {
    runs: runs.length,
    seed,
    queues: input.queues.map(({ id, targets }, index) => ({
      id,
      ...presentQueue(queueOutcome(runs, { intervals: every, of: [index] })),
      ...(targets === undefined ? {} : keptShares({ input, runs, seed }, index)),
      intervals: every.map((interval) =>
        presentQueue(queueOutcome(runs, { intervals: [interval], of: [index] })),
      ),
    })),
    groups: input.groups.map(({ id }, index) => ({
      id,
      occupancy: present(occupancyOf(runs, { intervals: every, of: [index] })),
      intervals: every.map((interval) => ({
        occupancy: present(occupancyOf(runs, { intervals: [interval], of: [index] })),
      })),
    })),
  }
}

/** How likely the targets are kept over the simulated time, and over a half-year of times like it. */
function keptShares(
  { input, runs, seed }: { input: SimulateInput; runs: readonly RunTally[]; seed: number },
  index: number,
): object {
  const { targets } = input.queues[index] ?? {}
  const promise = {
    ...(targets?.asa_seconds === undefined ? {} : { asaSeconds: targets.asa_seconds }),
    ...(targets?.abandon_share === undefined ? {} : { abandonShare: targets.abandon_share }),
  }
  const seconds = input.interval_seconds * (input.queues[0]?.contacts.length ?? 0)
  // A day of eight hours is a day.
  const days = Math.max(1, Math.round(seconds / DAY_SECONDS))
  const periods = Math.max(1, Math.round(HALF_YEAR_DAYS / days))
  const of = { queues: [index], promise }
  const random = randomStream(seed, 'periods')
  return {
    p_targets_met: promiseKept(runs, of, { periods: 1, random }),
    p_targets_met_half_year: promiseKept(runs, of, { periods, random }),
  }
}

function presentQueue(outcome: QueueOutcome): object {
  return {
    offered: present(outcome.offered),
    asa_seconds: present(outcome.asaSeconds),
    service_level: present(outcome.serviceLevel),
    abandon_share: present(outcome.abandonShare),
  }
}

/** Six figures are more than runs can tell. */
function present({ mean, low, high }: Band): Band {
  return { mean: rounded(mean), low: rounded(low), high: rounded(high) }
}

function rounded(figure: number | null): number | null {
  return figure === null ? null : Number(figure.toPrecision(6))
}
