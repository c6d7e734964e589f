import type { components } from '../../../api/schema.d.ts'
import { type LocalDays, type PlanningWeek, weeksWithin } from '../../../lib/planning-week.ts'
import { addDate } from '../calendar-date.ts'

export type Schedule = components['schemas']['Schedule']
export type Requirement = components['schemas']['Requirement']

/** The days that a schedule plans. */
function scheduleDays({ fromDate, days }: Pick<Schedule, 'fromDate' | 'days'>): LocalDays {
  return { fromDate, toDate: addDate(fromDate, days) }
}

/** Every week that a schedule plans or a requirement asks for, in order. */
export function plannableWeeks(
  schedules: readonly Schedule[],
  requirements: readonly Requirement[],
  timeZone: string,
): PlanningWeek[] {
  const spans = [...schedules.map(scheduleDays), ...requirements]
  const weeks = new Map(
    spans.flatMap((span) => weeksWithin(span, timeZone)).map((week) => [week.date, week]),
  )
  return [...weeks.values()].toSorted((a, b) => a.startMs - b.startMs)
}

/** The versions that plan a week, newest first. */
export function versionsOf(schedules: readonly Schedule[], week: string): Schedule[] {
  return schedules
    .filter((schedule) => {
      const { fromDate, toDate } = scheduleDays(schedule)
      return fromDate <= week && week < toDate
    })
    .toSorted((a, b) => b.version - a.version)
}

/** The newest requirement for the whole of a span; undefined when there is none. */
export function requirementFor(
  requirements: readonly Requirement[],
  span: LocalDays,
): Requirement | undefined {
  return requirements
    .filter(({ fromDate, toDate }) => fromDate <= span.fromDate && span.toDate <= toDate)
    .toSorted((a, b) => b.version - a.version)[0]
}

/** The newest requirement for a schedule's days, where that is not its own. */
export function newerRequirement(
  schedule: Schedule,
  requirements: readonly Requirement[],
): Requirement | undefined {
  const newest = requirementFor(requirements, scheduleDays(schedule))
  return newest?.id === schedule.requirementId ? undefined : newest
}

/** Why a draft no longer answers what is asked of it; null while it does. */
export type ScheduleStaleness = 'newerRequirement' | 'requirementStale' | null

export function staleness(
  schedule: Schedule,
  requirements: readonly Requirement[],
): ScheduleStaleness {
  if (newerRequirement(schedule, requirements) !== undefined) return 'newerRequirement'
  const own = requirements.find(({ id }) => id === schedule.requirementId)
  return own !== undefined && own.staleBecause.length > 0 ? 'requirementStale' : null
}
