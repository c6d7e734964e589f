import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { QueueId } from '#forecasting/kernel/units.ts'
import { type People, planHeadCount } from '#forecasting/staffing/head-count.ts'
import { scaledAgentHours } from '#forecasting/staffing/scaled-hours.ts'
import { addMonths, daysOfMonth } from '#forecasting/volume/month-levels.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'
import type { Table } from '#server/platform/http/write-table.ts'

import { readCalendar } from '../calendar/calendar.service.ts'
import { readCenterSettings } from '../centers/centers.service.ts'
import { readOutlook } from '../forecasts/outlook.service.ts'
import { centreToday } from '../operators/operators.service.ts'
import {
  countLeavers,
  type LatestRequirement,
  readCountedPeople,
  readLatestRequirement,
  readLongAbsences,
  readValidLevels,
  type RequiredQueue,
} from './head-count.queries.ts'
import {
  type HeadCountPlan,
  type HeadCountQuery,
  HIRING_MONTHS,
  TRAINING_MONTHS,
} from './head-count.schema.ts'
import {
  awayIn,
  leaversBefore,
  normHours,
  type Skill,
  skillsOf,
  weighPeople,
  yearBefore,
} from './present-people.ts'

const MONTHS_USUAL = 12
const DAYS_PER_WEEK = 7
/** Shorter ones are leave and sickness, which the requirement's shrinkage accounts for. */
const LONG_ABSENCE_DAYS = 60
/** Why a queue has no outlook of its own. */
const NO_OUTLOOK = ['history-empty', 'outlook-impossible']

/**
 * How many people of which competence are needed in the months to come, and when to hire and to train
 * (п. 25): contacts by month from the outlook, hours from the latest requirement, people from the contracts
 * and assessments of today.
 *
 * @throws {ProblemError} `head-count-without-requirement`
 */
