import type { SimulatedGroup } from './simulated-centre.ts'

/** Half-open, in seconds from the start of the simulated time. */
export interface SimulatedSpan {
  readonly fromSeconds: number
  readonly toSeconds: number
}

/** A shift of so many people, who take the same breaks. */
export interface SimulatedShift extends SimulatedSpan {
  readonly people: number
  readonly breaks: readonly SimulatedSpan[]
}

/**
 * Who is there, as shifts begin and end and breaks are taken: one level for every time at which
 * anything changes. A shift that began before the simulated time is there from the start.
 *
 * @throws {RangeError} if a span ends before it begins
 */
export function shiftLevels(shifts: readonly SimulatedShift[]): SimulatedGroup['levels'] {
  const changes = new Map<number, number>([[0, 0]])
  const add = ({ fromSeconds, toSeconds }: SimulatedSpan, people: number): void => {
    if (!(fromSeconds <= toSeconds)) {
      throw new RangeError(`a span must not end before it begins: ${fromSeconds}–${toSeconds}`)
    }
    for (const [at, change] of [
      [Math.max(0, fromSeconds), people],
      [Math.max(0, toSeconds), -people],
    ] as const) {
      changes.set(at, (changes.get(at) ?? 0) + change)
    }
  }
  for (const { people, breaks, ...shift } of shifts) {
    add(shift, people)
    for (const pause of breaks) add(pause, -people)
  }
  let agents = 0
  return [...changes]
    .toSorted(([a], [b]) => a - b)
    .map(([atSeconds, change]) => {
      agents += change
      return { atSeconds, agents }
    })
}
