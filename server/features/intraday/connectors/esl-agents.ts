import { stateNamed } from '../board/state-names.ts'
import type { FeedEvent } from '../ingest/feeds.schema.ts'
import { readTable } from './esl-message.ts'

type Headers = ReadonlyMap<string, string>

interface Agent {
  status: string
  state: string
  wrapUpSeconds: number
  /** Until then there is work left after a contact; 0 when there is none. */
  wrapsUpUntilMs: number
  /** What was told last. */
  told: Told | undefined
}

interface Told {
  readonly state: string
  readonly reason: string
}

/**
 * What mod_callcenter's events make of its agents: a status that the agent chose (`Available`, `On
 * Break`, `Logged Out`) and a state that the queue is in with them (`Waiting`, `Receiving`, `In a queue
 * call`), of which only both together say what somebody does. Names as in `mod_callcenter.c`.
 */
export class EslAgents {
  readonly #agents = new Map<string, Agent>()

  /**
   * Everybody, from the answer to `callcenter_config agent list`.
   *
   * @returns events for a snapshot
   */
  everybody(list: string, nowMs: number): FeedEvent[] {
    this.#agents.clear()
    return readTable(list).flatMap((row) => {
      const name = row.get('name') ?? ''
      if (name === '') return []
      const agent = agentOf(row)
      this.#agents.set(name, agent)
      agent.told = toldOf(agent, nowMs)
      return [toEvent(name, agent.told, Math.min(sinceMs(row, agent), nowMs))]
    })
  }

  /** @returns the events that a `callcenter::info` event is, none for one that changes nothing */
  hear(event: Headers, nowMs: number): FeedEvent[] {
    const name = event.get('CC-Agent') ?? ''
    if (name === '') return []
    const atMs = instantOf(event, nowMs)
    const agent = this.#agents.get(name) ?? newAgent()
    this.#agents.set(name, agent)
    const action = event.get('CC-Action') ?? ''
    if (action === 'bridge-agent-fail') {
      // The next change of state says what they do then.
      agent.told = { state: 'not_responding', reason: '' }
      return [toEvent(name, agent.told, atMs)]
    }
    CHANGES[action]?.(agent, event, atMs)
    return tell(name, agent, atMs)
  }

  /** @returns events of those whose work after a contact has ended by now: nobody sends one */
  due(nowMs: number): FeedEvent[] {
    return [...this.#agents].flatMap(([name, agent]) => {
      const untilMs = agent.wrapsUpUntilMs
      if (untilMs === 0 || untilMs > nowMs) return []
      agent.wrapsUpUntilMs = 0
      return tell(name, agent, untilMs)
    })
  }
}

const IN_CALL = 'In a queue call'

/** What each action makes of an agent. */
const CHANGES: Readonly<Record<string, (agent: Agent, event: Headers, atMs: number) => void>> = {
  'agent-status-change': (agent, event) => {
    agent.status = event.get('CC-Agent-Status') ?? agent.status
  },
  'agent-state-change': (agent, event) => {
    agent.state = event.get('CC-Agent-State') ?? agent.state
  },
  'bridge-agent-start': (agent) => {
    agent.state = IN_CALL
    agent.wrapsUpUntilMs = 0
  },
  'bridge-agent-end': (agent, _event, atMs) => {
    agent.state = 'Waiting'
    agent.wrapsUpUntilMs = agent.wrapUpSeconds > 0 ? atMs + agent.wrapUpSeconds * 1000 : 0
  },
}

function newAgent(): Agent {
  return {
    status: 'Available',
    state: 'Waiting',
    wrapUpSeconds: 0,
    wrapsUpUntilMs: 0,
    told: undefined,
  }
}

function agentOf(row: Headers): Agent {
  const wrapUpSeconds = secondsOf(row, 'wrap_up_time')
  const endedAt = secondsOf(row, 'last_bridge_end')
  return {
    status: row.get('status') ?? 'Available',
    state: row.get('state') ?? 'Waiting',
    wrapUpSeconds,
    wrapsUpUntilMs: endedAt > 0 && wrapUpSeconds > 0 ? (endedAt + wrapUpSeconds) * 1000 : 0,
    told: undefined,
  }
}

function tell(name: string, agent: Agent, atMs: number): FeedEvent[] {
  const now = toldOf(agent, atMs)
  if (agent.told?.state === now.state && agent.told.reason === now.reason) return []
  agent.told = now
  return [toEvent(name, now, atMs)]
}

function toldOf({ status, state, wrapsUpUntilMs }: Agent, atMs: number): Told {
  // A conversation goes on when somebody presses the button of the break before it ends.
  if (state === IN_CALL) return { state: 'on_contact', reason: '' }
  if (status === 'Logged Out') return { state: 'logged_off', reason: '' }
  if (wrapsUpUntilMs > atMs) return { state: 'after_contact', reason: '' }
  if (status === 'On Break') return { state: 'paused', reason: '' }
  if (status.startsWith('Available')) {
    return { state: state === 'Receiving' ? 'ringing' : 'ready', reason: '' }
  }
  // A centre may have statuses of its own.
  const isState = stateNamed(status, {}) !== null
  return { state: isState ? status : 'paused', reason: isState ? '' : status }
}

/** Since when the row's agent is as they are. */
function sinceMs(row: Headers, { state }: Agent): number {
  const changed = secondsOf(row, 'last_status_change')
  const bridged = secondsOf(row, state === IN_CALL ? 'last_bridge_start' : 'last_bridge_end')
  return Math.max(changed, bridged) * 1000
}

/** The event's own time, microseconds of the epoch. */
export function instantOf(event: Headers, nowMs: number): number {
  const stamp = Number(event.get('Event-Date-Timestamp') ?? Number.NaN)
  return Number.isFinite(stamp) && stamp > 0 ? Math.round(stamp / 1000) : nowMs
}

function secondsOf(row: Headers, name: string): number {
  const seconds = Number(row.get(name) ?? 0)
  return Number.isFinite(seconds) ? Math.max(0, seconds) : 0
}

function toEvent(agent: string, { state, reason }: Told, atMs: number): FeedEvent {
  return {
    agent,
    state,
    at: new Date(atMs).toISOString(),
    ...(reason === '' ? {} : { reason }),
  }
}
