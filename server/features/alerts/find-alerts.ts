import type { Board } from '../intraday/board/board.schema.ts'
import type { TodayHours } from '../intraday/hours/hours.schema.ts'
import type { AlertDetail, AlertRule } from './alerts.schema.ts'

/** What the rules are held against. */
export interface Situation {
  readonly nowMs: number
  readonly hours: TodayHours
  readonly board: Board
}

export interface FoundAlert {
  readonly ruleId: string
  readonly kind: AlertRule['kind']
  readonly subject: string
  readonly detail: AlertDetail
}

type Rule = Pick<AlertRule, 'id' | 'kind' | 'threshold' | 'aheadMinutes' | 'queueId'>
type HourInterval = TodayHours['queues'][number]['intervals'][number]
type Predicted = NonNullable<HourInterval['predicted']>

const MINUTE_MS = 60_000

/** Everything that a rule objects to now: once a queue, feed or person. */
export function findAlerts(rule: Rule, situation: Situation): FoundAlert[] {
  const found =
    rule.kind === 'feed_silent'
      ? silentFeeds(rule, situation)
      : rule.kind === 'person_out'
        ? peopleOut(rule, situation)
        : comingMisses(rule, situation)
  return found.map((one) => ({ ruleId: rule.id, kind: rule.kind, ...one }))
}

/** The figure that a kind of rule looks at; infinite for a line that only grows. */
const FIGURES: Readonly<Record<string, (predicted: Predicted) => number>> = {
  wait: ({ asaSeconds, isOverloaded }) =>
    isOverloaded ? Number.POSITIVE_INFINITY : (asaSeconds ?? 0),
  lost: ({ lostShare }) => lostShare ?? 0,
  // Whole people are called in; a half more or less is none.
  staffing: ({ required, given }) => Math.round(required - given),
}

/** Of each queue the first interval within the time ahead that is beyond the threshold. */
function comingMisses(
  rule: Rule,
  { hours, nowMs }: Situation,
): Pick<FoundAlert, 'subject' | 'detail'>[] {
  const figure = FIGURES[rule.kind] ?? (() => 0)
  const untilMs = nowMs + rule.aheadMinutes * MINUTE_MS
  return hours.queues.flatMap(({ queueId, code, intervals }) => {
    if (rule.queueId !== null && rule.queueId !== queueId) return []
    const missed = intervals.find(
      ({ to, from, predicted }) =>
        predicted !== null &&
        Date.parse(to) > nowMs &&
        Date.parse(from) < untilMs &&
        isBeyond(rule, figure(predicted)),
    )
    if (missed?.predicted === undefined || missed.predicted === null) return []
    const value = figure(missed.predicted)
    return [
      {
        subject: queueId,
        detail: {
          name: code,
          from: missed.from,
          to: missed.to,
          value: Number.isFinite(value) ? value : null,
        },
      },
    ]
  })
}

/** A wait or a share may be as promised; of people, the number itself is too many. */
function isBeyond({ kind, threshold }: Rule, value: number): boolean {
  return kind === 'staffing' ? value > 0 && value >= threshold : value > threshold
}

function silentFeeds(
  { threshold }: Rule,
  { board, nowMs }: Situation,
): Pick<FoundAlert, 'subject' | 'detail'>[] {
  return board.feeds.flatMap(({ code, silent, lastHeardAt }) => {
    // One that has never said anything is being set up, not cut off.
    if (!silent || lastHeardAt === null) return []
    const seconds = (nowMs - Date.parse(lastHeardAt)) / 1000
    if (seconds <= threshold) return []
    const value = Math.round(seconds)
    return [{ subject: code, detail: { name: code, from: lastHeardAt, to: null, value } }]
  })
}

function peopleOut(
  { threshold }: Rule,
  { board, nowMs }: Situation,
): Pick<FoundAlert, 'subject' | 'detail'>[] {
  return board.rows.flatMap(({ operatorId, name, verdict, outSince }) => {
    if (verdict !== 'out' || outSince === null) return []
    const minutes = (nowMs - Date.parse(outSince)) / MINUTE_MS
    if (minutes <= threshold) return []
    const value = Math.floor(minutes)
    return [{ subject: operatorId, detail: { name, from: outSince, to: null, value } }]
  })
}

/** @param minute minutes from local midnight */
export function isQuietAt(quiet: AlertRule['quiet'], minute: number): boolean {
  if (quiet === null) return false
  const { fromMinutes, toMinutes } = quiet
  return fromMinutes <= toMinutes
    ? fromMinutes <= minute && minute < toMinutes
    : minute >= fromMinutes || minute < toMinutes
}
