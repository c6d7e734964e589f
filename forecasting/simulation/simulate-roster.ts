/** A roster with the people, competences, breaks and doubt of a plan, run many times. */
import { randomStream } from '../kernel/random-stream.ts'
import type { Random } from '../kernel/random.ts'
import { compileCentre } from './compiled-centre.ts'
import { drawLevels, type LevelDoubt } from './draw-levels.ts'
import { drawTraffic } from './draw-traffic.ts'
import { keepRun, type KeptRun } from './kept-run.ts'
import { type PlannedShift, presentSpans } from './present-spans.ts'
import { shiftLevels } from './shift-levels.ts'
import type { SimulatedCentre, SimulatedGroup, SimulatedQueue } from './simulated-centre.ts'
import { simulateRun } from './simulation-run.ts'

export interface Roster {
  readonly intervalSeconds: number
  /** The interval with which each day begins; the first is 0. A day may have 23 or 25 hours. */
  readonly dayStarts: readonly number[]
  readonly queues: readonly (SimulatedQueue & { readonly doubt: LevelDoubt })[]
  /** In the order in which a contact asks them: put those with the fewest competences first. */
  readonly groups: readonly (Omit<SimulatedGroup, 'levels'> & {
    readonly shifts: readonly PlannedShift[]
  })[]
}

export interface RosterRuns {
  readonly runs: number
  readonly seed: number
  /** Called before each run; true ends the simulation with the runs done. */
  readonly shouldStop?: (done: number) => boolean
}

/**
 * Runs a roster many times. Each run draws the level of every day, who stays away and who is called
 * off the line, the contacts and their patience: run n of one seed is the same whatever the number.
 *
 * @throws {RangeError} if a figure is out of its range
 */
export function simulateRoster(
  roster: Roster,
  { runs, seed, shouldStop = () => false }: RosterRuns,
): KeptRun[] {
  const kept: KeptRun[] = []
  while (kept.length < runs && !shouldStop(kept.length)) {
    const run = kept.length
    const centre = drawnCentre(roster, {
      levels: randomStream(seed, `levels ${run}`),
      people: randomStream(seed, `people ${run}`),
    })
    const traffic = drawTraffic(centre, randomStream(seed, `traffic ${run}`))
    const redials = randomStream(seed, `redials ${run}`)
    kept.push(keepRun(simulateRun(compileCentre(centre), traffic, redials), centre.groups))
  }
  return kept
}

/** One possible week: so many contacts, and these people there. */
function drawnCentre(
  { intervalSeconds, dayStarts, queues, groups }: Roster,
  random: { readonly levels: Random; readonly people: Random },
): SimulatedCentre {
  return {
    intervalSeconds,
    volumeCv: 0,
    queues: queues.map(({ doubt, contacts, ...queue }) => {
      const levels = drawLevels(doubt, random.levels)
      return { ...queue, contacts: atLevels(contacts, dayStarts, levels) }
    }),
    groups: groups.map(({ shifts, ...group }) => ({
      ...group,
      levels: shiftLevels(
        shifts
          .flatMap((shift) => presentSpans(shift, random.people))
          .map((span) => ({ ...span, people: 1, breaks: [] })),
      ),
    })),
  }
}

function atLevels(
  contacts: readonly number[],
  dayStarts: readonly number[],
  levels: readonly number[],
): number[] {
  let day = -1
  return contacts.map((expected, interval) => {
    if (dayStarts[day + 1] === interval) day++
    return expected * (levels[day] ?? 1)
  })
}
