import { type LocalDate, startOfLocalDay } from '#forecasting/kernel/calendar.ts'

import type { IntervalColumns } from './simulation.compute.ts'
import type { SimulationIntervals } from './simulation.schema.ts'

/** The intervals of a line, as they are stored. */
interface StoredLine {
  readonly queueIds: readonly string[]
  readonly intervals: IntervalColumns
}

/**
 * @param stored the lines of a simulation
 * @param queueId undefined for the first line, of the queues that are judged together
 * @returns undefined if there is no such simulation, or no such queue in it
 */
export function presentIntervals(
  stored: unknown,
  queueId: string | undefined,
  place: {
    readonly fromDate: string
    readonly timezone: string
    readonly intervalMinutes: number
  },
): SimulationIntervals | undefined {
  if (stored === undefined) return undefined
  const [together, ...single] = stored as readonly StoredLine[]
  const line =
    queueId === undefined ? together : single.find(({ queueIds }) => queueIds.includes(queueId))
  if (line === undefined) return undefined
  const fromMs = startOfLocalDay(place.fromDate as LocalDate, place.timezone)
  const { intervals } = line
  return {
    intervalMinutes: place.intervalMinutes,
    startsAt: intervals.offered.mean.map((_, t) =>
      new Date(fromMs + t * place.intervalMinutes * 60_000).toISOString(),
    ),
    ...intervals,
  }
}
