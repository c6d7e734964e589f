import { addDays, localDate, startOfLocalDay } from '#forecasting/kernel/calendar.ts'
import { localClock } from '#forecasting/kernel/local-clock.ts'
import type { QueueId } from '#forecasting/kernel/units.ts'
import { type HistoryFinding, usualCounts } from '#forecasting/volume/history-decisions.ts'
import type { QueueHistory } from '#forecasting/volume/history.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { type CentreCalendar, readCalendar } from '../calendar/calendar.service.ts'
import { readCenterSettings } from '../centers/centers.service.ts'
import { readEngineFindings } from '../forecasts/engine-findings.service.ts'
import { listDecisions, listDuplicates } from './decisions.queries.ts'
import type { FoundSpan, HistoryDecision, HistoryQuality } from './decisions.schema.ts'
import { presentDecision, toDecision } from './decisions.service.ts'
import { readHistories } from './history.service.ts'
import { findGaps } from './report/gaps.ts'
import { findSilences } from './report/silences.ts'
import { slotUse } from './report/weekly-slots.ts'

const FINDINGS_MAX = 300
/** A step of the level is found a few days to and fro as figures are added. */
const SHIFT_DAYS = 7

interface Found {
  readonly finding: HistoryFinding
  readonly fromMs: number
  readonly toMs: number
  readonly factor: number | null
}

/**
 * What may be wrong with a queue's history, and what has been decided about it. Outliers and the
 * step of the level are those of the latest forecast.
 *
 * @throws {ProblemError} `queue-unknown`
 */
export async function readQuality(db: Db, queueId: QueueId): Promise<HistoryQuality> {
  const { timezone, queues } = await readCenterSettings(db)
  const queue = queues.find(({ id }) => id === queueId)
  if (queue === undefined) throw new ProblemError('queue-unknown')
  const decisions = (await listDecisions(db, queueId)).map(presentDecision)
  const [history] = await readHistories(db, [queue])
  if (history === undefined) return { findings: [], decisions }
  const active = decisions.filter((decision) => decision.active)
  const usual = usualCounts(history, active.map(toDecision), timezone)
  const calendar = await readCalendar(db)
  const outages = outagesOf(calendar, history)
  const found = [
    ...gapsOf(history, timezone),
    ...outages,
    ...silencesOf(history, { usual, calendar, outages, timezone }),
    ...(await listDuplicates(db, queueId)).map(({ starts_at: from, ends_at: to }) =>
      foundSpan('duplicate', from.getTime(), to.getTime()),
    ),
    ...(await engineFindings(db, queueId, timezone)),
  ]
  return {
    findings: found
      .toSorted((a, b) => b.fromMs - a.fromMs)
      .slice(0, FINDINGS_MAX)
      .map((one) => presentFound(one, { history, usual, active })),
    decisions,
  }
}

function foundSpan(finding: HistoryFinding, fromMs: number, toMs: number): Found {
  return { finding, fromMs, toMs, factor: null }
}

function gapsOf(history: QueueHistory, timezone: string): Found[] {
  const { queue, channel, startMs: startsMs, offered, stepMinutes } = history
  const clock = localClock(timezone)
  const grid = { queue, channel, intervalSeconds: stepMinutes * 60, startsMs, offered }
  return findGaps(grid, slotUse(grid, clock), clock).listed.map(({ startMs, endMs }) =>
    foundSpan('gap', startMs, endMs),
  )
}

/** Outages that the calendar names, as far as the history reaches. */
function outagesOf({ events }: CentreCalendar, { queue, startMs }: QueueHistory): Found[] {
  const [firstMs, lastMs] = [startMs[0] ?? 0, startMs.at(-1) ?? 0]
  return events
    .filter(({ kind, queueId }) => kind === 'outage' && (queueId === null || queueId === queue))
    .map(({ from, to }) => foundSpan('outage', Date.parse(from), Date.parse(to)))
    .filter(({ fromMs, toMs }) => toMs > firstMs && fromMs <= lastMs)
}

/** Hours in which almost nobody came, and neither a holiday nor a known outage says why. */
function silencesOf(
  history: QueueHistory,
  known: {
    readonly usual: (startMs: number) => number
    readonly calendar: CentreCalendar
    readonly outages: readonly Found[]
    readonly timezone: string
  },
): Found[] {
  const { usual, calendar, outages, timezone } = known
  const clock = localClock(timezone)
  const special = new Set(calendar.days.map(({ date }) => date))
  const dateOf = (ms: number): string =>
    new Date(ms + clock.offsetMinutesAt(ms) * 60_000).toISOString().slice(0, 10)
  const isExpected = (ms: number): boolean =>
    special.has(dateOf(ms)) || outages.some(({ fromMs, toMs }) => ms >= fromMs && ms < toMs)
  return findSilences(history, usual, isExpected).map(({ startMs, endMs }) =>
    foundSpan('silence', startMs, endMs),
  )
}

async function engineFindings(db: Db, queueId: QueueId, timezone: string): Promise<Found[]> {
  const { outliers, shift } = await readEngineFindings(db, queueId)
  const startOf = (date: string, days: number): number =>
    startOfLocalDay(addDays(localDate(date), days), timezone)
  const ofShift =
    shift === null
      ? []
      : [
          {
            finding: 'shift' as const,
            fromMs: startOf(shift.date, -SHIFT_DAYS),
            toMs: startOf(shift.date, SHIFT_DAYS),
            factor: shift.factor,
          },
        ]
  return [
    ...outliers.map((date) => foundSpan('outlier', startOf(date, 0), startOf(date, 1))),
    ...ofShift,
  ]
}

function presentFound(
  { finding, fromMs, toMs, factor }: Found,
  known: {
    readonly history: QueueHistory
    readonly usual: (startMs: number) => number
    readonly active: readonly HistoryDecision[]
  },
): FoundSpan {
  const { history, usual, active } = known
  const stepMs = history.stepMinutes * 60_000
  let came = 0
  history.startMs.forEach((startMs, i) => {
    if (startMs >= fromMs && startMs < toMs) came += history.offered[i] as number
  })
  let expected = 0
  for (let at = Math.ceil(fromMs / stepMs) * stepMs; at < toMs; at += stepMs) expected += usual(at)
  const decision = active.findLast(
    ({ from, to }) => Date.parse(from) === fromMs && Date.parse(to) === toMs,
  )
  return {
    finding,
    from: new Date(fromMs).toISOString(),
    to: new Date(toMs).toISOString(),
    came,
    usual: expected,
    factor,
    decisionId: decision?.id ?? null,
  }
}
