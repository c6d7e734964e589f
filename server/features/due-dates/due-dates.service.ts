import { type LocalDate, addDays } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Language } from '#server/platform/db/column-types.ts'
import type { Db } from '#server/platform/db/scope.ts'
import type { Table } from '#server/platform/http/write-table.ts'

import { readAssessmentPlan } from '../assessments/assessment-plan.service.ts'
import { readCenterSettings } from '../centers/centers.service.ts'
import { readEndingRecords, readMissingConsents } from '../operators/personal-records.service.ts'
import { readSurveys } from '../surveys/surveys.service.ts'
import {
  allDay,
  type DateSpan,
  type FoundDue,
  readCertificateEnds,
  readContractTurns,
  readOpenSteps,
  readPeople,
  readSessions,
} from './due-dates.queries.ts'
import type { DueCalendar, DueEntry, DueQuery } from './due-dates.schema.ts'
import { DUE_TEXTS } from './due-texts.ts'

/** Before it nothing of a centre can be overdue. */
const LONG_AGO = '2000-01-01' as LocalDate
/** What somebody has to do, unlike what happens by itself. */
const TASKS: readonly DueEntry['kind'][] = ['assessment', 'consent', 'development', 'action']

export interface DueReader {
  readonly language: Language
  /** Consents, and what the law attaches to people, are shown to HR alone. */
  readonly seesPersonalRecords: boolean
}

/** What comes due in a span of days, and what is overdue whenever it was due. */
export async function readDueCalendar(
  db: Db,
  query: DueQuery,
  reader: DueReader,
): Promise<DueCalendar> {
  const { language } = reader
  const plan = await readAssessmentPlan(db)
  const today = plan.today as LocalDate
  const { timezone } = await readCenterSettings(db)
  const span = { fromDate: query.from, toDate: addDays(query.from, query.days - 1) }
  const past = { fromDate: LONG_AGO, toDate: addDays(today, -1) }
  const assessments = plan.people.map((one) => ({
    ...allDay('assessment', one.dueOn),
    operatorId: one.operatorId as OperatorId,
    about: one.missing.join(', '),
  }))
  const consents = reader.seesPersonalRecords ? await readMissing(db, language) : []
  const surveys = await readSurveyDays(db, language)
  const found: FoundDue[] = [
    ...within([...assessments, ...consents, ...surveys], span),
    ...(await readCertificateEnds(db, span)),
    ...(await readContractTurns(db, span)),
    ...(await readSessions(db, span, { language, timezone })),
    ...(await readOpenSteps(db, span, language)),
    ...(reader.seesPersonalRecords ? await readDocuments(db, span, language) : []),
  ]
  const late = [
    ...within([...assessments, ...consents, ...surveys], past).filter(({ kind }) =>
      TASKS.includes(kind),
    ),
    ...(await readOpenSteps(db, past, language)),
  ]
  const people = await readPeople(db)
  const present = ({ holderName, ...one }: FoundDue): DueEntry => {
    const person = one.operatorId === null ? undefined : people.get(one.operatorId)
    return {
      ...one,
      fullName: person?.fullName ?? holderName ?? '',
      personnelNumber: person?.personnelNumber ?? null,
      teamCode: person?.teamCode ?? null,
      overdue: one.date < today && TASKS.includes(one.kind),
    }
  }
  const shown = (all: readonly FoundDue[]): DueEntry[] =>
    all
      .map(present)
      .filter((one) => isAsked(one, query))
      .toSorted((a, b) => orderKey(a).localeCompare(orderKey(b), 'ru'))
  return { today, entries: shown(found), overdue: shown(late) }
}

function within(all: readonly FoundDue[], { fromDate, toDate }: DateSpan): FoundDue[] {
  return all.filter(({ date }) => fromDate <= date && date <= toDate)
}

function isAsked({ kind, teamCode }: DueEntry, query: DueQuery): boolean {
  return (
    (query.kind === undefined || kind === query.kind) &&
    (query.team === undefined || teamCode === query.team)
  )
}

function orderKey({ date, startsAt, kind, fullName }: DueEntry): string {
  return `${date} ${startsAt ?? ''} ${kind} ${fullName}`
}

/** That a document ends, and not which restriction it proves: a calendar is looked at over a shoulder. */
async function readDocuments(db: Db, span: DateSpan, language: Language): Promise<FoundDue[]> {
  return (await readEndingRecords(db, span)).map(({ operatorId, date, consent }) => ({
    ...allDay('document', date),
    operatorId,
    about: consent === null ? DUE_TEXTS.restriction[language] : DUE_TEXTS[consent][language],
  }))
}

async function readMissing(db: Db, language: Language): Promise<FoundDue[]> {
  return (await readMissingConsents(db)).map(({ operatorId, date }) => ({
    ...allDay('consent', date),
    operatorId,
    about: DUE_TEXTS.personal_data[language],
  }))
}

/** First and last days of surveys, their next rounds, and the actions that are still promised. */
async function readSurveyDays(db: Db, language: Language): Promise<FoundDue[]> {
  const surveys = await readSurveys(db)
  return surveys.flatMap(({ title, opensOn, closesOn, status, nextOn, actions }) => {
    const day = (date: string, about: 'survey_opens' | 'survey_closes' | 'survey_again') => ({
      ...allDay('survey', date),
      operatorId: null,
      holderName: title[language],
      about: DUE_TEXTS[about][language],
    })
    return [
      day(opensOn, 'survey_opens'),
      // One that was closed early has no last day to wait for.
      ...(status === 'closed' ? [] : [day(closesOn, 'survey_closes')]),
      ...(nextOn === null ? [] : [day(nextOn, 'survey_again')]),
      ...actions
        .filter(({ doneOn }) => doneOn === null)
        .map(({ dueOn, owner, what }) => ({
          ...allDay('action', dueOn),
          operatorId: null,
          holderName: owner,
          about: what,
        })),
    ]
  })
}

/** The calendar as a table, what is overdue from before the span first. */
export function dueTable({ entries, overdue }: DueCalendar, language: Language): Table {
  const first = entries[0]?.date
  const earlier = overdue.filter(({ date }) => first === undefined || date < first)
  return {
    name: DUE_TEXTS.title[language],
    headers: (['date', 'what', 'person', 'number', 'team', 'about', 'late'] as const).map(
      (key) => DUE_TEXTS[key][language],
    ),
    rows: [...earlier, ...entries].map((one) => [
      one.date,
      DUE_TEXTS[one.kind][language],
      one.fullName,
      one.personnelNumber,
      one.teamCode,
      one.about,
      one.overdue ? DUE_TEXTS.yes[language] : '',
    ]),
  }
}
