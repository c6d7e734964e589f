import { createHash } from 'node:crypto'

import { emptyLogLine, type LogLine, readLogLine } from '../../imports/queue-log/log-line.ts'
import type { FeedEvent } from '../feeds.schema.ts'
import { stateNamed } from '../state-names.ts'

interface Member {
  readonly queues: Set<string>
  isBusy: boolean
  /** Null when not paused; otherwise the reason, which may be empty. */
  pause: string | null
  state: string
}

const ENDS = new Set([
  'COMPLETECALLER',
  'COMPLETEAGENT',
  'BLINDTRANSFER',
  'ATTENDEDTRANSFER',
  'TRANSFER',
])

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

/** @returns undefined for an event that says nothing of the member's state */
function changed(
  before: Member | undefined,
  event: string,
  data: string,
): Omit<Member, 'queues'> | undefined {
  const { isBusy = false, pause = null } = before ?? {}
  if (event === 'RINGNOANSWER') return { isBusy, pause, state: 'not_responding' }
  if (event === 'CONNECT') return standing(true, pause)
  if (ENDS.has(event)) return standing(false, pause)
  if (event === 'PAUSE' || event === 'PAUSEALL') return standing(isBusy, data.trim())
  if (event === 'UNPAUSE' || event === 'UNPAUSEALL') return standing(isBusy, null)
  if (event === 'ADDMEMBER') return standing(isBusy, data.includes('PAUSED') ? '' : pause)
  if (event === 'AGENTLOGIN') return standing(isBusy, pause)
  return undefined
}

/** A pause that is pressed during a conversation begins when that ends. */
function standing(isBusy: boolean, pause: string | null): Omit<Member, 'queues'> {
  if (isBusy) return { isBusy, pause, state: 'on_contact' }
  if (pause === null) return { isBusy, pause, state: 'ready' }
  return { isBusy, pause, state: stateNamed(pause, {}) === null ? 'paused' : pause }
}
