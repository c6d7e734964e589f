import { type PlannedShift } from './present-spans.ts'
import type { Roster } from './simulate-roster.ts'

/** What of a queue decides how the people who serve it are simulated. */
export interface ServedQueue {
  /** Chance that somebody does not come, 0..1. */
  readonly absentChance: number
  /** Share of a shift spent on training, coaching and meetings, 0..1. */
  readonly awayShare: number
  /** Speed with 1, 2, … chats; null where nobody holds several. */
  readonly chatSpeeds: readonly number[] | null
}

/** A shift, and the queues that its person may be given, by index in rising order. */
export interface CompetentShift extends Pick<PlannedShift, 'fromSeconds' | 'toSeconds' | 'breaks'> {
  readonly queues: readonly number[]
}

/**
 * The shifts by competence, those with the fewest first: a contact asks them in this order. Whoever may
 * be given nothing is left out.
 */
export function competenceGroups(
  shifts: readonly CompetentShift[],
  served: readonly ServedQueue[],
): Roster['groups'][number][] {
  const able = shifts.filter(({ queues }) => queues.length > 0)
  return [...Map.groupBy(able, ({ queues }) => queues.join(' ')).values()]
    .flatMap((own) => {
      const queues = own[0]?.queues ?? []
      const losses = lossesOf(queues, served)
      const planned = own.map(({ fromSeconds, toSeconds, breaks }) => ({
        fromSeconds,
        toSeconds,
        breaks,
        ...losses,
      }))
      return [{ queues, shifts: planned, reserve: 0, chatSpeeds: speedsOf(queues, served) }]
    })
    .toSorted((a, b) => compare(a.queues, b.queues))
}

/** Those with the fewest competences first; equals by the queues that they have. */
function compare(some: readonly number[], others: readonly number[]): number {
  if (some.length !== others.length) return some.length - others.length
  const at = some.findIndex((index, n) => index !== others[n])
  return at < 0 ? 0 : (some[at] ?? 0) - (others[at] ?? 0)
}

/** Whoever serves several queues is away as often as these have it on average. */
function lossesOf(
  queues: readonly number[],
  served: readonly ServedQueue[],
): Pick<PlannedShift, 'absentChance' | 'awayShare'> {
  const mean = (share: 'absentChance' | 'awayShare'): number =>
    queues.reduce((sum, index) => sum + (served[index]?.[share] ?? 0), 0) / queues.length
  return { absentChance: mean('absentChance'), awayShare: mean('awayShare') }
}

/** Where chats of several kinds meet, nobody holds more than the most careful of them allows. */
function speedsOf(queues: readonly number[], served: readonly ServedQueue[]): readonly number[] {
  const chats = queues.flatMap((index) => {
    const speeds = served[index]?.chatSpeeds ?? null
    return speeds === null ? [] : [speeds]
  })
  return chats.toSorted((a, b) => a.length - b.length)[0] ?? [1]
}
