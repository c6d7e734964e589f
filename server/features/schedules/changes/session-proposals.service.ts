import type { EpochMs, OperatorId } from '#forecasting/kernel/units.ts'
import { type SessionTime, sessionTimes } from '#forecasting/scheduling/session-times.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { readWaitEffect, type SparedAgents } from '../../staffing/wait-effect.service.ts'
import type { SessionProposal } from '../../training/sessions.schema.ts'
import { loadSchedule, type LoadedSchedule } from '../load-schedule.ts'
import { fromPlanMinutes, toPlanMinutes } from '../problem/build-instance.ts'
import { toPlan } from '../problem/plan-schedule.ts'
import { withSessions } from '../problem/session-pauses.ts'

const MINUTES_PER_DAY = 1440
const MINUTE_MS = 60_000
const STEP_MINUTES = 30
const SHOWN = 8
/** So that a planner may choose between days. */
const SHOWN_PER_DAY = 2

export interface SessionOrder {
  readonly scheduleId: string
  readonly operatorIds: readonly OperatorId[]
  readonly minutes: number
  readonly nowMs: number
}

/**
 * When, in the days of a schedule, some people could be taught at least cost: what goes missing on the
 * queues, and what becomes of the wait. The best few, none in the past; nothing is stored.
 *
 * @throws {ProblemError} `schedule-unknown`
 */
export async function proposeSessionTimes(
  db: Db,
  { scheduleId, operatorIds, minutes, nowMs }: SessionOrder,
): Promise<SessionProposal[]> {
  const loaded = await loadSchedule(db, scheduleId)
  const { instance, period, rows } = loaded
  const numbers = new Map(rows.operators.map((one) => [one.id, one.personnelNumber]))
  const plan = toPlan(loaded)
  const times = sessionTimes(instance, withSessions(plan, loaded), {
    people: operatorIds.map((id) => numbers.get(id) ?? id),
    lengthMin: minutes,
    stepMin: STEP_MINUTES,
    fromMin: toPlanMinutes(nowMs as EpochMs, period),
  })
  const proposals: SessionProposal[] = []
  for (const time of spread(times)) {
    proposals.push(await present(db, loaded, { time, operatorIds, minutes }))
  }
  return proposals
}

function spread(times: readonly SessionTime[]): SessionTime[] {
  const perDay = new Map<number, number>()
  const chosen = times.filter(({ startMin }) => {
    const day = Math.floor(startMin / MINUTES_PER_DAY)
    const count = perDay.get(day) ?? 0
    perDay.set(day, count + 1)
    return count < SHOWN_PER_DAY
  })
  return chosen.slice(0, SHOWN)
}

interface Chosen extends Pick<SessionOrder, 'operatorIds' | 'minutes'> {
  readonly time: SessionTime
}

async function present(
  db: Db,
  loaded: LoadedSchedule,
  { time, operatorIds, minutes }: Chosen,
): Promise<SessionProposal> {
  const { rows, period } = loaded
  const numbers = new Map(rows.operators.map((one) => [one.id, one.personnelNumber]))
  const present = operatorIds.filter((id) => time.present.includes(numbers.get(id) ?? id))
  const startMs = fromPlanMinutes(time.startMin, period)
  const wait = await readWaitEffect(db, loaded.row.requirement_id, sparedAgents(time, loaded))
  return {
    startsAt: new Date(startMs).toISOString(),
    endsAt: new Date(startMs + minutes * MINUTE_MS).toISOString(),
    present,
    missing: operatorIds.filter((id) => !present.includes(id)),
    shortAgentHours: hundredths(time.shortAgentHours),
    worstShort: hundredths(time.worstShort),
    waitBeforeSeconds: wait?.beforeSeconds ?? null,
    waitAfterSeconds: wait?.afterSeconds ?? null,
    waitTargetSeconds: wait?.targetSeconds ?? null,
  }
}

/** Agents in the schedule of every queue and interval that a session touches. */
function sparedAgents(
  { intervals }: SessionTime,
  { instance, period, rows }: LoadedSchedule,
): SparedAgents[] {
  const idleShare = (interval: number, at: number): number => {
    const asked = rows.queues.map(({ code }) => instance.demand[code]?.[interval] ?? 0)
    const all = asked.reduce((sum, agents) => sum + agents, 0)
    return all === 0 ? 0 : (asked[at] ?? 0) / all
  }
  return intervals.flatMap(({ interval, without, within }) => {
    const startsAtMs = fromPlanMinutes(interval * instance.intervalMin, period)
    return rows.queues.map(({ id, code }, at) => {
      const required = instance.demand[code]?.[interval] ?? 0
      const share = idleShare(interval, at)
      return {
        queueId: id,
        startsAtMs,
        before: required - (without.short[at] ?? 0) + share * without.idle,
        after: required - (within.short[at] ?? 0) + share * within.idle,
      }
    })
  })
}

const hundredths = (agents: number): number => Math.round(agents * 100) / 100
