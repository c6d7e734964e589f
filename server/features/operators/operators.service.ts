import { type LocalDate, addDays, localDateOf } from '#forecasting/kernel/calendar.ts'
import type { CenterId, EpochMs, OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { isIin } from './iin.ts'
import {
  deleteContract,
  findOperator,
  findPersonOf,
  insertOperator,
  keepEmployment,
  putContract,
  readCardRows,
  readTimezone,
  updateOperator,
} from './operators.queries.ts'
import type { NewOperator, Operator, OperatorCard, OperatorChange } from './operators.schema.ts'
import { type CodeIds, listContracts, readCodeIds } from './workplaces.queries.ts'

/** How far back a card shows absences. */
const ABSENCES_SHOWN_DAYS = 365

/** What day it is on the centre's clock. */
export async function centreToday(db: Db): Promise<LocalDate> {
  return localDateOf(Date.now() as EpochMs, await readTimezone(db))
}

/** How many people work under each contract today, by its code. */
export async function countPeopleByContract(db: Db): Promise<ReadonlyMap<string, number>> {
  const contracts = await listContracts(db, await centreToday(db))
  return new Map(contracts.map(({ code, people }) => [code, people]))
}

interface Whose {
  readonly centerId: CenterId
  readonly operatorId: OperatorId
}

/** @throws {ProblemError} `operator-unknown` */
export async function readCard(db: Db, operatorId: OperatorId): Promise<OperatorCard> {
  const today = await centreToday(db)
  const person = await requireOperator(db, operatorId, today)
  return { person, ...(await readCardRows(db, operatorId, addDays(today, -ABSENCES_SHOWN_DAYS))) }
}

/** @throws {ProblemError} `operator-unknown` */
export async function requireOperator(
  db: Db,
  operatorId: OperatorId,
  today: LocalDate,
): Promise<Operator> {
  const person = await findOperator(db, operatorId, today)
  if (person === undefined) throw new ProblemError('operator-unknown')
  return person
}

/**
 * The person whose sign-in this is.
 *
 * @throws {ProblemError} `own-person-missing` if HR has not said whose it is
 */
export async function requireOwnPerson(db: Db, userId: string): Promise<OperatorId> {
  const operatorId = await findPersonOf(db, userId)
  if (operatorId === undefined) throw new ProblemError('own-person-missing')
  return operatorId
}

/** @throws {ProblemError} `site-unknown`, `team-unknown`, `contract-unknown`, `iin-refused` */
export async function addOperator(
  db: Db,
  centerId: CenterId,
  order: NewOperator,
): Promise<OperatorCard> {
  refuseIin(order.personnelNumber)
  const codes = await readCodeIds(db)
  const id = await insertOperator(db, {
    center_id: centerId,
    personnel_number: order.personnelNumber,
    full_name: order.fullName,
    site_id: idOf(codes, 'site', order.siteCode),
    contract_id: idOf(codes, 'contract', order.contractCode),
    hired_on: order.hiredOn,
    left_on: null,
    team_id: teamIdOf(codes, order.teamCode ?? null),
    ...(order.kind === undefined ? {} : { kind: order.kind }),
    ...(order.takesContacts === undefined ? {} : { takes_contacts: order.takesContacts }),
    ...(order.workplace === undefined ? {} : { workplace: order.workplace }),
    position: order.position ?? null,
  })
  return readCard(db, id)
}

/**
 * Changes somebody. Being hired after the day of leaving begins a new span of work, and the one
 * before it is kept.
 *
 * @throws {ProblemError} `operator-unknown`, `site-unknown`, `team-unknown`, `iin-refused`
 */
export async function changeOperator(
  db: Db,
  { centerId, operatorId }: Whose,
  change: OperatorChange,
): Promise<OperatorCard> {
  if (change.personnelNumber !== undefined) refuseIin(change.personnelNumber)
  const before = await requireOperator(db, operatorId, await centreToday(db))
  const codes = await readCodeIds(db)
  const isHiredAgain =
    before.leftOn !== null && change.hiredOn !== undefined && change.hiredOn > before.leftOn
  if (isHiredAgain && before.leftOn !== null) {
    const { hiredOn, leftOn } = before
    await keepEmployment(db, { centerId, operatorId, hiredOn, leftOn })
  }
  await updateOperator(db, operatorId, {
    ...columnsOf(change, codes),
    ...(isHiredAgain && change.leftOn === undefined ? { left_on: null } : {}),
  })
  return readCard(db, operatorId)
}

function columnsOf(change: OperatorChange, codes: CodeIds) {
  const columns = {
    personnel_number: change.personnelNumber,
    full_name: change.fullName,
    kind: change.kind,
    takes_contacts: change.takesContacts,
    position: change.position,
    workplace: change.workplace,
    hired_on: change.hiredOn,
    left_on: change.leftOn,
    user_id: change.userId,
    site_id: change.siteCode === undefined ? undefined : idOf(codes, 'site', change.siteCode),
    team_id: change.teamCode === undefined ? undefined : teamIdOf(codes, change.teamCode),
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}

/** @throws {ProblemError} `operator-unknown`, `contract-unknown`, `contract-before-hiring` */
export async function changeContract(
  db: Db,
  { centerId, operatorId }: Whose,
  order: { readonly fromDate: string; readonly contractCode: string },
): Promise<OperatorCard> {
  const { hiredOn } = await requireOperator(db, operatorId, await centreToday(db))
  const contractId = idOf(await readCodeIds(db), 'contract', order.contractCode)
  if (order.fromDate < hiredOn) throw new ProblemError('contract-before-hiring')
  if (order.fromDate === hiredOn) await updateOperator(db, operatorId, { contract_id: contractId })
  else await putContract(db, { centerId, operatorId, fromDate: order.fromDate, contractId })
  return readCard(db, operatorId)
}

/** @throws {ProblemError} `operator-unknown`, `record-unknown` */
export async function takeBackContract(
  db: Db,
  operatorId: OperatorId,
  fromDate: string,
): Promise<OperatorCard> {
  await requireOperator(db, operatorId, await centreToday(db))
  if (!(await deleteContract(db, operatorId, fromDate))) throw new ProblemError('record-unknown')
  return readCard(db, operatorId)
}

function refuseIin(personnelNumber: string): void {
  if (isIin(personnelNumber)) throw new ProblemError('iin-refused')
}

function teamIdOf(codes: CodeIds, code: string | null): string | null {
  return code === null ? null : idOf(codes, 'team', code)
}

function idOf(codes: CodeIds, what: 'site' | 'team' | 'contract', code: string): string {
  const id = codes[`${what}s`].get(code)
  if (id === undefined) throw new ProblemError(`${what}-unknown`, { values: { code } })
  return id
}
