import type { OperatorId } from '#forecasting/kernel/units.ts'

import { stateNamed } from '../board/state-names.ts'
import { isAhead } from './clock-ahead.ts'
import type { FeedEvent } from './feeds.schema.ts'

/** One event as it is kept. */
export interface StateRow {
  readonly key: string
  readonly agent: string
  readonly operatorId: OperatorId | undefined
  /** Our name; null for one that nobody knows. */
  readonly state: string | null
  readonly reported: string
  readonly reason: string | null
  readonly atMs: number
  /** What the feed said, where it said a time to come: its clock is wrong. */
  readonly saidMs: number | null
}

/** What was known of a person before a batch. */
export interface CurrentState {
  readonly operatorId: OperatorId
  readonly state: string | null
  readonly reason: string | null
  readonly sinceMs: number
}

/**
 * The rows of a batch's events, each key once; the key of an event without one is what it says. What is
 * said of a time to come holds from now on: until that time no other event would be newer.
 */
export function stateRows(
  events: readonly FeedEvent[],
  operators: ReadonlyMap<string, OperatorId>,
  {
    stateNames,
    nowMs,
  }: { readonly stateNames: Readonly<Record<string, string>>; readonly nowMs: number },
): StateRow[] {
  const rows = new Map<string, StateRow>()
  for (const event of events) {
    const saidMs = Date.parse(event.at)
    const isWrong = isAhead(saidMs, nowMs)
    const key = event.id ?? `${event.agent}|${saidMs}|${event.state}`
    if (rows.has(key)) continue
    rows.set(key, {
      key,
      agent: event.agent,
      operatorId: operators.get(event.agent),
      state: stateNamed(event.state, stateNames),
      reported: event.state,
      reason: event.reason ?? null,
      atMs: isWrong ? nowMs : saidMs,
      saidMs: isWrong ? saidMs : null,
    })
  }
  return [...rows.values()]
}

export interface NewState extends CurrentState {
  readonly reported: string
  readonly confirmedMs: number
}

/**
 * What new events make of what was known: the newest event of a person wins, whatever the order in
 * which they came, and the same state said again keeps its beginning.
 *
 * @returns the states that change or are confirmed, and how many events were older than what was known
 */
export function newStates(
  rows: readonly StateRow[],
  before: ReadonlyMap<OperatorId, CurrentState>,
): { readonly states: readonly NewState[]; readonly outOfOrder: number } {
  const latest = new Map<OperatorId, NewState>()
  let outOfOrder = 0
  for (const row of rows) {
    if (row.operatorId === undefined) continue
    const known = latest.get(row.operatorId) ?? before.get(row.operatorId)
    if (
      known !== undefined &&
      row.atMs < ('confirmedMs' in known ? Number(known.confirmedMs) : known.sinceMs)
    ) {
      outOfOrder++
      continue
    }
    latest.set(row.operatorId, following(known, row, row.operatorId))
  }
  return { states: [...latest.values()], outOfOrder }
}

function following(
  known: CurrentState | undefined,
  row: StateRow,
  operatorId: OperatorId,
): NewState {
  const isSame = known !== undefined && known.state === row.state && known.reason === row.reason
  return {
    operatorId,
    state: row.state,
    reported: row.reported,
    reason: row.reason,
    sinceMs: isSame ? known.sinceMs : row.atMs,
    confirmedMs: row.atMs,
  }
}
