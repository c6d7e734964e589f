import { randomStream } from '#forecasting/kernel/random-stream.ts'
import { drawTraffic } from '#forecasting/simulation/draw-traffic.ts'
import {
  recordDay,
  type RecordedEvent,
  type RecordedPerson,
  type RecordedSpan,
} from '#forecasting/simulation/record-day.ts'

import { InputError } from '../command.ts'
import { centreOf, type SimulateInput } from '../simulate-input.ts'
import { unpunctual } from './unpunctual.ts'

/** A simulated day with the names that a telephone system uses. */
export interface RecordedDay {
  readonly queues: readonly string[]
  readonly people: readonly RecordedPerson[]
  readonly events: readonly RecordedEvent[]
}

interface RecordingOrder {
  readonly seed: number
  /** Of the shifts that do not go as planned, 0..1. */
  readonly unpunctualShare?: number
  /** People go by personnel numbers from this one on; without it by their group. */
  readonly firstNumber?: number | undefined
}

type Group = SimulateInput['groups'][number]

/**
 * The day of a file for `simulate`: calls alone, by named people. The same seed makes the same day, with
 * the same calls whether people keep to their shifts or not.
 *
 * @throws {InputError} for a queue of another kind
 */
export function recordedDay(
  input: SimulateInput,
  { seed, unpunctualShare = 0, firstNumber }: RecordingOrder,
): RecordedDay {
  const other = input.queues.find(({ kind }) => kind !== undefined && kind !== 'call')
  if (other !== undefined) throw new InputError(`queue ${other.id}: only calls can be replayed`)
  const queues = input.queues.map(({ id }) => id)
  const planned = input.groups.flatMap((group) => peopleOf(group, queues, input.interval_seconds))
  const named = planned.map((person, at) =>
    firstNumber === undefined ? person : { ...person, name: String(firstNumber + at) },
  )
  const people = unpunctual(named, unpunctualShare, randomStream(seed, 'punctuality'))
  const traffic = drawTraffic(centreOf(input), randomStream(seed, 'traffic 0'))
  return { queues, people, events: recordDay(traffic, people) }
}

/** Called after their group: `voice-1`, `voice-2`, … */
function peopleOf(
  group: Group,
  queues: readonly string[],
  intervalSeconds: number,
): RecordedPerson[] {
  const spans = group.shifts === undefined ? levelSpans(group, intervalSeconds) : shiftSpans(group)
  return spans.map((own, at) => ({
    name: `${group.id}-${at + 1}`,
    queues: group.queues.map((id) => queues.indexOf(id)),
    spans: own,
  }))
}

function shiftSpans({ shifts = [] }: Group): RecordedSpan[][] {
  return shifts.flatMap(({ people = 1, start_seconds: start, end_seconds: end, breaks = [] }) =>
    Array.from({ length: people }, () => [
      {
        startSeconds: Math.round(start),
        endSeconds: Math.round(end),
        breaks: breaks.map((pause) => ({
          startSeconds: Math.round(pause.start_seconds),
          endSeconds: Math.round(pause.end_seconds),
          reason: 'meal',
        })),
      },
    ]),
  )
}

/** Of levels by interval: the n-th person is there whenever more than n are. */
function levelSpans({ agents = 0 }: Group, intervalSeconds: number): RecordedSpan[][] {
  const levels = Array.isArray(agents) ? agents : [agents]
  const most = Math.max(0, ...levels)
  return Array.from({ length: most }, (_, person) => {
    const spans: { startSeconds: number; endSeconds: number; breaks: [] }[] = []
    for (const [at, level] of levels.entries()) {
      if (level <= person) continue
      const startSeconds = Math.round(at * intervalSeconds)
      const endSeconds = Math.round((at + 1) * intervalSeconds)
      const last = spans.at(-1)
      if (last?.endSeconds === startSeconds) last.endSeconds = endSeconds
      else spans.push({ startSeconds, endSeconds, breaks: [] })
    }
    return spans
  })
}
