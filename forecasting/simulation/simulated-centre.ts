/** What is simulated: queues, groups of people with the same competences, and who is there when. */
import { CHATS_MAX } from '../staffing/chat-speeds.ts'

/**
 * One queue. `call`: somebody waits, and an operator does nothing else meanwhile. `chat`: an operator
 * may hold several. `deferred`: work that waits for spare time, earliest deadline first.
 */
export interface SimulatedQueue {
  readonly kind: 'call' | 'chat' | 'deferred'
  /** Expected contacts, first tries only, interval by interval. */
  readonly contacts: readonly number[]
  /** Mean time of an operator for one contact, interval by interval; of chat, with no other chat. */
  readonly handleSeconds: readonly number[]
  /** Relative deviation of a handle time: 1 exponential, 0 constant, else log-normal. */
  readonly handleCv: number
  /** Mean of an exponential patience; Infinity if nobody gives up. */
  readonly patienceSeconds: number
  /** Share of those who gave up that try again, 0..1, and the mean of the exponential pause. */
  readonly redialShare: number
  readonly redialSeconds: number
  /** Answered within this counts as in time; of deferred work it is the deadline. */
  readonly thresholdSeconds: number
  /** The threshold of contacts of each interval, where it is not the same for all. */
  readonly thresholds?: readonly number[]
  /** The lowest is served first; equals by the longest wait. */
  readonly priority: number
}

/** People with the same competences. */
export interface SimulatedGroup {
  /** Indices of the queues that they serve. */
  readonly queues: readonly number[]
  /** Who is there, as it changes: the first is of the time 0, times do not fall. */
  readonly levels: readonly { readonly atSeconds: number; readonly agents: number }[]
  /** Free people that deferred work leaves alone, for calls that may come. */
  readonly reserve: number
  /** Speed of one operator with 1, 2, … chats; `[1]` where nobody holds several. */
  readonly chatSpeeds: readonly number[]
}

export interface SimulatedCentre {
  readonly intervalSeconds: number
  readonly queues: readonly SimulatedQueue[]
  /** In the order in which a contact asks them: put those with the fewest competences first. */
  readonly groups: readonly SimulatedGroup[]
  /** Relative deviation of the level of a whole run, common to all queues: gamma with mean 1. */
  readonly volumeCv: number
}

/** Within how many seconds a contact of an interval is to be answered. */
export function thresholdOf(
  { thresholds, thresholdSeconds }: Pick<SimulatedQueue, 'thresholds' | 'thresholdSeconds'>,
  interval: number,
): number {
  return thresholds?.[interval] ?? thresholdSeconds
}

/** Number of intervals that a centre's queues have. */
export function intervalCountOf({ queues }: SimulatedCentre): number {
  return queues[0]?.contacts.length ?? 0
}

/** @throws {RangeError} that names the first figure out of its range */
export function checkCentre(centre: SimulatedCentre): void {
  const intervals = intervalCountOf(centre)
  check('intervalSeconds', centre.intervalSeconds, isPositive)
  check('volumeCv', centre.volumeCv, isNotNegative)
  check('intervals', intervals, isPositive)
  centre.queues.forEach((queue, index) => checkQueue(queue, `queues[${index}]`, intervals))
  centre.groups.forEach((group, index) =>
    checkGroup(group, `groups[${index}]`, centre.queues.length),
  )
}

function checkQueue(queue: SimulatedQueue, where: string, intervals: number): void {
  check(`${where}.contacts.length`, queue.contacts.length, (count) => count === intervals)
  check(`${where}.handleSeconds.length`, queue.handleSeconds.length, (count) => count === intervals)
  for (const contacts of queue.contacts) check(`${where}.contacts`, contacts, isNotNegative)
  queue.handleSeconds.forEach((seconds, t) => {
    const isNeeded = (queue.contacts[t] ?? 0) > 0
    check(`${where}.handleSeconds`, seconds, isNeeded ? isPositive : isNotNegative)
  })
  check(`${where}.handleCv`, queue.handleCv, isNotNegative)
  check(`${where}.patienceSeconds`, queue.patienceSeconds, (seconds) => seconds > 0)
  check(`${where}.redialShare`, queue.redialShare, (share) => share >= 0 && share <= 1)
  check(`${where}.redialSeconds`, queue.redialSeconds, isNotNegative)
  check(`${where}.thresholdSeconds`, queue.thresholdSeconds, isNotNegative)
  for (const seconds of queue.thresholds ?? []) check(`${where}.thresholds`, seconds, isNotNegative)
  check(`${where}.priority`, queue.priority, Number.isFinite)
}

function checkGroup(group: SimulatedGroup, where: string, queues: number): void {
  for (const queue of group.queues) {
    check(
      `${where}.queues`,
      queue,
      (index) => Number.isInteger(index) && index >= 0 && index < queues,
    )
  }
  check(`${where}.levels[0].atSeconds`, group.levels[0]?.atSeconds ?? NaN, (at) => at === 0)
  group.levels.forEach(({ atSeconds, agents }, step) => {
    const before = group.levels[step - 1]?.atSeconds ?? 0
    check(`${where}.levels.atSeconds`, atSeconds, (at) => at >= before && Number.isFinite(at))
    check(`${where}.levels.agents`, agents, (count) => Number.isInteger(count) && count >= 0)
  })
  check(`${where}.reserve`, group.reserve, isNotNegative)
  const { length } = group.chatSpeeds
  check(`${where}.chatSpeeds.length`, length, (count) => count >= 1 && count <= CHATS_MAX)
  for (const speed of group.chatSpeeds) check(`${where}.chatSpeeds`, speed, isPositive)
}

function isPositive(figure: number): boolean {
  return figure > 0 && Number.isFinite(figure)
}

function isNotNegative(figure: number): boolean {
  return figure >= 0 && Number.isFinite(figure)
}

function check(name: string, figure: number, isFit: (figure: number) => boolean): void {
  if (!isFit(figure)) throw new RangeError(`${name} is out of its range: ${figure}`)
}
