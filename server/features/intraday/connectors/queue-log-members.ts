import { createHash } from 'node:crypto'

import { emptyLogLine, type LogLine, readLogLine } from '../../imports/queue-log/log-line.ts'
import { stateNamed } from '../board/state-names.ts'
import type { FeedEvent } from '../ingest/feeds.schema.ts'

interface Member {
  readonly queues: Set<string>
  isBusy: boolean
  /** Null when not paused; otherwise the reason, which may be empty. */
  pause: string | null
  state: string
}

/** Nobody knows who is still there after Asterisk began anew. The policy has no such state: unknown. */
const RESTARTED = 'restarted'

/**
 * What the lines of an Asterisk `queue_log` make of its members. The log knows no after-call work and no
 * ringing; it knows who joined, paused, talked and missed an offer, to the second.
 */
export class QueueLogMembers {
  readonly #members = new Map<string, Member>()
  readonly #line: LogLine = emptyLogLine()

  /** @returns the events that a line is; the same line always gives the same ids */
  hear(text: string): FeedEvent[] {
    const line = this.#line
    if (!readLogLine(text, line)) return []
    const said = line.event === 'QUEUESTART' ? this.#restart() : this.#hearMember(line)
    const at = new Date(line.timeMs).toISOString()
    const digest = createHash('sha256').update(text).digest('base64url')
    return said.map(([agent, state]) => ({
      id: `${digest}|${agent}`.slice(0, 200),
      agent,
      state,
      at,
    }))
  }

  #restart(): [string, string][] {
    const agents = [...this.#members.keys()]
    this.#members.clear()
    return agents.map((agent) => [agent, RESTARTED])
  }

  #hearMember({ agent, event, queue, data }: LogLine): [string, string][] {
    if (agent === 'NONE' || agent === '') return []
    const member = this.#members.get(agent)
    if (event === 'REMOVEMEMBER' || event === 'AGENTLOGOFF') {
      return this.#leave(agent, event === 'AGENTLOGOFF' ? undefined : queue)
    }
    const after = changed(member, event, data)
    if (after === undefined) return []
    const queues = member?.queues ?? new Set<string>()
    // PAUSEALL and AGENTLOGIN are of no queue.
    if (queue !== 'NONE') queues.add(queue)
    this.#members.set(agent, { ...after, queues })
    return member?.state === after.state ? [] : [[agent, after.state]]
  }

  #leave(agent: string, queue: string | undefined): [string, string][] {
    const member = this.#members.get(agent)
    if (queue !== undefined) {
      member?.queues.delete(queue)
      if (member !== undefined && member.queues.size > 0) return []
    }
    this.#members.delete(agent)
    return [[agent, 'logged_off']]
  }
}

/** What each event does to a member; transfers end a conversation as completions do. */
const EFFECTS: Readonly<
  Record<string, (before: Pick<Member, 'isBusy' | 'pause'>, data: string) => Omit<Member, 'queues'>>
> = {
  RINGNOANSWER: (before) => ({ ...before, state: 'not_responding' }),
  CONNECT: ({ pause }) => standing(true, pause),
  COMPLETECALLER: ({ pause }) => standing(false, pause),
  COMPLETEAGENT: ({ pause }) => standing(false, pause),
  BLINDTRANSFER: ({ pause }) => standing(false, pause),
  ATTENDEDTRANSFER: ({ pause }) => standing(false, pause),
  TRANSFER: ({ pause }) => standing(false, pause),
  PAUSE: ({ isBusy }, data) => standing(isBusy, data.trim()),
  PAUSEALL: ({ isBusy }, data) => standing(isBusy, data.trim()),
  UNPAUSE: ({ isBusy }) => standing(isBusy, null),
  UNPAUSEALL: ({ isBusy }) => standing(isBusy, null),
  ADDMEMBER: ({ isBusy, pause }, data) => standing(isBusy, data.includes('PAUSED') ? '' : pause),
  AGENTLOGIN: ({ isBusy, pause }) => standing(isBusy, pause),
}

/** @returns undefined for an event that says nothing of the member's state */
function changed(
  before: Member | undefined,
  event: string,
  data: string,
): Omit<Member, 'queues'> | undefined {
  const effect = Object.hasOwn(EFFECTS, event) ? EFFECTS[event] : undefined
  return effect?.({ isBusy: before?.isBusy ?? false, pause: before?.pause ?? null }, data)
}

/** A pause that is pressed during a conversation begins when that ends. */
function standing(isBusy: boolean, pause: string | null): Omit<Member, 'queues'> {
  if (isBusy) return { isBusy, pause, state: 'on_contact' }
  if (pause === null) return { isBusy, pause, state: 'ready' }
  return { isBusy, pause, state: stateNamed(pause, {}) === null ? 'paused' : pause }
}
