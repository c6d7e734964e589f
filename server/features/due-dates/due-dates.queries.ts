import { type LocalDate, localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs, OperatorId } from '#forecasting/kernel/units.ts'
import type { Language } from '#server/platform/db/column-types.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { DueEntry } from './due-dates.schema.ts'

/** Both ends included. */
export interface DateSpan {
  readonly fromDate: LocalDate
  readonly toDate: LocalDate
}

/** What a row of due dates says of itself; who the person is, the service adds. */
export type FoundDue = Pick<
  DueEntry,
  'kind' | 'date' | 'startsAt' | 'endsAt' | 'operatorId' | 'about'
> & { readonly holderName?: string }

/** What the calendar says of a person. */
export interface DuePerson {
  readonly fullName: string
  readonly personnelNumber: string
  readonly teamCode: string | null
}

export async function readPeople(db: Db): Promise<ReadonlyMap<OperatorId, DuePerson>> {
  const rows = await db
    .selectFrom('operator')
    .leftJoin('team', 'team.id', 'operator.team_id')
    .select(['operator.id', 'full_name', 'personnel_number', 'team.code as team_code'])
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        fullName: row.full_name,
        personnelNumber: row.personnel_number,
        teamCode: row.team_code,
      },
    ]),
  )
}

/** Last days of certificates that nobody has withdrawn, of people who still work here. */
export async function readCertificateEnds(
  db: Db,
  { fromDate, toDate }: DateSpan,
): Promise<FoundDue[]> {
  const rows = await db
    .selectFrom('certificate')
    .leftJoin('operator', 'operator.id', 'certificate.operator_id')
    .select(['certificate.operator_id', 'holder_name', 'title', 'number', 'valid_until'])
    .where('withdrawn_on', 'is', null)
    .where('valid_until', '>=', fromDate)
    .where('valid_until', '<=', toDate)
    .where((one) =>
      one.or([
        one('operator.left_on', 'is', null),
        one('operator.left_on', '>=', one.ref('valid_until')),
      ]),
    )
    .execute()
  return rows.map((row) => ({
    ...allDay('certificate', row.valid_until ?? ''),
    operatorId: row.operator_id,
    holderName: row.holder_name,
    about: `${row.title}, № ${row.number}`,
  }))
}

/** Last days of work, and first days under another contract. */
export async function readContractTurns(
  db: Db,
  { fromDate, toDate }: DateSpan,
): Promise<FoundDue[]> {
  const ends = await db
    .selectFrom('operator')
    .innerJoin('contract', 'contract.id', 'operator.contract_id')
    .select(['operator.id', 'left_on', 'contract.code'])
    .where('left_on', '>=', fromDate)
    .where('left_on', '<=', toDate)
    .execute()
  const turns = await db
    .selectFrom('operator_contract as later')
    .innerJoin('contract', 'contract.id', 'later.contract_id')
    .select(['later.operator_id', 'later.from_date', 'contract.code'])
    .where('later.from_date', '>=', fromDate)
    .where('later.from_date', '<=', toDate)
    .execute()
  return [
    ...ends.map((row) => ({
      ...allDay('contract', row.left_on ?? ''),
      operatorId: row.id,
      about: `${row.code} →`,
    })),
    ...turns.map((row) => ({
      ...allDay('contract', row.from_date),
      operatorId: row.operator_id,
      about: `→ ${row.code}`,
    })),
  ]
}

/** Sessions that are held or planned within days of the centre's zone, one entry for each person. */
export async function readSessions(
  db: Db,
  { fromDate, toDate }: DateSpan,
  { language, timezone }: { readonly language: Language; readonly timezone: string },
): Promise<FoundDue[]> {
  const rows = await db
    .selectFrom('training_session as session')
    .innerJoin('course', 'course.id', 'session.course_id')
    .innerJoin('training_attendance as came', 'came.session_id', 'session.id')
    .select(['session.starts_at', 'session.ends_at', 'course.name', 'room', 'came.operator_id'])
    .where('session.status', '<>', 'cancelled')
    // A day of slack on both sides for the zone; the exact day is told below.
    .where('session.starts_at', '>=', new Date(Date.parse(fromDate) - DAY_MS))
    .where('session.starts_at', '<', new Date(Date.parse(toDate) + 2 * DAY_MS))
    .execute()
  return rows.flatMap((row) => {
    const date = localDateOf(row.starts_at.getTime() as EpochMs, timezone)
    if (date < fromDate || date > toDate) return []
    return [
      {
        kind: 'session' as const,
        date,
        startsAt: row.starts_at.toISOString(),
        endsAt: row.ends_at.toISOString(),
        operatorId: row.operator_id,
        about: row.room === '' ? row.name[language] : `${row.name[language]}, ${row.room}`,
      },
    ]
  })
}

const DAY_MS = 86_400_000

/** Steps of plans of development that have not ended. */
export async function readOpenSteps(
  db: Db,
  { fromDate, toDate }: DateSpan,
  language: Language,
): Promise<FoundDue[]> {
  const rows = await db
    .selectFrom('development_step as step')
    .innerJoin('competence', 'competence.id', 'step.competence_id')
    .innerJoin('operator', 'operator.id', 'step.operator_id')
    .select(['step.operator_id', 'step.due_on', 'step.target_level', 'competence.name'])
    .where('step.status', '=', 'planned')
    .where('operator.left_on', 'is', null)
    .where('step.due_on', '>=', fromDate)
    .where('step.due_on', '<=', toDate)
    .execute()
  return rows.map((row) => ({
    ...allDay('development', row.due_on),
    operatorId: row.operator_id,
    about: `${row.name[language]}: ${row.target_level}`,
  }))
}

/** What falls on a whole day. */
export function allDay<Kind extends DueEntry['kind']>(kind: Kind, date: string) {
  return { kind, date: date as LocalDate, startsAt: null, endsAt: null }
}
