import type { OperatorId } from '#forecasting/kernel/units.ts'

import { LOGGED_OFF, NO_DATA } from '../../adherence/adherence-policy.ts'
import type { CompiledPolicy, Ruling } from '../../adherence/compile-policy.ts'
import { judgeMoment, type PlannedSpan } from '../../adherence/judge-day.ts'
import type { Span } from '../../adherence/span-cursor.ts'
import type { WorkPlace } from '../../operators/work-at-home.ts'
import type { BoardRow } from './board.schema.ts'
import { hidingSilence } from './state-timeline.ts'

/** What the feeds last said of a person. */
export interface LiveState {
  readonly feedId: string
  readonly state: string | null
  readonly reported: string
  readonly reason: string | null
  readonly sinceMs: number
  readonly confirmedMs: number
}

export interface LivePerson {
  readonly id: OperatorId
  readonly name: string
  readonly personnelNumber: string
  readonly team: string | null
  readonly canSignIn: boolean
  /** Ascending, without overlap: yesterday's night shift to tomorrow's morning. */
  readonly planned: readonly PlannedSpan[]
  readonly excused: readonly Span[]
  /** Of the same days, ascending. */
  readonly places: readonly (Span & { readonly workPlace: WorkPlace })[]
}

/** What holds for everybody at one instant. */
export interface BoardMoment {
  readonly nowMs: number
  readonly compiled: CompiledPolicy
  /** By feed, ascending; the open silence of a feed ends now. */
  readonly silencesOf: ReadonlyMap<string, readonly Span[]>
}

/**
 * One person now. Since when they are out is carried from row to row, because a run of deviation goes
 * on over a change of state.
 *
 * @param before the row of an instant earlier; undefined when there is none
 */
export function boardRow(
  person: LivePerson,
  live: LiveState | undefined,
  moment: BoardMoment,
  before: BoardRow | undefined,
): BoardRow {
  const { nowMs } = moment
  const planned = spanAt(person.planned, nowMs)
  const next = person.planned.find(({ startMs }) => startMs > nowMs)
  const excused = spanAt(person.excused, nowMs)
  const known = knownState(live, moment)
  const ruling = judgeMoment(
    {
      activity: planned?.activity ?? null,
      reported: known.state ?? NO_DATA,
      isSilent: known.state === null,
      isExcused: excused !== undefined,
    },
    moment.compiled,
  )
  const beginnings = [known.sinceMs, planned?.startMs, endBefore(person.excused, nowMs)]
  const outSinceMs = outSince(ruling, before, beginnings)
  return {
    operatorId: person.id,
    name: person.name,
    personnelNumber: person.personnelNumber,
    team: person.team,
    canSignIn: person.canSignIn,
    activity: ruling.activity,
    activityUntil: instant(planned?.endMs),
    workPlace: person.places.find(({ endMs }) => endMs > nowMs)?.workPlace ?? null,
    next: next === undefined ? null : { activity: next.activity, at: instant(next.startMs) ?? '' },
    state: known.state,
    reason: known.reason,
    since: instant(known.sinceMs),
    verdict: ruling.verdict,
    cause: ruling.cause,
    outSince: instant(outSinceMs),
    excusedUntil: instant(excused?.endMs),
    severity: severityOf(ruling, outSinceMs, moment),
  }
}

interface KnownState {
  /** Null when nothing is known. */
  readonly state: string | null
  readonly reason: string | null
  readonly sinceMs: number | undefined
}

/** What is known of a person: what was said last, unless a silence of the feed hides it. */
function knownState(live: LiveState | undefined, { silencesOf, nowMs }: BoardMoment): KnownState {
  if (live === undefined) return { state: null, reason: null, sinceMs: undefined }
  const silence = hidingSilence(silencesOf.get(live.feedId), live.confirmedMs, nowMs)
  if (silence !== undefined) return { state: null, reason: null, sinceMs: silence.startMs }
  return { state: live.state ?? live.reported, reason: live.reason, sinceMs: live.sinceMs }
}

/**
 * What needs a supervisor first: 0 missing from work, 1 elsewhere than planned, 2 not known, 3 out for
 * no longer than the policy tolerates, 4 neutral, 5 as planned, 6 signed on outside the shift, 7 away.
 */
function severityOf(
  ruling: Ruling,
  outSinceMs: number | undefined,
  { nowMs, compiled }: BoardMoment,
): number {
  if (ruling.activity === null)
    return ruling.state === LOGGED_OFF || ruling.state === NO_DATA ? 7 : 6
  switch (ruling.verdict) {
    case 'unknown':
      return 2
    case 'neutral':
      return 4
    case 'in':
      return 5
    case 'out': {
      const tolerated = (compiled.tolerances.get(ruling.activity) ?? 0) * 1000
      if (outSinceMs !== undefined && nowMs - outSinceMs < tolerated) return 3
      return ruling.isProductivePlan ? 0 : 1
    }
  }
}

function outSince(
  ruling: Ruling,
  before: BoardRow | undefined,
  beginnings: readonly (number | undefined)[],
): number | undefined {
  if (ruling.verdict !== 'out') return undefined
  if (before?.verdict === 'out' && before.outSince !== null) return Date.parse(before.outSince)
  return Math.max(...beginnings.map((ms) => ms ?? Number.NEGATIVE_INFINITY))
}

function spanAt<Item extends Span>(spans: readonly Item[], ms: number): Item | undefined {
  return spans.find(({ startMs, endMs }) => startMs <= ms && ms < endMs)
}

/** When the last explanation that is over ended. */
function endBefore(spans: readonly Span[], ms: number): number | undefined {
  return spans.findLast(({ endMs }) => endMs <= ms)?.endMs
}

function instant(ms: number | undefined): string | null {
  return ms === undefined ? null : new Date(ms).toISOString()
}
