import { LOGGED_OFF } from '../adherence/adherence-policy.ts'
import type { JudgedDay, JudgedPerson } from '../adherence/adherence.service.ts'
import type { JudgedSpan } from '../adherence/judge-day.ts'

/** What became of the time that one local day's shifts had, breaks left out; seconds. */
export interface DayLosses {
  readonly date: string
  /** People who had a shift. */
  readonly people: number
  readonly shiftSeconds: number
  /** Planned for something else than work, by activity. */
  readonly planned: Readonly<Record<string, number>>
  /** Planned for work, and known to have been worked or not. */
  readonly workSeconds: number
  /** Of it, what was not worked, by why. */
  readonly unplanned: Readonly<Record<string, number>>
}

type Sums = Record<string, number>

/**
 * Where the time of shifts went, day by day. Breaks are left out of everything, as the schedule itself
 * holds them; a break that was taken later than planned is lost only as far as it was longer.
 *
 * A day on which nobody was seen at work has no feed that tells of it: what was worked is not known then.
 */
export function shiftLosses(people: readonly JudgedPerson[]): DayLosses[] {
  const days = Map.groupBy(
    people.flatMap((one) => one.days).filter(({ planned }) => planned.length > 0),
    ({ date }) => date,
  )
  return [...days]
    .map(([date, own]) => {
      const isTold = own.some((day) => day.adherence.totals.productiveSeconds > 0)
      const losses = own.map((day) => personLosses(day, isTold))
      return {
        date,
        people: own.length,
        shiftSeconds: sum(losses.map(({ shiftSeconds }) => shiftSeconds)),
        planned: added(losses.map(({ planned }) => planned)),
        workSeconds: sum(losses.map(({ workSeconds }) => workSeconds)),
        unplanned: added(losses.map(({ unplanned }) => unplanned)),
      }
    })
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
}

function personLosses(day: JudgedDay, isTold: boolean): Omit<DayLosses, 'date' | 'people'> {
  const { activities } = day.policy.compiled.policy
  const spans = day.adherence.judged.flatMap((span) =>
    span.activity === null
      ? []
      : [{ ...span, activity: span.activity, seconds: (span.endMs - span.startMs) / 1000 }],
  )
  const isBreak = ({ activity }: { readonly activity: string }): boolean =>
    activities[activity]?.kind === 'pause'
  const inBreaks = spans.filter((span) => isBreak(span) && span.isProductive)
  const ofShift = spans.filter((span) => !isBreak(span))
  const planned: Sums = {}
  for (const { activity, seconds } of ofShift.filter((span) => !span.isProductivePlan)) {
    planned[activity] = (planned[activity] ?? 0) + seconds
  }
  const work = ofShift.filter(
    (span) => span.isProductivePlan && isTold && span.verdict !== 'unknown',
  )
  return {
    shiftSeconds: lasting(ofShift),
    planned,
    workSeconds: lasting(work),
    unplanned: unplannedOf(day, work, lasting(inBreaks)),
  }
}

const lasting = (spans: readonly { readonly seconds: number }[]): number =>
  spans.reduce((total, { seconds }) => total + seconds, 0)

/** Planned work that was not done, by reason; a break that was taken later is none. */
function unplannedOf(
  day: JudgedDay,
  work: readonly (JudgedSpan & { readonly seconds: number })[],
  workedInBreaks: number,
): Sums {
  const { states } = day.policy.compiled.policy
  const wasThere = day.adherence.totals.productiveSeconds > 0
  const sums: Sums = {}
  for (const span of work.filter(({ isProductive }) => !isProductive)) {
    const reason = reasonOf(span, states[span.state]?.kind, wasThere)
    sums[reason] = (sums[reason] ?? 0) + span.seconds
  }
  if (sums['break'] !== undefined) sums['break'] = Math.max(0, sums['break'] - workedInBreaks)
  return sums
}

/** Why planned work was not done, by what the person was in instead. */
function reasonOf({ state }: JudgedSpan, kind: string | undefined, wasThere: boolean): string {
  if (state === LOGGED_OFF) return wasThere ? 'signed_off' : 'absent'
  if (kind === 'pause') return 'break'
  if (kind === 'development') return 'development'
  return state === 'technical' || state === 'not_responding' ? state : 'other'
}

/** Sums of several records, name by name. */
export function added(records: readonly Readonly<Record<string, number>>[]): Sums {
  const sums: Sums = {}
  for (const record of records) {
    for (const [name, value] of Object.entries(record)) sums[name] = (sums[name] ?? 0) + value
  }
  return sums
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
