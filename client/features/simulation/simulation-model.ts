import type { components } from '../../api/schema.d.ts'

export type Simulation = components['schemas']['Simulation']
export type SimulationLine = Simulation['lines'][number]
export type JudgedSpan = SimulationLine['days'][number]
export type Spread = JudgedSpan['asaSeconds']

/** What the chart may show of every interval. */
export const MEASURES = ['asaSeconds', 'abandonShare', 'occupancy'] as const
export type Measure = (typeof MEASURES)[number]

/** One interval of a line, as the runs found it. */
export interface SimulatedInterval {
  readonly startMs: number
  readonly endMs: number
  readonly offered: Spread
  readonly asaSeconds: Spread
  readonly serviceLevel: Spread
  readonly abandonShare: Spread
  readonly occupancy: Spread
}

type Columns = components['schemas']['SimulationIntervals']
type Figure = Exclude<keyof Columns, 'intervalMinutes' | 'startsAt'>

/** Columns of the API as a row an interval, within a span; nights without a contact are left out. */
export function toIntervals(
  columns: Columns,
  span: { readonly startMs: number; readonly endMs: number },
): SimulatedInterval[] {
  const at = (figure: Figure, t: number): Spread => ({
    mean: columns[figure].mean[t] ?? null,
    p10: columns[figure].p10[t] ?? null,
    p50: columns[figure].p50[t] ?? null,
    p90: columns[figure].p90[t] ?? null,
  })
  return columns.startsAt.flatMap((instant, t) => {
    const startMs = Date.parse(instant)
    const offered = at('offered', t)
    const isWithin = startMs >= span.startMs && startMs < span.endMs
    if (!isWithin || (offered.mean ?? 0) === 0) return []
    return [
      {
        startMs,
        endMs: startMs + columns.intervalMinutes * 60_000,
        offered,
        asaSeconds: at('asaSeconds', t),
        serviceLevel: at('serviceLevel', t),
        abandonShare: at('abandonShare', t),
        occupancy: at('occupancy', t),
      },
    ]
  })
}

/** The line of one queue, or of those that are judged together when none is chosen. */
export function lineOf(
  { lines }: Pick<Simulation, 'lines'>,
  queueId: string | undefined,
): SimulationLine | undefined {
  const [together, ...single] = lines
  return queueId === undefined
    ? together
    : (single.find(({ queueIds }) => queueIds.includes(queueId)) ?? together)
}

/** The days of a week of several that were simulated together, and the week itself. */
export function weekOf(
  line: Pick<SimulationLine, 'days' | 'weeks'> | undefined,
  date: string,
): { readonly days: readonly JudgedSpan[]; readonly week: JudgedSpan | undefined } {
  const at = line?.weeks.findIndex(({ fromDate }) => fromDate === date) ?? -1
  return line === undefined || at < 0
    ? { days: [], week: undefined }
    : { days: line.days.slice(at * 7, at * 7 + 7), week: line.weeks[at] }
}
