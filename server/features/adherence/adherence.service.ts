import { addDays, type LocalDate, startOfLocalDay } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { readCenterSettings } from '../centers/centers.service.ts'
import type { TimelineSpan } from '../intraday/board/state-timeline.ts'
import { readTimelines } from '../intraday/board/timeline.service.ts'
import { type Adherence, adherenceOf } from './adherence-of.ts'
import { listPeople, listPolicies, type Person, readPlanVersions } from './adherence.queries.ts'
import type { CompiledPolicy } from './compile-policy.ts'
import { clipSpans, unitedSpans } from './cut-spans.ts'
import { type ExceptionRow, listExceptions } from './exceptions.queries.ts'
import type { PlannedSpan } from './judge-day.ts'
import { dayPlan, planInForce, type ShiftInForce } from './plan-in-force.ts'
import { Policies, type PolicyInForce } from './policy-in-force.ts'
import type { Span } from './span-cursor.ts'

const DAY_MS = 86_400_000

export interface JudgedDay extends Span {
  readonly date: LocalDate
  readonly policy: PolicyInForce
  readonly planned: readonly PlannedSpan[]
  readonly states: readonly TimelineSpan[]
  readonly adherence: Adherence
}

export interface JudgedPerson {
  readonly person: Person
  readonly days: readonly JudgedDay[]
}

/**
 * Judges people's days from the raw events, by the plan and the policy that were in force. Every page
 * and report that shows adherence asks here.
 *
 * @throws {ProblemError} `record-unknown` for a policy version that there is not
 */
export async function judgePeople(
  db: Db,
  query: {
    readonly from: LocalDate
    readonly to: LocalDate
    readonly operatorIds?: readonly OperatorId[]
    readonly policyVersion?: number | undefined
    /** A policy that is no version yet, instead of those that there are. */
    readonly draft?: CompiledPolicy | undefined
    readonly nowMs: number
  },
): Promise<readonly JudgedPerson[]> {
  const { timezone: zone } = await readCenterSettings(db)
  const days = daysOf(query.from, query.to, zone)
  const window = {
    startMs: (days[0]?.startMs ?? 0) - DAY_MS,
    endMs: (days.at(-1)?.endMs ?? 0) + DAY_MS,
  }
  const everybody = await listPeople(db, query.from)
  const people = everybody.filter(({ id }) => query.operatorIds?.includes(id) ?? true)
  const ids = people.map(({ id }) => id)
  const plans = await readPlans(db, window, zone)
  const excuses = await readExcuses(db, window)
  const policies = await readPolicies(db)
  const timelines = await readTimelines(db, ids, window, query.nowMs)
  return people.map((person) => {
    const shifts = plans.get(person.id) ?? []
    const excused = excuses(person.id)
    const timeline = timelines.get(person.id) ?? { states: [], silences: [] }
    return {
      person,
      days: days.map((day) => {
        const policy = policyOf(policies, day, query)
        return judgedDay(day, { shifts, excused, timeline, policy, nowMs: query.nowMs })
      }),
    }
  })
}

function judgedDay(
  day: Span & { readonly date: LocalDate },
  about: {
    readonly shifts: readonly ShiftInForce[]
    readonly excused: readonly Span[]
    readonly timeline: {
      readonly states: readonly TimelineSpan[]
      readonly silences: readonly Span[]
    }
    readonly policy: PolicyInForce
    readonly nowMs: number
  },
): JudgedDay {
  const plan = dayPlan(about.shifts, day)
  const window = { startMs: plan.startMs, endMs: plan.endMs }
  // What has not happened yet is judged by nobody.
  const past = { ...window, endMs: Math.max(plan.startMs, Math.min(plan.endMs, about.nowMs)) }
  const states = clipSpans(about.timeline.states, past)
  const record = {
    fromMs: past.startMs,
    toMs: past.endMs,
    planned: clipSpans(plan.planned, past),
    states,
    silences: clipSpans(about.timeline.silences, past),
    excused: about.excused,
  }
  return {
    ...window,
    date: day.date,
    policy: about.policy,
    planned: plan.planned,
    states,
    adherence: adherenceOf(record, about.policy.compiled),
  }
}

function policyOf(
  policies: Policies,
  day: Span,
  query: {
    readonly policyVersion?: number | undefined
    readonly draft?: CompiledPolicy | undefined
  },
): PolicyInForce {
  const { policyVersion: version, draft } = query
  if (draft !== undefined) return { version: policies.nextVersion, compiled: draft }
  const policy = version === undefined ? policies.at(day.startMs) : policies.byVersion(version)
  if (policy === undefined) throw new ProblemError('record-unknown')
  return policy
}

function daysOf(
  from: LocalDate,
  to: LocalDate,
  zone: string,
): readonly (Span & { readonly date: LocalDate })[] {
  const days = []
  for (let date = from; date < to; date = addDays(date, 1)) {
    const startMs = startOfLocalDay(date, zone)
    days.push({ date, startMs, endMs: startOfLocalDay(addDays(date, 1), zone) })
  }
  return days
}

/** Shifts as they were in force, by person. */
export async function readPlans(
  db: Db,
  window: Span,
  zone: string,
): Promise<ReadonlyMap<OperatorId, readonly ShiftInForce[]>> {
  const versions = await readPlanVersions(db, window, zone)
  return new Map([...versions].map(([id, own]) => [id, planInForce(own)]))
}

/** Approved explanations within a window: for a person their own and everybody's. */
export async function readExcuses(
  db: Db,
  window: Span,
): Promise<(operatorId: OperatorId) => readonly Span[]> {
  const approved = await listExceptions(db, window, { status: 'approved' })
  const byPerson = Map.groupBy(approved, ({ operator_id: operatorId }) => operatorId)
  const everybody = (byPerson.get(null) ?? []).map(spanOf)
  return (operatorId) =>
    unitedSpans([...everybody, ...(byPerson.get(operatorId) ?? []).map(spanOf)])
}

export async function readPolicies(db: Db): Promise<Policies> {
  return new Policies(await listPolicies(db))
}

/** Everybody who may stand on a board of a day. */
export async function readPeople(db: Db, date: LocalDate): Promise<readonly Person[]> {
  return listPeople(db, date)
}

function spanOf(row: ExceptionRow): Span {
  return { startMs: row.starts_at.getTime(), endMs: row.ends_at.getTime() }
}
