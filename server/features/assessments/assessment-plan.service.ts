import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { listAllCompetences } from '../competences/competences.service.ts'
import { centreToday } from '../operators/operators.service.ts'
import type { AssessmentCycle } from './assessment-cycle.ts'
import {
  type HeldLevel,
  readAbsencesFrom,
  readAssessable,
  readHeldLevels,
} from './assessment-plan.queries.ts'
import { readCycle } from './assessments.queries.ts'
import type { AssessmentPlan, CompetenceMatrix } from './assessments.schema.ts'
import { dueOn, urgencyOf } from './due-date.ts'

/**
 * Who has to be assessed and by when (п. 21), the most urgent first, and the share of the year as
 * an auditor asks for it.
 */
export async function readAssessmentPlan(db: Db): Promise<AssessmentPlan> {
  const { today, cycle, ofOrder, levels, people } = await readDues(db)
  const year = Number(today.slice(0, 4))
  return {
    today,
    cycle,
    people: people.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)),
    year: {
      year,
      operators: people.length,
      assessed: people.filter(({ operatorId }) =>
        isAssessedIn(year, ofOrder, levels.get(operatorId) ?? []),
      ).length,
    },
  }
}

/** When one person has to be assessed next; null for whoever takes no contacts. */
export async function readPersonDue(
  db: Db,
  operatorId: OperatorId,
): Promise<Pick<AssessmentPlan['people'][number], 'dueOn' | 'urgency' | 'missing'> | null> {
  const [person] = (await readDues(db, operatorId)).people
  if (person === undefined) return null
  const { dueOn: day, urgency, missing } = person
  return { dueOn: day, urgency, missing }
}

async function readDues(db: Db, only?: OperatorId) {
  const today = await centreToday(db)
  const cycle = await readCycle(db)
  const ofOrder = (await listAllCompetences(db))
    .filter(({ paragraph }) => paragraph !== null)
    .map(({ code }) => code)
  const levels = Map.groupBy(await readHeldLevels(db, only), ({ operatorId }) => operatorId)
  const absences = Map.groupBy(
    await readAbsencesFrom(db, today, only),
    ({ operatorId }) => operatorId,
  )
  const people = (await readAssessable(db, today, only)).map((row) => {
    const hiredOn = row.hired_on as LocalDate
    const due = personDue({
      hiredOn,
      ofOrder,
      levels: levels.get(row.id) ?? [],
      absences: absences.get(row.id) ?? [],
      cycle,
    })
    return {
      operatorId: row.id,
      fullName: row.full_name,
      personnelNumber: row.personnel_number,
      siteCode: row.site_code,
      teamCode: row.team_code,
      ...due,
      urgency: urgencyOf(due.dueOn, today),
    }
  })
  return { today, cycle, ofOrder, levels, people }
}

interface PersonInput {
  readonly hiredOn: LocalDate
  readonly ofOrder: readonly string[]
  readonly levels: readonly HeldLevel[]
  readonly absences: readonly { readonly fromDate: LocalDate; readonly toDate: LocalDate }[]
  readonly cycle: AssessmentCycle
}

/** The first of the due days of the order's competences, and of whatever else the person holds. */
export function personDue({ hiredOn, ofOrder, levels, absences, cycle }: PersonInput): {
  readonly lastOn: LocalDate | null
  readonly dueOn: LocalDate
  readonly missing: string[]
} {
  const held = new Map(levels.map((one) => [one.code, one]))
  const codes = [...new Set([...ofOrder, ...held.keys()])]
  const dues = codes.map((code) => {
    const { assessedOn = null, validUntil = null } = held.get(code) ?? {}
    return dueOn({ hiredOn, assessedOn, validUntil, absences, cycle })
  })
  const dates = levels.map(({ assessedOn }) => assessedOn).toSorted((a, b) => (a < b ? -1 : 1))
  return {
    lastOn: dates.at(-1) ?? null,
    dueOn: dues.toSorted((a, b) => (a < b ? -1 : 1))[0] ?? hiredOn,
    missing: ofOrder.filter((code) => {
      const assessedOn = held.get(code)?.assessedOn
      return assessedOn === undefined || assessedOn < hiredOn
    }),
  }
}

/** In every competence that the order names, within one calendar year. */
function isAssessedIn(
  year: number,
  ofOrder: readonly string[],
  levels: readonly HeldLevel[],
): boolean {
  return ofOrder.every((code) =>
    levels.some((one) => one.code === code && one.assessedOn.startsWith(`${year}-`)),
  )
}

/** What everybody who takes contacts can do, for a heat map. */
export async function readMatrix(db: Db): Promise<CompetenceMatrix> {
  const today = await centreToday(db)
  const competences = (await listAllCompetences(db)).map(({ code }) => code)
  const operators = await readAssessable(db, today)
  const rowOf = new Map(operators.map(({ id }, at) => [id, at]))
  const columnOf = new Map(competences.map((code, at) => [code, at]))
  return {
    today,
    competences,
    operators: operators.map((row) => ({
      id: row.id,
      fullName: row.full_name,
      siteCode: row.site_code,
      teamCode: row.team_code,
    })),
    cells: (await readHeldLevels(db)).flatMap(
      ({ operatorId, code, level, assessedOn, validUntil }) => {
        const operator = rowOf.get(operatorId)
        const competence = columnOf.get(code)
        return operator === undefined || competence === undefined
          ? []
          : [{ operator, competence, level, assessedOn, validUntil }]
      },
    ),
  }
}
