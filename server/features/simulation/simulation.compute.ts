import { randomStream } from '#forecasting/kernel/random-stream.ts'
import type { KeptRun } from '#forecasting/simulation/kept-run.ts'
import {
  type PeriodAhead,
  type PeriodOutcome,
  periodOutcome,
} from '#forecasting/simulation/period-chance.ts'
import {
  type IntervalSpan,
  type JudgedLine,
  keptChance,
  promiseSums,
  type SpanOutcome,
  spanOutcome,
  type Spread,
} from '#forecasting/simulation/roster-outcomes.ts'
import { type Roster, simulateRoster } from '#forecasting/simulation/simulate-roster.ts'
import type { Task } from '#server/platform/jobs/compute.ts'

/** Part of every stored simulation. */
export const SIMULATION_ENGINE_VERSION = 'kezek-simulation/1'

export interface SimulationInput {
  readonly roster: Roster
  readonly runs: number
  readonly seed: number
  /** The first is the one that the half-year is told of. */
  readonly lines: readonly (JudgedLine & { readonly isPromised: boolean })[]
  /** Null where the first line is promised nothing. */
  readonly halfYear: PeriodAhead | null
}

export interface JudgedSpan extends SpanOutcome {
  /** Share of the runs that keep every promise of the line; null where there is none. */
  readonly keptChance: number | null
}

/** One column an interval. */
export type IntervalColumns = {
  readonly [Figure in keyof SpanOutcome]: { readonly [Part in keyof Spread]: (number | null)[] }
}

export interface SimulationOutput {
  /** Fewer than were asked for when somebody stopped it. */
  readonly runs: number
  readonly lines: readonly {
    readonly days: readonly JudgedSpan[]
    readonly weeks: readonly JudgedSpan[]
    readonly intervals: IntervalColumns
  }[]
  readonly halfYear: PeriodOutcome | null
}

const DAYS_PER_WEEK = 7
/** The runs take most of the time; to sum them up takes the rest. */
const RUNS_SHARE = 0.9

/** Simulates a roster in a worker thread. */
export const computeSimulation: Task<SimulationInput, SimulationOutput> = (input, context) => {
  const { roster, seed, lines, halfYear } = input
  const runs = simulateRoster(roster, {
    runs: input.runs,
    seed,
    shouldStop: (done) => {
      context.report((done / input.runs) * RUNS_SHARE, 'simulate')
      return context.shouldStop()
    },
  })
  const days = spansOf(roster.dayStarts, intervalsOf(roster))
  const [first] = lines
  return {
    runs: runs.length,
    lines: lines.map((line, at) => {
      context.report(RUNS_SHARE + (1 - RUNS_SHARE) * (at / lines.length), 'sum_up')
      return lineOutcome(runs, line, days)
    }),
    halfYear:
      halfYear === null || first === undefined || runs.length === 0
        ? null
        : periodOutcome(weekRunsOf(runs, first, days), halfYear, randomStream(seed, 'half-year')),
  }
}

function intervalsOf({ queues }: Roster): number {
  return queues[0]?.contacts.length ?? 0
}

function spansOf(starts: readonly number[], end: number): IntervalSpan[] {
  return starts.map((from, at) => ({ from, to: starts[at + 1] ?? end }))
}

function lineOutcome(
  runs: readonly KeptRun[],
  line: SimulationInput['lines'][number],
  days: readonly IntervalSpan[],
): SimulationOutput['lines'][number] {
  const judged = (span: IntervalSpan): JudgedSpan => ({
    ...rounded(spanOutcome(runs, line, span)),
    keptChance: line.isPromised ? keptChance(runs, line, span) : null,
  })
  const weeks = chunks(days).map((week) => ({
    from: week[0]?.from ?? 0,
    to: week.at(-1)?.to ?? 0,
  }))
  const end = days.at(-1)?.to ?? 0
  const each = Array.from({ length: end }, (_, t) =>
    rounded(spanOutcome(runs, line, { from: t, to: t + 1 })),
  )
  return { days: days.map(judged), weeks: weeks.map(judged), intervals: columnsOf(each) }
}

function chunks(days: readonly IntervalSpan[]): IntervalSpan[][] {
  return Array.from({ length: Math.ceil(days.length / DAYS_PER_WEEK) }, (_, week) =>
    days.slice(week * DAYS_PER_WEEK, (week + 1) * DAYS_PER_WEEK),
  )
}

/** Of each run, its weeks one after the other: a week that is drawn is a week of some run. */
function weekRunsOf(runs: readonly KeptRun[], line: JudgedLine, days: readonly IntervalSpan[]) {
  return runs.flatMap((run) =>
    chunks(days).map((week) => week.map((day) => promiseSums(run, line, day))),
  )
}

const FIGURES = ['offered', 'asaSeconds', 'serviceLevel', 'abandonShare', 'occupancy'] as const

/** Five figures are more than runs can tell. */
function rounded(outcome: SpanOutcome): SpanOutcome {
  const cut = (figure: number | null): number | null =>
    figure === null ? null : Number(figure.toPrecision(5))
  const each = ({ mean, p10, p50, p90 }: Spread): Spread => ({
    mean: cut(mean),
    p10: cut(p10),
    p50: cut(p50),
    p90: cut(p90),
  })
  return {
    offered: each(outcome.offered),
    asaSeconds: each(outcome.asaSeconds),
    serviceLevel: each(outcome.serviceLevel),
    abandonShare: each(outcome.abandonShare),
    occupancy: each(outcome.occupancy),
  }
}

function columnsOf(intervals: readonly SpanOutcome[]): IntervalColumns {
  const columns = FIGURES.map((figure) => {
    const part = (name: keyof Spread) => intervals.map((one) => one[figure][name])
    const all = { mean: part('mean'), p10: part('p10'), p50: part('p50'), p90: part('p90') }
    return [figure, all] as const
  })
  return Object.fromEntries(columns) as IntervalColumns
}
