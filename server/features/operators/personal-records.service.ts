import { type LocalDate, addDays } from '#forecasting/kernel/calendar.ts'
import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { type LegalLimits, legalLimits } from './legal-limits.ts'
import { consentMissingFrom } from './missing-consent.ts'
import type { CardWarning } from './operators.schema.ts'
import { centreToday, requireOperator } from './operators.service.ts'
import {
  closePersonalRecords,
  type ConsentRow,
  deletePersonalRecord,
  endRestriction,
  insertConsent,
  insertRestriction,
  listConsents,
  listEmployments,
  listRestrictions,
  openPersonalRecords,
  withdrawConsent,
} from './personal-records.queries.ts'
import type { NewConsent, NewRestriction, PersonalRecords } from './personal-records.schema.ts'
import { listContracts } from './workplaces.queries.ts'

/** What the schedules of a period must keep to for one person; it says nothing of why. */
export interface SchedulingLimits extends LegalLimits {
  readonly operatorId: OperatorId
}

const DAYS_PER_WEEK = 7

/**
 * The limits that the law sets for people in each of the weeks from a day on, and what they have agreed to.
 * People to whom it attaches nothing, and who have agreed to nothing, are left out.
 */
export async function readWeeklyLimits(
  db: Db,
  fromDate: LocalDate,
  weeks: number,
): Promise<readonly (readonly SchedulingLimits[])[]> {
  const span = { fromDate, toDate: addDays(fromDate, weeks * DAYS_PER_WEEK - 1) }
  await openPersonalRecords(db)
  const restrictions = Map.groupBy(await listRestrictions(db, { span }), (row) => row.operatorId)
  const given = await listConsents(db, { toWorkIn: span })
  await closePersonalRecords(db)
  const consents = Map.groupBy(given, (row) => row.operatorId)
  const people = new Set([...restrictions.keys(), ...consents.keys()])
  return Array.from({ length: weeks }, (_, at) => {
    const monday = addDays(fromDate, at * DAYS_PER_WEEK)
    const week = { fromDate: monday, toDate: addDays(monday, DAYS_PER_WEEK - 1) }
    return [...people].map((operatorId) => ({
      operatorId,
      ...legalLimits(restrictions.get(operatorId) ?? [], consents.get(operatorId) ?? [], week),
    }))
  })
}

/** Something of a person's that has a last day. `consent`: its kind; null for what the law attaches. */
export interface EndingRecord {
  readonly operatorId: OperatorId
  readonly date: LocalDate
  readonly consent: ConsentRow['kind'] | null
}

/** Consents and restrictions whose last day lies in a span, both ends included. */
export async function readEndingRecords(
  db: Db,
  span: { readonly fromDate: LocalDate; readonly toDate: LocalDate },
): Promise<readonly EndingRecord[]> {
  await openPersonalRecords(db)
  const restrictions = await listRestrictions(db, { span })
  const consents = await listConsents(db)
  await closePersonalRecords(db)
  return [
    ...restrictions.map(({ operatorId, toDate }) => ({ operatorId, date: toDate, consent: null })),
    ...consents.map(({ operatorId, withdrawnOn, kind }) => ({
      operatorId,
      date: withdrawnOn,
      consent: kind,
    })),
  ].flatMap(({ date, ...record }) =>
    date !== null && span.fromDate <= date && date <= span.toDate ? [{ ...record, date }] : [],
  )
}

/** Who works here, or will, without a consent to the use of their personal data, and since when. */
export async function readMissingConsents(
  db: Db,
): Promise<readonly { readonly operatorId: OperatorId; readonly date: LocalDate }[]> {
  const today = await centreToday(db)
  await openPersonalRecords(db)
  const consents = Map.groupBy(await listConsents(db), (row) => row.operatorId)
  await closePersonalRecords(db)
  return (await listEmployments(db, today)).flatMap(({ operatorId, ...employed }) => {
    const date = consentMissingFrom(employed, consents.get(operatorId) ?? [], today)
    return date === null ? [] : [{ operatorId, date }]
  })
}

interface Whose {
  readonly centerId: CenterId
  readonly operatorId: OperatorId
}

