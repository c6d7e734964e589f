import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId, QueueId } from '#forecasting/kernel/units.ts'
import { type People, planHeadCount } from '#forecasting/staffing/head-count.ts'
import { scaledAgentHours } from '#forecasting/staffing/scaled-hours.ts'
import { daysOfMonth } from '#forecasting/volume/month-levels.ts'
import { monthOutlook } from '#forecasting/volume/month-outlook.ts'

import type { OutlookCase } from '../forecasts/outlook/outlook-case.ts'
import type { LatestRequirement, RequiredQueue } from './head-count.queries.ts'
import type { HeadCountPlan } from './head-count.schema.ts'
import { awayIn, leaversBefore, type Skill, type Staff, weighPeople } from './present-people.ts'

const MONTHS_PER_YEAR = 12
const DAYS_PER_WEEK = 7
const OUTLOOK_MONTHS_MAX = 36

interface StaffedQueue {
  readonly id: QueueId
  readonly code: string
  readonly competences: readonly { readonly code: string; readonly minLevel: number }[]
  readonly required: RequiredQueue
}

/** What a head count rests on, but for the history of contacts. */
export interface HeadCountFacts {
  readonly requirement: LatestRequirement
  /** That are planned, ascending. */
  readonly months: readonly string[]
  readonly timezone: string
  readonly staffed: readonly StaffedQueue[]
  readonly skills: readonly Skill[]
  /** Hours of a full-time person, by month. */
  readonly norms: readonly number[]
  readonly staff: Staff & { readonly absences: ReadonlyMap<OperatorId, readonly Span[]> }
  readonly assumptions: {
    readonly plan: {
      readonly yearlyAttrition: number
      readonly hiringMonths: number
      readonly trainingMonths: number
    }
    readonly told: Omit<HeadCountPlan['assumptions'], 'flatQueues'>
  }
}

interface Span {
  readonly fromDate: LocalDate
  readonly toDate: LocalDate
}

/**
 * How many people of which competence are needed in the months to come, and when to hire and to train
 * (п. 25): contacts by month from the outlook of each queue, hours as the latest requirement has them.
 *
 * @param cases of the queues that have a history; the others stay as the requirement has them
 */
export function planOfFacts(facts: HeadCountFacts, cases: readonly OutlookCase[]): HeadCountPlan {
  const { requirement, months, staffed, skills, norms, staff, assumptions } = facts
  const { contacts, flat } = contactsByMonth(facts, cases)
  const needed = months.map((month, at) =>
    neededPeople(staffed, skills, (queue) => {
      const days = daysOfMonth(month).length
      const hours = monthHours(queue.required, requirement.days, {
        contacts: contacts.get(queue.id)?.[at] ?? 0,
        days,
      })
      return hours / (norms[at] as number)
    }),
  )
  const now = weighPeople(staff, () => 1)
  const plan = planHeadCount({
    ...assumptions.plan,
    skills: skills.map(({ code, level }) => `${code} ${level}`),
    needed,
    today: now,
    knownLeavers: months.map((month) => leaversBefore(staff, month)),
    away: months.map((month) => awayIn(staff, staff.absences, month)),
  })
  return {
    requirementVersion: requirement.version,
    assumptions: { ...assumptions.told, flatQueues: flat },
    today: { people: staff.people.length, fullTime: now.all },
    skills: skills.map((skill, at) => ({
      ...skill,
      queueCodes: [...skill.queueCodes],
      today: now.bySkill[at] as number,
    })),
    months: plan.map((line, at) => ({
      month: months[at] as string,
      contacts: [...contacts.values()].reduce((sum, list) => sum + (list[at] as number), 0),
      hoursPerPerson: norms[at] as number,
      ...line,
      skills: line.skills.map((skill) => ({ ...skill })),
    })),
  }
}

/** Contacts of each queue by month; a queue without an outlook stays as the requirement has it. */
function contactsByMonth(
  { months, requirement, staffed, timezone, assumptions }: HeadCountFacts,
  cases: readonly OutlookCase[],
) {
  const { growthPercent } = assumptions.told
  const contacts = new Map<QueueId, readonly number[]>()
  const flat: string[] = []
  for (const { id, code, required } of staffed) {
    const known = cases.find(({ queueId }) => queueId === id)
    const outlook =
      known === undefined ? null : outlookOf(known, { months, timezone, growthPercent })
    if (outlook === null) flat.push(code)
    const perDay = required.contacts / requirement.days
    contacts.set(
      id,
      months.map((month, at) => {
        const grown = (1 + (growthPercent ?? 0) / 100) ** ((at + 1) / MONTHS_PER_YEAR)
        return outlook?.get(month) ?? perDay * daysOfMonth(month).length * grown
      }),
    )
  }
  return { contacts, flat }
}

/** @returns null where no month of the history is whole */
function outlookOf(
  { history, specialDays }: OutlookCase,
  asked: Pick<HeadCountFacts, 'months' | 'timezone'> & { readonly growthPercent: number | null },
): ReadonlyMap<string, number> | null {
  const { months, timezone, growthPercent } = asked
  try {
    const outlook = monthOutlook(history, {
      timezone,
      specialDays,
      // The outlook begins after the last day of history, which may be months ago.
      months: Math.min(OUTLOOK_MONTHS_MAX, months.length + MONTHS_PER_YEAR),
      ...(growthPercent === null ? {} : { annualGrowth: growthPercent / 100 }),
    })
    return new Map(outlook.months.map(({ month, mean }) => [month, mean]))
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Paid hours that a month takes, with shrinkage as the requirement has it. */
function monthHours(
  required: RequiredQueue,
  requiredDays: number,
  month: { readonly contacts: number; readonly days: number },
): number {
  const weeks = requiredDays / DAYS_PER_WEEK
  const known = {
    workHours: required.workHours / weeks,
    agentHours: required.agentHours / weeks,
  }
  if (required.contacts === 0 || known.agentHours === 0) {
    return (required.rosteredHours / requiredDays) * month.days
  }
  const perWeek = (month.contacts / month.days) * DAYS_PER_WEEK
  const workHours = (perWeek * required.workHours) / required.contacts
  const shrunk = required.rosteredHours / required.agentHours
  return scaledAgentHours(known, workHours) * shrunk * (month.days / DAYS_PER_WEEK)
}

function neededPeople(
  queues: readonly StaffedQueue[],
  skills: readonly Skill[],
  peopleOf: (queue: StaffedQueue) => number,
): People {
  const byQueue = new Map(queues.map((queue) => [queue.code, peopleOf(queue)]))
  const sum = (codes: Iterable<string>): number =>
    [...codes].reduce((total, code) => total + (byQueue.get(code) ?? 0), 0)
  return { all: sum(byQueue.keys()), bySkill: skills.map(({ queueCodes }) => sum(queueCodes)) }
}
