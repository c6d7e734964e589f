import { addDays, localDateOf } from '#forecasting/kernel/calendar.ts'
import type { CenterId, EpochMs, OperatorId } from '#forecasting/kernel/units.ts'
import { type Db, inCenter, type OpenDatabase, systemScope } from '#server/platform/db/scope.ts'

import {
  judgePeople,
  readExcuses,
  readPeople,
  readPlans,
  readPolicies,
} from '../../adherence/adherence.service.ts'
import type { JudgedSpan } from '../../adherence/judge-day.ts'
import type { Policies } from '../../adherence/policy-in-force.ts'
import type { Span } from '../../adherence/span-cursor.ts'
import { readCenterSettings } from '../../centers/centers.service.ts'
import { readRemoteSpans } from '../../operators/remote-work.service.ts'
import { workPlaceByRecord } from '../../operators/work-at-home.ts'
import { isSilent } from '../ingest/feed-view.ts'
import { listFeeds } from '../ingest/feeds.queries.ts'
import { type BoardMoment, boardRow, type LivePerson, type LiveState } from './board-row.ts'
import { readChangedStates, readReachable } from './board.queries.ts'
import type { Board, BoardChange, BoardRow } from './board.schema.ts'
import { readSilencesUntil } from './timeline.service.ts'

const DAY_MS = 86_400_000
const AROUND_MS = 4 * 3_600_000
/** Plans, explanations, policies and feeds change seldom; states are asked for at every look. */
const PLANS_EVERY_MS = 5000
/** Transactions that began earlier may end later: what was written shortly before is read again. */
const OVERLAP_MS = 2000

interface Plans {
  readonly readAtMs: number
  readonly people: readonly LivePerson[]
  readonly policies: Policies
  readonly silencesOf: ReadonlyMap<string, readonly Span[]>
  readonly feeds: Board['feeds']
}

/** The board of one centre, kept in memory and brought up to date at every look. */
export class LiveBoard {
  readonly #db: OpenDatabase
  readonly #centerId: CenterId
  readonly #states = new Map<OperatorId, LiveState>()
  #newestMs: number | undefined
  #plans: Plans | undefined
  #rows = new Map<OperatorId, BoardRow>()

  constructor(db: OpenDatabase, centerId: CenterId) {
    this.#db = db
    this.#centerId = centerId
  }

  /** Makes the next look read plans and explanations again, at once. */
  forgetPlans(): void {
    this.#plans = undefined
  }

  /**
   * Looks again.
   *
   * @returns what changed since the look before, and everything as it is now
   */
  async look(nowMs: number): Promise<{ readonly board: Board; readonly change: BoardChange }> {
    const isFirst = this.#newestMs === undefined
    const plans = await inCenter(this.#db, systemScope(this.#centerId), async (db) => {
      await this.#readStates(db)
      return this.#readPlans(db, nowMs)
    })
    const { compiled, version } = plans.policies.at(nowMs)
    const moment = { nowMs, compiled, silencesOf: silencesNow(plans, nowMs) }
    const rows = this.#rowsOf(plans, moment)
    if (isFirst) await this.#findBeginnings(rows, nowMs)
    const head = {
      at: new Date(nowMs).toISOString(),
      policyVersion: version,
      published: plans.people.some(({ planned }) => planned.length > 0),
      feeds: plans.feeds,
    }
    const change = { ...head, ...differenceOf(this.#rows, rows) }
    this.#rows = rows
    return { board: { ...head, rows: [...rows.values()].toSorted(byUrgency) }, change }
  }

  async #readStates(db: Db): Promise<void> {
    const since = this.#newestMs === undefined ? undefined : this.#newestMs - OVERLAP_MS
    this.#newestMs ??= 0
    for (const state of await readChangedStates(db, since)) {
      this.#states.set(state.operatorId, state)
      this.#newestMs = Math.max(this.#newestMs, state.changedMs)
    }
  }