/** @throws {ProblemError} `operator-unknown` */
export async function readPersonalRecords(
  db: Db,
  operatorId: OperatorId,
): Promise<PersonalRecords> {
  const today = await centreToday(db)
  const person = await requireOperator(db, operatorId, today)
  await openPersonalRecords(db)
  const restrictions = await listRestrictions(db, { operatorId })
  const consents = await listConsents(db, { operatorId })
  const limits = legalLimits(restrictions, consents, { fromDate: today, toDate: today })
  const contract = (await listContracts(db, today)).find(({ code }) => code === person.contractCode)
  return {
    restrictions: restrictions.map((row) => ({ ...row })),
    consents: consents.map((row) => ({ ...row })),
    limits,
    warnings: [
      ...(isConsentMissing({ person, consents, today })
        ? (['personal-data-consent-missing'] as const)
        : []),
      ...(contract === undefined ? [] : contractWarnings(contract, limits)),
    ],
  }
}

/** A consent that ends later is for the calendar; the card says what is missing now. */
function isConsentMissing({
  person,
  consents,
  today,
}: {
  readonly person: { readonly hiredOn: string; readonly leftOn: string | null }
  readonly consents: readonly ConsentRow[]
  readonly today: LocalDate
}): boolean {
  const employed = {
    hiredOn: person.hiredOn as LocalDate,
    leftOn: person.leftOn as LocalDate | null,
  }
  const from = consentMissingFrom(employed, consents, today)
  return from !== null && (from <= today || from === employed.hiredOn)
}

/** Where a contract asks for more than the law allows one person. */
function contractWarnings(
  contract: {
    readonly weekTargetPaidMinutes: number
    readonly longestShiftPaidMinutes: number
  },
  limits: LegalLimits,
): CardWarning[] {
  const { weekMaxPaidMinutes: week, shiftMaxPaidMinutes: shift } = limits
  return [
    ...(week !== null && contract.weekTargetPaidMinutes > week
      ? (['week-over-legal-norm'] as const)
      : []),
    ...(shift !== null && contract.longestShiftPaidMinutes > shift
      ? (['shifts-over-legal-length'] as const)
      : []),
  ]
}

/** @throws {ProblemError} `operator-unknown` */
export async function addRestriction(
  db: Db,
  whose: Whose,
  order: NewRestriction,
): Promise<PersonalRecords> {
  await open(db, whose.operatorId)
  await insertRestriction(db, whose, order)
  return readPersonalRecords(db, whose.operatorId)
}

/** @throws {ProblemError} `operator-unknown` */
export async function addConsent(
  db: Db,
  whose: Whose,
  order: NewConsent,
): Promise<PersonalRecords> {
  await open(db, whose.operatorId)
  await insertConsent(db, whose, order)
  return readPersonalRecords(db, whose.operatorId)
}

/** @throws {ProblemError} `operator-unknown`, `record-unknown` */
export async function closeRestriction(
  db: Db,
  operatorId: OperatorId,
  record: { readonly id: string; readonly toDate: string },
): Promise<PersonalRecords> {
  await open(db, operatorId)
  if (!(await endRestriction(db, operatorId, record))) throw new ProblemError('record-unknown')
  return readPersonalRecords(db, operatorId)
}

/** @throws {ProblemError} `operator-unknown`, `record-unknown` */
export async function closeConsent(
  db: Db,
  operatorId: OperatorId,
  record: { readonly id: string; readonly withdrawnOn: string },
): Promise<PersonalRecords> {
  await open(db, operatorId)
  if (!(await withdrawConsent(db, operatorId, record))) throw new ProblemError('record-unknown')
  return readPersonalRecords(db, operatorId)
}

/** @throws {ProblemError} `operator-unknown`, `record-unknown` */
export async function removePersonalRecord(
  db: Db,
  table: 'legal_restriction' | 'consent',
  record: { readonly operatorId: OperatorId; readonly id: string },
): Promise<PersonalRecords> {
  await open(db, record.operatorId)
  if (!(await deletePersonalRecord(db, table, record))) throw new ProblemError('record-unknown')
  return readPersonalRecords(db, record.operatorId)
}

async function open(db: Db, operatorId: OperatorId): Promise<void> {
  await requireOperator(db, operatorId, await centreToday(db))
  await openPersonalRecords(db)
}
