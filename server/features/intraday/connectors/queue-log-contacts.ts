import { createHash } from 'node:crypto'

import { LogCounter } from '../../imports/queue-log/log-counts.ts'
import { emptyLogLine, type LogLine, readLogLine } from '../../imports/queue-log/log-line.ts'
import { isHandled, type QueueVisit } from '../../imports/queue-log/queue-visit.ts'
import { QueueVisits } from '../../imports/queue-log/queue-visits.ts'
import type { FeedContact } from '../ingest/feeds.schema.ts'

/** A conversation that has ended, whose after-call work may go on. */
interface WrappingUp {
  readonly contact: FeedContact
  readonly talkSeconds: number
  readonly endedMs: number
}

/**
 * What the lines of an Asterisk `queue_log` make of its contacts, each told while it goes on: waiting,
 * talking, and how it ended. The log knows no after-call work; where the queues' `wrapuptime` is given,
 * it is taken to last until the member's next event and at most that long, as when a log is imported.
 */
export class QueueLogContacts {
  readonly #wrapUpSeconds: number
  readonly #line: LogLine = emptyLogLine()
  readonly #visits: QueueVisits
  /** By member, in the order in which their conversations ended. */
  readonly #wrapping = new Map<string, WrappingUp>()
  #heard: FeedContact[] = []

  /** @param wrapUpSeconds 0 leaves after-call work out */
  constructor(wrapUpSeconds = 0) {
    this.#wrapUpSeconds = wrapUpSeconds
    this.#visits = new QueueVisits(
      new LogCounter(),
      (visit, { agent, endedMs, callId }) => this.#end(visit, { agent, endedMs, callId }),
      ({ callId, queue, enteredMs, waitSeconds }) =>
        this.#heard.push(
          waitSeconds === null
            ? contactOf(callId, { queue, enteredMs }, 'waiting')
            : { ...contactOf(callId, { queue, enteredMs }, 'talking'), waitSeconds },
        ),
    )
  }

  /** @returns what a line says of contacts; the same line always says the same */
  hear(text: string): FeedContact[] {
    const line = this.#line
    if (!readLogLine(text, line)) return []
    this.#heard = []
    this.#endWrapUps(line)
    this.#visits.take(line)
    return this.#heard
  }

  #end(
    visit: QueueVisit,
    ending: { readonly agent: string; readonly endedMs: number; readonly callId: string },
  ): void {
    const { waitSeconds, talkSeconds } = visit
    const stage = isHandled(visit)
      ? 'handled'
      : visit.outcome === 'abandoned'
        ? 'abandoned'
        : 'left'
    const contact: FeedContact = {
      ...contactOf(ending.callId, visit, stage),
      ...(waitSeconds === null ? {} : { waitSeconds }),
      ...(talkSeconds === null ? {} : { handleSeconds: talkSeconds }),
    }
    this.#heard.push(contact)
    if (stage !== 'handled' || this.#wrapUpSeconds === 0) return
    this.#wrapping.delete(ending.agent)
    const { agent, endedMs } = ending
    this.#wrapping.set(agent, { contact, talkSeconds: talkSeconds ?? 0, endedMs })
  }

  /** Corrects conversations whose member did something else since, or had their full time. */
  #endWrapUps({ agent, timeMs }: LogLine): void {
    const own = this.#wrapping.get(agent)
    if (own !== undefined) this.#correct(agent, own, timeMs)
    for (const [member, wrapping] of this.#wrapping) {
      if (timeMs - wrapping.endedMs < this.#wrapUpSeconds * 1000) break
      this.#correct(member, wrapping, timeMs)
    }
  }

  #correct(member: string, { contact, talkSeconds, endedMs }: WrappingUp, timeMs: number): void {
    this.#wrapping.delete(member)
    const gapSeconds = Math.max(0, (timeMs - endedMs) / 1000)
    const handleSeconds = talkSeconds + Math.min(gapSeconds, this.#wrapUpSeconds)
    this.#heard.push({ ...contact, handleSeconds })
  }
}

function contactOf(
  callId: string,
  { queue, enteredMs }: { readonly queue: string; readonly enteredMs: number },
  stage: FeedContact['stage'],
): FeedContact {
  const id = createHash('sha256').update(`${callId}|${queue}|${enteredMs}`).digest('base64url')
  return { id, queue, at: new Date(enteredMs).toISOString(), stage }
}
