import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import { addMonths } from '#forecasting/volume/month-levels.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'
import type { Table } from '#server/platform/http/write-table.ts'

import { readCalendar } from '../calendar/calendar.service.ts'
import { readCenterSettings } from '../centers/centers.service.ts'
import { centreToday } from '../operators/operators.service.ts'
import {
  countLeavers,
  readCountedPeople,
  readLatestRequirement,
  readLongAbsences,
  readValidLevels,
} from './head-count.queries.ts'
import {
  type HeadCountPlan,
  type HeadCountQuery,
  HIRING_MONTHS,
  TRAINING_MONTHS,
} from './head-count.schema.ts'
import type { HeadCountFacts } from './plan-of-facts.ts'
import { normHours, type Skill, skillsOf, yearBefore } from './present-people.ts'

const MONTHS_USUAL = 12
/** Shorter ones are leave and sickness, which the requirement's shrinkage accounts for. */
const LONG_ABSENCE_DAYS = 60

/**
 * What a head count rests on, but for the history of contacts: hours from the latest requirement, people
 * from the contracts and assessments of today.
 *
 * @throws {ProblemError} `head-count-without-requirement`
 */
export async function readHeadCountFacts(db: Db, query: HeadCountQuery): Promise<HeadCountFacts> {
  const requirement = await readLatestRequirement(db)
  if (requirement === undefined || requirement.queues.length === 0) {
    throw new ProblemError('head-count-without-requirement')
  }
  const today = await centreToday(db)
  const months = Array.from({ length: query.months ?? MONTHS_USUAL }, (_, at) =>
    addMonths(today.slice(0, 7), at + 1),
  )
  const { queues, timezone } = await readCenterSettings(db)
  const staffed = queues.flatMap(({ id, code, competences }) => {
    const required = requirement.queues.find(({ queueId }) => queueId === id)
    return required === undefined ? [] : [{ id, code, competences, required }]
  })
  const skills = skillsOf(staffed)
  return {
    requirement,
    months,
    timezone,
    staffed,
    skills,
    norms: await readNorms(db, months),
    staff: await readStaff(db, today, skills),
    assumptions: await assume(db, today, query),
  }
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
export function headCountTable({ months, skills }: HeadCountPlan): Table {
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
