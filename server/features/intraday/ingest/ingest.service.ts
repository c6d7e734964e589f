import { localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs, OperatorId } from '#forecasting/kernel/units.ts'
import { type Db, inCenter, type OpenDatabase } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { LOGGED_OFF } from '../../adherence/adherence-policy.ts'
import { readCenterSettings } from '../../centers/centers.service.ts'
import { saveContacts } from '../contacts/contacts.queries.ts'
import { furthestContacts, heldToNow } from '../contacts/sort-contacts.ts'
import { isAhead } from './clock-ahead.ts'
import { bearerKey, digestOf } from './feed-key.ts'
import { isSilent, queueNamesOf } from './feed-view.ts'
import { type FeedHealthRow, type FeedRow, findFeedByDigest } from './feeds.queries.ts'
import type { BatchAnswer, FeedBatch } from './feeds.schema.ts'
import {
  findAnswer,
  findOperators,
  insertEvents,
  insertSilence,
  lockHealth,
  readStates,
  readUnheard,
  saveBatch,
  saveStates,
} from './ingest.queries.ts'
import { type CurrentState, newStates, type StateRow, stateRows } from './sort-events.ts'

/** An event that comes later than this was late: somebody has been judged without it. */
const LATE_MS = 60_000

/** @throws {ProblemError} `feed-key-refused` for a key of no feed */
export async function feedOfKey(
  db: OpenDatabase,
  authorization: string | undefined,
): Promise<FeedRow> {
  const key = bearerKey(authorization)
  const feed = key === undefined ? undefined : await findFeedByDigest(db, digestOf(key))
  if (feed === undefined) throw new ProblemError('feed-key-refused')
  return feed
}

/** Takes a batch in, whole or not at all; the same key again changes nothing. */
export async function ingest(
  db: OpenDatabase,
  feed: FeedRow,
  batch: FeedBatch,
): Promise<BatchAnswer> {
  const scope = { centerId: feed.center_id, actorId: feed.id, actorName: feed.code }
  return inCenter(db, scope, async (transaction) => {
    const health = await lockHealth(transaction, feed)
    const first = await findAnswer(transaction, feed, batch.key)
    if (first !== undefined) return { ...first, replayed: true }
    return new Intake(transaction, feed, health).take(batch)
  })
}

/** One batch on its way in, inside one transaction. */
class Intake {
  readonly #db: Db
  readonly #feed: FeedRow
  readonly #health: FeedHealthRow
  readonly #nowMs = Date.now()

  constructor(db: Db, feed: FeedRow, health: FeedHealthRow) {
    this.#db = db
    this.#feed = feed
    this.#health = health
  }

