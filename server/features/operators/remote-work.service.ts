import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { centreToday, requireOperator } from './operators.service.ts'
import {
  deleteRemoteWork,
  endRemoteWork,
  insertRemoteWork,
  listRemoteSpans,
  listRemoteWork,
  lockRemoteWork,
} from './remote-work.queries.ts'
import type { NewRemoteWork, RemoteWorkRecords } from './remote-work.schema.ts'
import type { RemoteSpan } from './work-at-home.ts'

/** Who works from afar on some day from a date on: everybody, or one person. */
export async function readRemoteSpans(
  db: Db,
  fromDate: LocalDate,
  operatorId?: OperatorId,
): Promise<readonly RemoteSpan[]> {
  return listRemoteSpans(db, fromDate, operatorId)
}

/** @throws {ProblemError} `operator-unknown` */
export async function readRemoteWork(db: Db, operatorId: OperatorId): Promise<RemoteWorkRecords> {
  await requireOperator(db, operatorId, await centreToday(db))
  return { records: await listRemoteWork(db, operatorId) }
}

/** @throws {ProblemError} `operator-unknown`, `dates-disordered`, `remote-work-term`, `remote-work-overlaps` */
export async function addRemoteWork(
  db: Db,
  whose: { readonly centerId: CenterId; readonly operatorId: OperatorId },
  order: NewRemoteWork,
): Promise<RemoteWorkRecords> {
  await requireOperator(db, whose.operatorId, await centreToday(db))
  await lockRemoteWork(db, whose.operatorId)
  refuseOverlap(await listRemoteWork(db, whose.operatorId), order)
  await insertRemoteWork(db, whose, order)
  return readRemoteWork(db, whose.operatorId)
}

interface Which {
  readonly operatorId: OperatorId
  readonly id: string
}

/** @throws {ProblemError} `record-unknown`, `dates-disordered`, `remote-work-overlaps` for a later end */
export async function closeRemoteWork(
  db: Db,
  which: Which,
  toDate: string,
): Promise<RemoteWorkRecords> {
  await lockRemoteWork(db, which.operatorId)
  const records = await listRemoteWork(db, which.operatorId)
  const record = records.find(({ id }) => id === which.id)
  if (record === undefined) throw new ProblemError('record-unknown')
  const others = records.filter(({ id }) => id !== which.id)
  refuseOverlap(others, { fromDate: record.fromDate, toDate })
  await endRemoteWork(db, which, toDate)
  return readRemoteWork(db, which.operatorId)
}

/** @throws {ProblemError} `operator-unknown`, `record-unknown` */
export async function removeRemoteWork(db: Db, which: Which): Promise<RemoteWorkRecords> {
  if (!(await deleteRemoteWork(db, which))) throw new ProblemError('record-unknown')
  return readRemoteWork(db, which.operatorId)
}

type Term = Pick<NewRemoteWork, 'fromDate' | 'toDate'>

/** Of two records of a day nobody could say which counts. */
function refuseOverlap(others: readonly Term[], { fromDate, toDate }: Term): void {
  // The constraint on their order says it better.
  if (toDate !== null && toDate < fromDate) return
  const other = others.find(
    (one) =>
      (toDate === null || one.fromDate <= toDate) &&
      (one.toDate === null || fromDate <= one.toDate),
  )
  if (other === undefined) return
  throw new ProblemError('remote-work-overlaps', {
    values: { from: other.fromDate, to: other.toDate ?? 'open' },
  })
}
