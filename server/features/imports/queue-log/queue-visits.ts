import type { LogCounter } from './log-counts.ts'
import type { LogLine } from './log-line.ts'
import type { Outcome, QueueVisit } from './queue-visit.ts'
import { connectTimes, toldTimes } from './visit-times.ts'

/** A visit of which nothing ended in a day is a lost line, not a patient caller. */
const OPEN_MAX_MS = 86_400_000

/** Events that end a visit, and what they make of it if nobody had answered. */
const ENDINGS: ReadonlyMap<string, Outcome> = new Map([
  ['COMPLETECALLER', 'answered'],
  ['COMPLETEAGENT', 'answered'],
  ['TRANSFER', 'transferred'],
  ['BLINDTRANSFER', 'transferred'],
  ['ATTENDEDTRANSFER', 'transferred'],
  ['ABANDON', 'abandoned'],
  ['EXITWITHTIMEOUT', 'timeout'],
  ['EXITWITHKEY', 'key'],
  ['EXITEMPTY', 'empty'],
  ['WITHDRAW', 'withdrawn'],
  // The channels could not be joined, and the caller was let go.
  ['SYSCOMPAT', 'unknown'],
])

/** Asterisk's own events that tell of members, settings or a ring, and end no visit. */
const OTHER_EVENTS: ReadonlySet<string> = new Set([
  'ADDMEMBER',
  'REMOVEMEMBER',
  'PAUSE',
  'UNPAUSE',
  'PAUSEALL',
  'UNPAUSEALL',
  'PENALTY',
  'RINGINUSE',
  'AGENTLOGIN',
  'AGENTLOGOFF',
  'AGENTCALLBACKLOGIN',
  'AGENTCALLBACKLOGOFF',
  'AGENTDUMP',
  'CONFIGRELOAD',
  'RINGCANCELED',
])

export interface OpenVisit {
  readonly callId: string
  readonly queue: string
  readonly enteredMs: number
  /** `LogLine.caller`. */
  readonly caller: number
  connectedMs: number | null
  waitSeconds: number | null
  ringSeconds: number | null
}

/** Takes a finished visit; what is told of its ending serves counting, and is not to be kept. */
export type VisitSink = (
  visit: QueueVisit,
  ending: { agent: string; endedMs: number; callId: string; caller: number },
) => void

/** Is told of a visit while it goes on: when it begins, and when somebody answers. */
export type VisitWatch = (visit: Readonly<OpenVisit>) => void

/**
 * Rebuilds visits from events. A visit is a call in a queue, so the same call in several queues, or
 * in one queue again, makes several; it is opened by ENTERQUEUE and by nothing else, so that a log
 * that starts in the middle of calls gives no interval a part of its contacts. Only open visits are
 * held: a restart (QUEUESTART) ends them all, and a day without an ending ends one, as unknown.
 * CONFIGRELOAD is written while calls go on, and ends none.
 */
export class QueueVisits {
  /** In the order of entering, because a Map keeps the order of insertion. */
  readonly #open = new Map<string, OpenVisit>()
  readonly #counter: LogCounter
  readonly #sink: VisitSink
  readonly #watch: VisitWatch | undefined
  #sweptMs = 0

  constructor(counter: LogCounter, sink: VisitSink, watch?: VisitWatch) {
    this.#counter = counter
    this.#sink = sink
    this.#watch = watch
  }

  take(line: LogLine): void {
    if (line.timeMs - this.#sweptMs > 60_000) this.#expire(line.timeMs)
    const ending = ENDINGS.get(line.event)
    if (ending !== undefined) this.#close(line, ending)
    else if (line.event === 'ENTERQUEUE') this.#enter(line)
    else if (line.event === 'CONNECT') this.#connect(line)
    else if (line.event === 'RINGNOANSWER') this.#counter.ringsNotAnswered++
    else if (line.event === 'QUEUESTART') this.#restart(line.timeMs)
    else if (!OTHER_EVENTS.has(line.event)) this.#counter.ignore(line.event)
  }

  /** Ends the log: what is still open has no known outcome. */
  end(): void {
    for (const key of this.#open.keys()) this.#lose(key, this.#sweptMs)
  }

  #enter(line: LogLine): void {
    const key = `${line.callId}|${line.queue}`
    if (this.#open.has(key)) {
      this.#counter.enteredTwice++
      this.#lose(key, line.timeMs)
    }
    this.#counter.visits++
    const visit = {
      callId: line.callId,
      queue: line.queue,
      enteredMs: line.timeMs,
      caller: line.caller,
      connectedMs: null,
      waitSeconds: null,
      ringSeconds: null,
    }
    this.#open.set(key, visit)
    this.#watch?.(visit)
  }

  #connect(line: LogLine): void {
    const visit = this.#open.get(`${line.callId}|${line.queue}`)
    if (visit === undefined) {
      this.#counter.eventsWithoutEntry++
      return
    }
    const { waitSeconds, ringSeconds } = connectTimes(line.data)
    visit.connectedMs = line.timeMs
    visit.waitSeconds = waitSeconds ?? secondsBetween(visit.enteredMs, line.timeMs)
    visit.ringSeconds = ringSeconds
    this.#watch?.(visit)
  }

  #close(line: LogLine, ending: Outcome): void {
    const key = `${line.callId}|${line.queue}`
    const open = this.#open.get(key)
    if (open === undefined) {
      this.#counter.eventsWithoutEntry++
      return
    }
    this.#open.delete(key)
    const told = toldTimes(line.event, line.data)
    // After an answer any ending but a transfer is the end of a talk.
    const answered = open.connectedMs !== null
    const outcome = answered && ending !== 'transferred' ? 'answered' : ending
    const handled = outcome === 'answered' || outcome === 'transferred'
    const waitedSeconds =
      open.waitSeconds ?? told.waitSeconds ?? secondsBetween(open.enteredMs, line.timeMs)
    const talkFromMs = open.connectedMs ?? open.enteredMs + waitedSeconds * 1000
    this.#emit(
      {
        queue: open.queue,
        enteredMs: open.enteredMs,
        outcome,
        waitSeconds: outcome === 'unknown' ? null : waitedSeconds,
        ringSeconds: open.ringSeconds,
        talkSeconds: handled ? (told.talkSeconds ?? secondsBetween(talkFromMs, line.timeMs)) : null,
      },
      { agent: line.agent, endedMs: line.timeMs, callId: line.callId, caller: open.caller },
    )
  }

  #restart(timeMs: number): void {
    this.#counter.restarts++
    for (const key of this.#open.keys()) this.#lose(key, timeMs)
  }

  #expire(nowMs: number): void {
    this.#sweptMs = nowMs
    for (const [key, visit] of this.#open) {
      if (nowMs - visit.enteredMs <= OPEN_MAX_MS) break
      this.#counter.expired++
      this.#lose(key, nowMs)
    }
  }

  #lose(key: string, endedMs: number): void {
    const open = this.#open.get(key)
    if (open === undefined) return
    this.#open.delete(key)
    const { queue, enteredMs, ringSeconds, callId, caller } = open
    this.#emit(
      { queue, enteredMs, outcome: 'unknown', waitSeconds: null, ringSeconds, talkSeconds: null },
      { agent: '', endedMs, callId, caller },
    )
  }

  #emit(visit: QueueVisit, ending: Parameters<VisitSink>[1]): void {
    this.#counter.outcomes[visit.outcome]++
    this.#sink(visit, ending)
  }
}

function secondsBetween(fromMs: number, toMs: number): number {
  return Math.max(0, Math.round((toMs - fromMs) / 1000))
}