  async take(batch: FeedBatch): Promise<BatchAnswer> {
    const wasSilent = await this.#closeSilence(batch)
    const agents = [...new Set(batch.events.map(({ agent }) => agent))]
    const operators = await findOperators(this.#db, this.#feed, agents)
    const rows = stateRows(batch.events, operators, {
      stateNames: this.#feed.state_names,
      nowMs: this.#nowMs,
    })
    const kept = await insertEvents(this.#db, this.#feed, rows)
    const fresh = rows.filter(({ key }) => kept.has(key))
    const before = await this.#statesOf(fresh)
    const { states, outOfOrder } = newStates(fresh, before)
    await saveStates(this.#db, this.#feed, states)
    if (batch.snapshot === true) await this.#completeSnapshot(batch, rows, wasSilent)
    const told = furthestContacts(batch.contacts ?? [])
    const contacts = heldToNow(told, this.#nowMs)
    const answer: BatchAnswer = {
      accepted: fresh.length,
      duplicates: batch.events.length - fresh.length,
      late: fresh.filter(({ atMs }) => this.#nowMs - atMs > LATE_MS).length,
      outOfOrder,
      clockAhead:
        fresh.filter(({ saidMs }) => saidMs !== null).length +
        told.filter(({ at }) => isAhead(Date.parse(at), this.#nowMs)).length,
      unknownAgents: fresh.filter(({ operatorId }) => operatorId === undefined).length,
      unknownStates: fresh.filter(({ state }) => state === null).length,
      contacts: await saveContacts(this.#db, this.#feed, contacts),
      unknownQueues: await this.#countUnknownQueues(contacts.map(({ queue }) => queue)),
      lastSequence: lastSequence(this.#health.last_sequence, batch.sequence),
      replayed: false,
    }
    await this.#remember(batch, answer, rows)
    return answer
  }

  /** A silence in which something may have been lost is kept: until it ended, nobody was out. */
  async #closeSilence(batch: FeedBatch): Promise<boolean> {
    const { last_heard_at: heardAt, last_sequence: last } = this.#health
    if (heardAt === null || !isSilent(this.#feed, heardAt, this.#nowMs)) return false
    // The number after the last one proves that the feed had nothing else to say, or says it now.
    if (last !== null && batch.sequence === last + 1) return false
    await insertSilence(this.#db, this.#feed, { from: heardAt, to: new Date(this.#nowMs) })
    return true
  }

  async #statesOf(rows: readonly StateRow[]): Promise<ReadonlyMap<OperatorId, CurrentState>> {
    const operatorIds = [...new Set(rows.flatMap(({ operatorId }) => operatorId ?? []))]
    if (operatorIds.length === 0) return new Map()
    const states = await readStates(this.#db, { operatorIds })
    return new Map(states.map((state) => [state.operatorId, state]))
  }

  /** Says again at the snapshot's instant who is there, and takes out who is not. */
  async #completeSnapshot(
    batch: FeedBatch,
    rows: readonly StateRow[],
    wasSilent: boolean,
  ): Promise<void> {
    const atMs = batch.at === undefined ? this.#nowMs : Date.parse(batch.at)
    const present = rows.filter((row) => row.atMs < atMs)
    const confirmed = present.map((row) => ({
      ...row,
      key: `${batch.key}|${row.agent}`,
      atMs,
      saidMs: null,
    }))
    const presentIds = new Set(rows.map(({ operatorId }) => operatorId))
    const heard = await readStates(this.#db, { feedId: this.#feed.id })
    const { timezone } = await readCenterSettings(this.#db)
    const today = localDateOf(atMs as EpochMs, timezone)
    const absent = [
      ...heard.filter(
        ({ state, sinceMs }) => sinceMs <= atMs && (wasSilent || state !== LOGGED_OFF),
      ),
      ...(await readUnheard(this.#db, this.#feed, today)).map((operatorId) => ({ operatorId })),
    ].filter(({ operatorId }) => !presentIds.has(operatorId))
    const gone = absent.map(({ operatorId }) => ({
      key: `${batch.key}|${operatorId}`,
      agent: '',
      operatorId,
      state: LOGGED_OFF,
      reported: 'absent from a snapshot',
      reason: null,
      atMs,
      saidMs: null,
    }))
    const added = [...confirmed, ...gone]
    await insertEvents(this.#db, this.#feed, added)
    const { states } = newStates(added, await this.#statesOf(added))
    await saveStates(this.#db, this.#feed, states)
  }

  /** Contacts of queues that are none of ours are kept, and counted when somebody says which they are. */
  async #countUnknownQueues(queues: readonly string[]): Promise<number> {
    if (queues.length === 0) return 0
    const ours = new Set((await readCenterSettings(this.#db)).queues.map(({ code }) => code))
    const names = queueNamesOf(this.#feed)
    return queues.filter((queue) => !ours.has(names[queue] ?? queue)).length
  }

  async #remember(batch: FeedBatch, answer: BatchAnswer, rows: readonly StateRow[]): Promise<void> {
    const { last_sequence: last } = this.#health
    const sequence = batch.sequence ?? null
    const known = rows.map(({ atMs }) => atMs)
    await saveBatch(this.#db, this.#feed, {
      key: batch.key,
      sequence,
      isSnapshot: batch.snapshot === true,
      answer,
      lastSequence: answer.lastSequence,
      missing: missingBatches(last, sequence),
      lastEventAt: known.length === 0 ? null : new Date(Math.max(...known)),
      now: new Date(this.#nowMs),
    })
  }
}

function lastSequence(last: number | null, sequence: number | undefined): number | null {
  if (last === null) return sequence ?? null
  return Math.max(last, sequence ?? last)
}

/** How many more batches are missing than before; one that comes after all makes it one fewer. */
export function missingBatches(last: number | null, sequence: number | null): number {
  if (last === null || sequence === null) return 0
  return sequence > last ? sequence - last - 1 : -1
}
