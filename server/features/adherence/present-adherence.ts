import { mondayOf } from '#forecasting/kernel/calendar.ts'

import { figuresOf } from './adherence-figures.ts'
import type { AdherencePolicy } from './adherence-policy.ts'
import { type AdherenceTotals, addTotals, sumJudged } from './adherence-totals.ts'
import type { AdherenceReport, PersonDay, PolicyPreview } from './adherence.schema.ts'
import type { JudgedDay, JudgedPerson } from './adherence.service.ts'
import type { ExceptionRow } from './exceptions.queries.ts'
import type { AdherenceException } from './exceptions.schema.ts'
import type { Span } from './span-cursor.ts'

type Figures = Pick<
  AdherenceReport,
  'adherence' | 'adherenceWithoutTolerance' | 'conformance' | 'totals'
>

/** Figures of the whole, of each person, team, day, week and activity: all sums of the same judged time. */
export function presentReport(people: readonly JudgedPerson[]): AdherenceReport {
  const days = people.flatMap((one) => one.days)
  // A span of days under several definitions is said in the words of the last one.
  const policy = days.at(-1)?.policy.compiled.policy
  if (policy === undefined) throw new RangeError('a report needs at least one person and day')
  const versions = new Set(days.map((day) => day.policy.version))
  return {
    formula: policy.formula,
    policyVersions: [...versions].toSorted((a, b) => a - b),
    ...sumOf(days, policy),
    teams: [...Map.groupBy(people, ({ person }) => person.team)].map(([team, members]) => ({
      team,
      ...sumOf(
        members.flatMap((one) => one.days),
        policy,
      ),
    })),
    weeks: [...Map.groupBy(days, ({ date }) => mondayOf(date))].map(([monday, own]) => ({
      monday,
      ...sumOf(own, policy),
    })),
    days: [...Map.groupBy(days, ({ date }) => date)].map(([date, own]) => ({
      date,
      ...sumOf(own, policy),
    })),
    activities: activitiesOf(days, policy),
    people: people.map(({ person, days: own }) => ({
      operatorId: person.id,
      name: person.name,
      personnelNumber: person.personnelNumber,
      ...sumOf(own, policy),
      days: own.map((day) => ({ date: day.date, ...sumOf([day], day.policy.compiled.policy) })),
      activities: activitiesOf(own, policy),
    })),
  }
}

export function presentPersonDay(
  { person, days }: JudgedPerson,
  exceptions: readonly ExceptionRow[],
): PersonDay {
  const [day] = days
  if (day === undefined) throw new RangeError('a person’s day needs its day')
  return {
    operatorId: person.id,
    name: person.name,
    date: day.date,
    ...ends(day),
    policyVersion: day.policy.version,
    formula: day.policy.compiled.policy.formula,
    schedule: day.planned.map((span) => ({ ...ends(span), activity: span.activity })),
    states: day.states.map((span) => ({ ...ends(span), state: span.state, reason: span.reason })),
    judged: day.adherence.judged.map((span) => ({
      ...ends(span),
      activity: span.activity,
      state: span.state,
      verdict: span.verdict,
      cause: span.cause,
    })),
    exceptions: exceptions.map(presentException),
    ...sumOf([day], day.policy.compiled.policy),
  }
}

/** The same people and days under two policies. */
export function presentPreview(
  before: readonly JudgedPerson[],
  after: readonly JudgedPerson[],
  verdicts: PolicyPreview['verdicts'],
): PolicyPreview {
  const [old, now] = [presentReport(before), presentReport(after)]
  const changes = now.people.flatMap(({ operatorId, name, adherence }, at) => {
    const was = old.people[at]?.adherence ?? null
    return was === adherence ? [] : [{ operatorId, name, before: was, after: adherence }]
  })
  const sizeOf = (one: (typeof changes)[number]): number =>
    Math.abs((one.after ?? 0) - (one.before ?? 0))
  return {
    before: figuresOnly(old),
    after: figuresOnly(now),
    verdicts,
    people: changes.toSorted((a, b) => sizeOf(b) - sizeOf(a)),
  }
}

function figuresOnly({
  adherence,
  adherenceWithoutTolerance,
  conformance,
  totals,
}: Figures): Figures {
  return { adherence, adherenceWithoutTolerance, conformance, totals }
}

export function presentException(row: ExceptionRow): AdherenceException {
  return {
    id: row.id,
    operatorId: row.operator_id,
    operatorName: row.operator_name,
    team: row.team_name,
    from: row.starts_at.toISOString(),
    to: row.ends_at.toISOString(),
    kind: row.kind,
    note: row.note,
    status: row.status,
    requestedBy: row.requested_by,
    requestedAt: row.requested_at.toISOString(),
    decidedBy: row.decided_by,
    decidedAt: row.decided_at?.toISOString() ?? null,
    reply: row.reply,
  }
}

function sumOf(days: readonly JudgedDay[], policy: AdherencePolicy): Figures {
  return withFigures(addTotals(days.map((day) => day.adherence.totals)), policy)
}

function activitiesOf(
  days: readonly JudgedDay[],
  policy: AdherencePolicy,
): AdherenceReport['people'][number]['activities'] {
  const parts = days.flatMap((day) =>
    [...Map.groupBy(day.adherence.judged, ({ activity }) => activity)].flatMap(([activity, own]) =>
      activity === null ? [] : [{ activity, totals: sumJudged(own) }],
    ),
  )
  return [...Map.groupBy(parts, ({ activity }) => activity)].map(([activity, own]) => ({
    activity,
    ...withFigures(addTotals(own.map(({ totals }) => totals)), policy),
  }))
}

function withFigures(totals: AdherenceTotals, policy: AdherencePolicy): Figures {
  return { ...figuresOf(totals, policy), totals: { ...totals } }
}

function ends({ startMs, endMs }: Span): { readonly from: string; readonly to: string } {
  return { from: new Date(startMs).toISOString(), to: new Date(endMs).toISOString() }
}