  async #readPlans(db: Db, nowMs: number): Promise<Plans> {
    const known = this.#plans
    if (known !== undefined && nowMs - known.readAtMs < PLANS_EVERY_MS) return known
    const { timezone } = await readCenterSettings(db)
    const window = { startMs: nowMs - DAY_MS, endMs: nowMs + DAY_MS }
    const shifts = await readPlans(db, window, timezone)
    const excuses = await readExcuses(db, window)
    const people = await readPeople(db, localDateOf(nowMs as EpochMs, timezone))
    const remote = Map.groupBy(
      await readRemoteSpans(db, addDays(localDateOf(nowMs as EpochMs, timezone), -2)),
      ({ operatorId }) => operatorId,
    )
    const feeds = await listFeeds(db)
    const reachable = await readReachable(db)
    this.#plans = {
      readAtMs: nowMs,
      people: people.map((person) => ({
        ...person,
        canSignIn: reachable.has(person.id),
        planned: (shifts.get(person.id) ?? []).flatMap(({ planned }) => planned),
        excused: excuses(person.id),
        places: (shifts.get(person.id) ?? []).map(
          ({ startMs, endMs, shiftStartMs, workPlace }) => ({
            startMs,
            endMs,
            workPlace:
              workPlace ??
              workPlaceByRecord(
                remote.get(person.id) ?? [],
                localDateOf(shiftStartMs as EpochMs, timezone),
              ),
          }),
        ),
      })),
      policies: await readPolicies(db),
      silencesOf: await readSilencesUntil(db, window, nowMs),
      feeds: feeds
        .filter(({ feed }) => feed.archived_at === null)
        .map(({ feed, health }) => ({
          code: feed.code,
          silent: isSilent(feed, health?.last_heard_at, nowMs),
          lastHeardAt: health?.last_heard_at?.toISOString() ?? null,
          missingBatches: health?.missing_since_snapshot ?? 0,
        })),
    }
    return this.#plans
  }

  #rowsOf(plans: Plans, moment: BoardMoment): Map<OperatorId, BoardRow> {
    const rows = new Map<OperatorId, BoardRow>()
    for (const person of plans.people) {
      const row = boardRow(person, this.#states.get(person.id), moment, this.#rows.get(person.id))
      if (row.severity < 7 || isAround(person, moment.nowMs)) rows.set(person.id, row)
    }
    return rows
  }

  /** At the first look nobody knows since when people are out: their day's record tells. */
  async #findBeginnings(rows: Map<OperatorId, BoardRow>, nowMs: number): Promise<void> {
    const operatorIds = [...rows.values()]
      .filter(({ verdict }) => verdict === 'out')
      .map(({ operatorId }) => operatorId)
    if (operatorIds.length === 0) return
    const people = await inCenter(this.#db, systemScope(this.#centerId), async (db) => {
      const { timezone } = await readCenterSettings(db)
      const today = localDateOf(nowMs as EpochMs, timezone)
      return judgePeople(db, {
        from: addDays(today, -1),
        to: addDays(today, 1),
        operatorIds,
        nowMs,
      })
    })
    for (const { person, days } of people) {
      const row = rows.get(person.id)
      const sinceMs = runStart(days.flatMap(({ adherence }) => adherence.judged))
      if (row === undefined || sinceMs === undefined) continue
      rows.set(person.id, { ...row, outSince: new Date(sinceMs).toISOString() })
    }
  }
}

/** A silence that goes on reaches to this instant, not only to when the plans were read. */
function silencesNow(plans: Plans, nowMs: number): ReadonlyMap<string, readonly Span[]> {
  return new Map(
    [...plans.silencesOf].map(([feedId, spans]) => [
      feedId,
      spans.map((span) => (span.endMs === plans.readAtMs ? { ...span, endMs: nowMs } : span)),
    ]),
  )
}

function isAround({ planned }: LivePerson, nowMs: number): boolean {
  return planned.some(
    ({ startMs, endMs }) => startMs < nowMs + AROUND_MS && endMs > nowMs - AROUND_MS,
  )
}

/** When the deviation that lasts until the end of the record began. */
function runStart(judged: readonly JudgedSpan[]): number | undefined {
  const isRun = ({ verdict, cause }: JudgedSpan): boolean =>
    verdict === 'out' || cause === 'tolerated'
  return judged[judged.findLastIndex((span) => !isRun(span)) + 1]?.startMs
}

function byUrgency(a: BoardRow, b: BoardRow): number {
  if (a.severity !== b.severity) return a.severity - b.severity
  const [since, other] = [a.outSince ?? a.since ?? '', b.outSince ?? b.since ?? '']
  if (since !== other) return since < other ? -1 : 1
  return a.name < b.name ? -1 : 1
}

function differenceOf(
  before: ReadonlyMap<OperatorId, BoardRow>,
  after: ReadonlyMap<OperatorId, BoardRow>,
): { readonly rows: readonly BoardRow[]; readonly gone: readonly OperatorId[] } {
  return {
    rows: [...after.values()].filter((row) => !isSame(before.get(row.operatorId), row)),
    gone: [...before.keys()].filter((id) => !after.has(id)),
  }
}

function isSame(a: BoardRow | undefined, b: BoardRow): boolean {
  if (a === undefined) return false
  return (Object.keys(b) as (keyof BoardRow)[]).every((key) =>
    key === 'next' ? a.next?.at === b.next?.at : a[key] === b[key],
  )
}
