import { type LocalDate, addDays } from '#forecasting/kernel/calendar.ts'

import type { HalfYearSoFar } from './half-year.ts'
import type { NamedLine } from './judged-lines.ts'
import { kindOf, type SimulatedWork } from './roster-queues.ts'
import type { JudgedSpan, SimulationOutput } from './simulation.compute.ts'
import type { SimulationRow } from './simulation.queries.ts'
import type { Simulation } from './simulation.schema.ts'

/** The part of a simulation that is stored as it is shown. */
export type Outcome = Pick<Simulation, 'lines' | 'halfYear' | 'endlessPatience'>

export function presentOutcome(
  output: SimulationOutput,
  about: {
    readonly lines: readonly NamedLine[]
    readonly half: HalfYearSoFar | null
    readonly fromDate: LocalDate
    readonly works: readonly SimulatedWork[]
  },
): Outcome {
  const { lines, half, fromDate, works } = about
  const dated = (spans: readonly JudgedSpan[], days: number) =>
    spans.map((span, at) => ({ fromDate: addDays(fromDate, at * days), ...span }))
  return {
    lines: output.lines.map((line, at) => ({
      queueIds: [...(lines[at]?.queueIds ?? [])],
      promises: promisesOf(lines[at], works),
      days: dated(line.days, 1),
      weeks: dated(line.weeks, 7),
    })),
    halfYear:
      half === null || output.halfYear === null ? null : { ...shown(half), ...output.halfYear },
    endlessPatience: works.flatMap(({ queue, settings }) =>
      settings.patienceSeconds === undefined && kindOf(settings) !== 'deferred' ? [queue.id] : [],
    ),
  }
}

function promisesOf(line: NamedLine | undefined, works: readonly SimulatedWork[]) {
  return (line?.queues ?? []).flatMap(({ index, asaSeconds, abandonShare, serviceShare }) => {
    const work = works[index]
    if (work === undefined) return []
    return [
      {
        queueId: work.queue.id,
        asaSeconds: asaSeconds === Infinity ? null : asaSeconds,
        abandonShare: abandonShare === 1 ? null : abandonShare,
        serviceLevel: serviceShare === 0 ? null : serviceShare,
      },
    ]
  })
}

function shown({ fromDate, toDate, soFar, untilDate }: HalfYearSoFar) {
  const { answered, waitSeconds, abandoned, offered } = soFar
  return {
    fromDate,
    toDate,
    soFar: {
      answered,
      asaSeconds: answered > 0 ? waitSeconds / answered : null,
      abandonShare: offered > 0 ? abandoned / offered : null,
      untilDate,
    },
  }
}

export function presentSimulation(
  row: SimulationRow,
  staleBecause: Simulation['staleBecause'],
): Simulation {
  return {
    id: row.id,
    scheduleId: row.schedule_id,
    revision: row.revision,
    staleBecause,
    runs: row.runs,
    seed: row.seed,
    engineVersion: row.engine_version,
    dataHash: row.data_hash,
    ...(row.outcome as Outcome),
    madeBy: row.made_by,
    madeAt: row.made_at.toISOString(),
  }
}
