/**
 * Patience where only intervals are known: how many gave up, and how long the answered waited. How long
 * those who gave up had waited is not told, so Erlang A is asked: at the queue's load, with the agents
 * at which the answered would wait as long as they did, how much wait falls to those who give up for
 * each second that the answered wait. The estimate and that share are found together, turn by turn.
 *
 * Where short abandonments are known apart they are left out, and so is the time in which they happen:
 * everybody's first seconds. Patience is then that of callers who meant to call.
 */
import { evaluateErlangA } from './erlang-a.ts'
import { estimatePatience, type PatienceEstimate } from './estimate-patience.ts'

/** One interval of a history that counts its lost contacts. */
export interface CountedInterval {
  /** Which local day it belongs to: intervals of one day are not independent. */
  readonly day: number | string
  readonly offered: number
  /** Those who gave up, without the short ones where they are known apart. */
  readonly abandoned: number
  /** Whether those who gave up within the first seconds are left out of them. */
  readonly withoutShort: boolean
  readonly answered: number
  /** Of the answered together. */
  readonly waitSeconds: number
  /** Offered load. */
  readonly erlangs: number
  readonly handleSeconds: number
}

/** Intervals of like waits are asked about together: the model is not linear in the wait. */
const BINS = 12
const TURNS_MAX = 40
const SETTLED = 1e-4

/**
 * @param shortSeconds who gives up sooner than this is a short abandonment; more than 0
 * @throws {RangeError} if a total is negative or not finite
 */
export function patienceFromIntervals(
  intervals: readonly CountedInterval[],
  shortSeconds: number,
): PatienceEstimate {
  const told = intervals.filter(({ offered, answered }) => offered > 0 && answered > 0)
  const bins = binsOfWait(told)
  let found = estimatePatience(daysOf(bins, () => NOTHING_KNOWN))
  for (let turn = 0; turn < TURNS_MAX && found.kind === 'estimated'; turn++) {
    const { patienceSeconds } = found
    const next = estimatePatience(
      daysOf(bins, (bin) => waitsOf(bin, { patienceSeconds, shortSeconds })),
    )
    if (next.kind !== 'estimated') return next
    const change = Math.abs(next.patienceSeconds / patienceSeconds - 1)
    found = next
    if (change < SETTLED) break
  }
  return found
}

interface Bin {
  readonly intervals: readonly CountedInterval[]
  readonly erlangs: number
  readonly handleSeconds: number
  readonly asaSeconds: number
}

/** Bins with about as many answered contacts each, by how long those waited. */
function binsOfWait(intervals: readonly CountedInterval[]): Bin[] {
  const byWait = intervals.toSorted(
    (a, b) => a.waitSeconds / a.answered - b.waitSeconds / b.answered,
  )
  const answered = sumOf(byWait, (one) => one.answered)
  const lists: CountedInterval[][] = Array.from({ length: BINS }, () => [])
  let before = 0
  for (const interval of byWait) {
    lists[Math.min(BINS - 1, Math.floor((BINS * before) / answered))]?.push(interval)
    before += interval.answered
  }
  return lists
    .filter((list) => list.length > 0)
    .map((list) => {
      const offered = sumOf(list, (one) => one.offered)
      return {
        intervals: list,
        erlangs: sumOf(list, (one) => one.erlangs * one.offered) / offered,
        handleSeconds: sumOf(list, (one) => one.handleSeconds * one.offered) / offered,
        asaSeconds: sumOf(list, (one) => one.waitSeconds) / sumOf(list, (one) => one.answered),
      }
    })
}

/** What Erlang A adds to the waits of a bin. */
interface BinWaits {
  /** Seconds waited by those who give up, for each second that the answered wait. */
  readonly lostShare: number
  /** Wait within the first seconds, of one contact on average. */
  readonly firstSeconds: number
}

const NOTHING_KNOWN: BinWaits = { lostShare: 0, firstSeconds: 0 }

/** Waits and losses by day, the wait of those who gave up put beside that of the answered. */
function daysOf(bins: readonly Bin[], waitsOfBin: (bin: Bin) => BinWaits) {
  const days = new Map<number | string, { totalWaitSeconds: number; abandoned: number }>()
  for (const bin of bins) {
    const { lostShare, firstSeconds } = waitsOfBin(bin)
    for (const { day, waitSeconds, abandoned, offered, withoutShort } of bin.intervals) {
      const sum = days.get(day) ?? { totalWaitSeconds: 0, abandoned: 0 }
      const waited = waitSeconds * (1 + lostShare) - (withoutShort ? offered * firstSeconds : 0)
      sum.totalWaitSeconds += Math.max(0, waited)
      sum.abandoned += abandoned
      days.set(day, sum)
    }
  }
  return [...days.values()]
}

const AGENTS_MAX = 100_000

function waitsOf(
  { erlangs, handleSeconds, asaSeconds }: Bin,
  caller: { readonly patienceSeconds: number; readonly shortSeconds: number },
): BinWaits {
  if (asaSeconds === 0 || erlangs === 0) return NOTHING_KNOWN
  const at = (agents: number) => {
    const { patienceSeconds, shortSeconds } = caller
    const queue = { agents, offeredErlangs: erlangs, handleSeconds, patienceSeconds }
    const metrics = evaluateErlangA(queue, shortSeconds)
    const { answeredOrAbandoned = 0, ofOffered = 0 } = metrics.service ?? {}
    const answeredWait = metrics.asaSeconds * metrics.answeredShare
    return {
      asa: metrics.asaSeconds,
      lostShare: metrics.meanWaitSeconds / answeredWait - 1,
      // Who waits gives up at the rate 1/patience, in the first seconds as in all others.
      firstSeconds: (answeredOrAbandoned - ofOffered) * patienceSeconds,
    }
  }
  // The most agents with whom the answered wait as long as they did, or longer.
  let [fewer, more] = [1, 2]
  while (more < AGENTS_MAX && at(more).asa >= asaSeconds) [fewer, more] = [more, more * 2]
  while (more - fewer > 1) {
    const middle = Math.floor((fewer + more) / 2)
    if (at(middle).asa >= asaSeconds) fewer = middle
    else more = middle
  }
  const [long, short] = [at(fewer), at(more)]
  const part = Math.max(0, (long.asa - asaSeconds) / (long.asa - short.asa))
  const between = (one: number, other: number): number => one + part * (other - one)
  return {
    lostShare: between(long.lostShare, short.lostShare),
    firstSeconds: between(long.firstSeconds, short.firstSeconds),
  }
}

function sumOf(
  intervals: readonly CountedInterval[],
  pick: (interval: CountedInterval) => number,
): number {
  return intervals.reduce((sum, interval) => sum + pick(interval), 0)
}