export async function readHeadCount(db: Db, query: HeadCountQuery): Promise<HeadCountPlan> {
  const requirement = await readLatestRequirement(db)
  if (requirement === undefined || requirement.queues.length === 0) {
    throw new ProblemError('head-count-without-requirement')
  }
  const today = await centreToday(db)
  const months = Array.from({ length: query.months ?? MONTHS_USUAL }, (_, at) =>
    addMonths(today.slice(0, 7), at + 1),
  )
  const { queues } = await readCenterSettings(db)
  const staffed = queues.flatMap((queue) => {
    const required = requirement.queues.find(({ queueId }) => queueId === queue.id)
    return required === undefined ? [] : [{ ...queue, required }]
  })
  const skills = skillsOf(staffed)
  const { contacts, flat } = await readContacts(db, staffed, { query, months, requirement })
  const norms = await readNorms(db, months)
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
  const staff = await readStaff(db, today, skills)
  const assumptions = await assume(db, today, query)
  const plan = planHeadCount({
    ...assumptions.plan,
    skills: skills.map(({ code, level }) => `${code} ${level}`),
    needed,
    today: weighPeople(staff, () => 1),
    knownLeavers: months.map((month) => leaversBefore(staff, month)),
    away: months.map((month) => awayIn(staff, staff.absences, month)),
  })
  const now = weighPeople(staff, () => 1)
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

interface StaffedQueue {
  readonly id: QueueId
  readonly code: string
  readonly competences: readonly { readonly code: string; readonly minLevel: number }[]
  readonly required: RequiredQueue
}

/** Contacts of each queue by month; a queue without an outlook stays as the requirement has it. */
async function readContacts(
  db: Db,
  queues: readonly StaffedQueue[],
  order: {
    readonly query: HeadCountQuery
    readonly months: readonly string[]
    readonly requirement: LatestRequirement
  },
): Promise<{
  readonly contacts: ReadonlyMap<QueueId, readonly number[]>
  readonly flat: string[]
}> {
  const { query, months, requirement } = order
  const contacts = new Map<QueueId, readonly number[]>()
  const flat: string[] = []
  for (const { id, code, required } of queues) {
    const outlook = await outlookOf(db, id, query)
    if (outlook === null) flat.push(code)
    const perDay = required.contacts / requirement.days
    contacts.set(
      id,
      months.map((month, at) => {
        const told = outlook?.get(month)
        const years = (at + 1) / MONTHS_USUAL
        const grown = (1 + (query.growthPercent ?? 0) / 100) ** years
        return told ?? perDay * daysOfMonth(month).length * grown
      }),
    )
  }
  return { contacts, flat }
}

async function outlookOf(
  db: Db,
  queueId: QueueId,
  { months = MONTHS_USUAL, growthPercent }: HeadCountQuery,
): Promise<ReadonlyMap<string, number> | null> {
  try {
    const outlook = await readOutlook(db, {
      queueId,
      // The outlook begins after the last day of history, which may be months ago.
      months: Math.min(36, months + 12),
      ...(growthPercent === undefined ? {} : { growthPercent }),
    })
    return new Map(
      outlook.months.map(({ month, learned, scenario }) => [month, (scenario ?? learned).mean]),
    )
  } catch (error) {
    if (error instanceof ProblemError && NO_OUTLOOK.includes(error.code)) return null
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

async function readNorms(db: Db, months: readonly string[]): Promise<number[]> {
  const { days } = await readCalendar(db)
  const off = new Set(days.flatMap((day) => (day.fiveDayWeek === 'off' ? [day.date] : [])))
  const working = new Set(days.flatMap((day) => (day.kind === 'moved_out' ? [day.date] : [])))
  return months.map((month) => normHours(month, off, working))
}

async function readStaff(db: Db, today: LocalDate, skills: readonly Skill[]) {
  const levels = Map.groupBy(await readValidLevels(db, today), (row) => row.operator_id)
  const absences = await readLongAbsences(db, { today, daysMin: LONG_ABSENCE_DAYS })
  return {
    skills,
    people: await readCountedPeople(db, today),
    levels: new Map(
      [...levels].map(([id, rows]) => [id, new Map(rows.map(({ code, level }) => [code, level]))]),
    ),
    absences: Map.groupBy(
      absences.map((row) => ({
        id: row.operator_id,
        fromDate: row.from_date as LocalDate,
        toDate: row.to_date as LocalDate,
      })),
      ({ id }) => id,
    ),
  }
}

/** What the plan rests on: as asked for, else as the last year showed, else the usual lead times. */
async function assume(db: Db, today: LocalDate, query: HeadCountQuery) {
  const { leavers, before } = await countLeavers(db, { since: yearBefore(today), today })
  // With nobody there a year ago there is nothing to learn from.
  const attritionLearned = before === 0 ? 0 : Math.min(90, (leavers / before) * 100)
  const attritionPercent = query.attritionPercent ?? attritionLearned
  const hiringMonths = query.hiringMonths ?? HIRING_MONTHS
  const trainingMonths = query.trainingMonths ?? TRAINING_MONTHS
  return {
    plan: { yearlyAttrition: attritionPercent / 100, hiringMonths, trainingMonths },
    told: {
      attritionPercent,
      attritionLearned,
      growthPercent: query.growthPercent ?? null,
      hiringMonths,
      trainingMonths,
    },
  }
}

/** The plan as a table: a row for each month, and for each month and competence. */
export async function headCountTable(db: Db, query: HeadCountQuery): Promise<Table> {
  const { months, skills } = await readHeadCount(db, query)
  return {
    name: 'head-count',
    headers: [
      'month',
      'competence',
      'level',
      'needed',
      'without_plan',
      'with_plan',
      'short',
      'hire',
      'arrive',
      'train',
    ],
    rows: months.flatMap((month) => [
      [
        month.month,
        null,
        null,
        rounded(month.needed),
        rounded(month.without),
        rounded(month.with),
        month.short,
        month.hire,
        month.arrive,
        null,
      ],
      ...month.skills.map((line, at) => [
        month.month,
        skills[at]?.code ?? '',
        skills[at]?.level ?? null,
        rounded(line.needed),
        rounded(line.without),
        rounded(line.with),
        line.short,
        null,
        null,
        line.train,
      ]),
    ]),
  }
}

function rounded(people: number): number {
  return Math.round(people * 10) / 10
}
