import { SaxesParser } from 'saxes'

import { stateNamed } from '../board/state-names.ts'
import type { FeedEvent } from '../ingest/feeds.schema.ts'

/** States of the Finesse desktop, by their names in its REST interface. */
const STATES: Readonly<Record<string, string>> = {
  LOGOUT: 'logged_off',
  READY: 'ready',
  RESERVED: 'ringing',
  RESERVED_OUTBOUND: 'ringing',
  RESERVED_OUTBOUND_PREVIEW: 'ringing',
  TALKING: 'on_contact',
  HOLD: 'on_contact',
  WORK: 'after_contact',
  WORK_READY: 'after_contact',
  NOT_READY: 'paused',
}

/** No reason was given. */
const NO_REASON = '-1'

/**
 * The people of whom an answer or a notification of Finesse tells: a `User`, the users of a `Team`, or
 * an `Update` with a `user` in it. Their names are read by nobody.
 *
 * @param nowMs stands for the time of a change where none is said
 * @returns an event for each, by login id
 * @throws {Error} for text that is no XML
 */
export function finesseEvents(xml: string, nowMs: number): FeedEvent[] {
  return readUsers(xml).flatMap((user) => {
    const agent = user.get('loginId') ?? ''
    const said = user.get('state') ?? ''
    if (agent === '' || said === '') return []
    const changedMs = Date.parse(user.get('stateChangeTime') ?? '')
    const at = new Date(Number.isNaN(changedMs) ? nowMs : changedMs).toISOString()
    return [{ agent, at, ...stateOf(said, reasonOf(user)) }]
  })
}

function stateOf(said: string, reason: string): Pick<FeedEvent, 'state' | 'reason'> {
  // A name that we do not have is kept as it came, and counted as unknown.
  const state = STATES[said] ?? said
  if (state !== 'paused' || reason === '') return { state }
  return stateNamed(reason, {}) === null ? { state, reason } : { state: reason }
}

function reasonOf(user: ReadonlyMap<string, string>): string {
  const code = user.get('reasonCodeId') ?? user.get('reasonCode/code') ?? NO_REASON
  return user.get('reasonCode/label') ?? (code === NO_REASON ? '' : code)
}

/** The leaves of every user element, by their path within it. */
function readUsers(xml: string): ReadonlyMap<string, string>[] {
  const users: Map<string, string>[] = []
  const path: string[] = []
  let user: Map<string, string> | undefined
  let depth = 0
  let text = ''
  let problem: Error | undefined
  const parser = new SaxesParser()
  parser.on('error', (error) => (problem ??= error))
  parser.on('opentag', ({ name }) => {
    path.push(name)
    text = ''
    if (user === undefined && name.toLowerCase() === 'user') {
      user = new Map()
      depth = path.length
    }
  })
  parser.on('text', (piece) => (text += piece))
  parser.on('closetag', () => {
    const within = path.slice(depth).join('/')
    if (user !== undefined && within !== '' && text.trim() !== '') user.set(within, text.trim())
    if (user !== undefined && path.length === depth) {
      users.push(user)
      user = undefined
    }
    path.pop()
    text = ''
  })
  parser.write(xml).close()
  if (problem !== undefined) throw problem
  return users
}
