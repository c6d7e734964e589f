import type { CenterId } from '#forecasting/kernel/units.ts'
import type { Language } from '#server/platform/db/column-types.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError, type ProblemPlace } from '#server/platform/http/problem.ts'

import { readRulesAhead } from '../labour-rules/rules-ahead.service.ts'
import { countPeopleByContract } from '../operators/operators.service.ts'
import { rulesOf } from '../schedules/problem/rule-figures.ts'
import { contractFaults, knownShapes, lawFiguresOf } from './contract-faults.ts'
import { deleteTerms, hasPeople, insertTerms, listTerms, updateTerms } from './contracts.queries.ts'
import { wordFault } from './fault-texts.ts'
import { faultsUnder, once, readTerms } from './faults-under.service.ts'
import { shiftShapeFaults } from './shift-shape-faults.ts'
import {
  deleteShape,
  insertShape,
  listRulesNaming,
  listShapes,
  updateShape,
} from './shift-shapes.queries.ts'
import type {
  NewShape,
  NewTerms,
  ShapeChange,
  ShiftShape,
  TermsChange,
  WorkingTime,
} from './working-time.schema.ts'

/** Who asks, and in which language a refusal is to be said. */
interface Asker {
  readonly centerId: CenterId
  readonly language: Language
}

/** Kinds of shift and contracts: what a week can be made of. */
export async function readWorkingTime(db: Db): Promise<WorkingTime> {
  const people = await countPeopleByContract(db)
  const contracts = await listTerms(db)
  return {
    shapes: await listShapes(db),
    contracts: contracts.map((one) => ({ ...one, people: people.get(one.code) ?? 0 })),
  }
}

/** @throws {ProblemError} `shift-shape-refused` with every fault, `name-taken` */
export async function addShape(db: Db, shape: NewShape, asker: Asker): Promise<WorkingTime> {
  await checkShape(db, shape, asker.language)
  await insertShape(db, asker.centerId, shape)
  return readWorkingTime(db)
}

/**
 * Changes a kind of shift for everything that is planned from now on. Where shifts of it are planned its
 * length and breaks stay: they would tell of other hours than were worked.
 *
 * @throws {ProblemError} as `addShape`, also for a contract that would no longer hold; and
 *   `record-unknown`, `shift-shape-used`
 */
export async function changeShape(
  db: Db,
  code: string,
  change: ShapeChange,
  { language }: Asker,
): Promise<WorkingTime> {
  const before = await requireShape(db, code)
  const isSame =
    before.spanMinutes === change.spanMinutes &&
    JSON.stringify(before.breaks.map(inOrder)) === JSON.stringify(change.breaks.map(inOrder))
  if (before.isUsed && !isSame) throw new ProblemError('shift-shape-used', { values: { code } })
  await checkShape(db, change, language)
  const faults = await allFaults(db, language)
  await updateShape(db, code, change)
  const since = (await allFaults(db, language)).filter(
    (one) => !faults.some((old) => old.pointer === one.pointer && old.detail === one.detail),
  )
  if (since.length > 0) throw new ProblemError('shift-shape-refused', { errors: once(since) })
  return readWorkingTime(db)
}

/** What kinds of shift and contracts break as they stand, under the rules of today and those to come. */
async function allFaults(db: Db, language: Language): Promise<ProblemPlace[]> {
  const terms = await readTerms(db)
  const sets = await readRulesAhead(db)
  return sets.flatMap((rules) => faultsUnder(terms, rules, language))
}

function inOrder({ kind, lengthMinutes, fromMinutes, toMinutes }: ShapeChange['breaks'][number]) {
  return [kind, lengthMinutes, fromMinutes, toMinutes]
}

/** @throws {ProblemError} `record-unknown`, `shift-shape-used`, `still-named` by contracts or rules */
export async function dropShape(db: Db, code: string): Promise<WorkingTime> {
  const { isUsed, contracts } = await requireShape(db, code)
  if (isUsed) throw new ProblemError('shift-shape-used', { values: { code } })
  refuseNamed(code, [...contracts, ...(await listRulesNaming(db, code))])
  await deleteShape(db, code)
  return readWorkingTime(db)
}

/** @throws {ProblemError} `contract-refused` with every fault, `name-taken` */
export async function addTerms(db: Db, terms: NewTerms, asker: Asker): Promise<WorkingTime> {
  await checkTerms(db, terms, asker.language)
  await insertTerms(db, asker.centerId, terms)
  return readWorkingTime(db)
}

/**
 * Changes a contract at once for everybody under it: plans that exist are held against the new terms.
 *
 * @throws {ProblemError} as `addTerms`, and `record-unknown`
 */
export async function changeTerms(
  db: Db,
  code: string,
  change: TermsChange,
  asker: Asker,
): Promise<WorkingTime> {
  await requireTerms(db, code)
  await checkTerms(db, change, asker.language)
  await updateTerms(db, asker.centerId, code, change)
  return readWorkingTime(db)
}

/** @throws {ProblemError} `record-unknown`, `contract-used` by people, `still-named` by rules */
export async function dropTerms(db: Db, code: string): Promise<WorkingTime> {
  await requireTerms(db, code)
  if (await hasPeople(db, code)) throw new ProblemError('contract-used', { values: { code } })
  refuseNamed(code, await listRulesNaming(db, code))
  await deleteTerms(db, code)
  return readWorkingTime(db)
}

async function requireShape(db: Db, code: string): Promise<ShiftShape> {
  const shape = (await listShapes(db)).find((one) => one.code === code)
  if (shape === undefined) throw new ProblemError('record-unknown')
  return shape
}

async function requireTerms(db: Db, code: string): Promise<void> {
  const known = await listTerms(db)
  if (!known.some((one) => one.code === code)) throw new ProblemError('record-unknown')
}

function refuseNamed(code: string, by: readonly string[]): void {
  if (by.length > 0) throw new ProblemError('still-named', { values: { code, by: by.join(', ') } })
}

async function checkShape(db: Db, shape: ShapeChange, language: Language): Promise<void> {
  const sets = await readRulesAhead(db)
  const faults = sets.flatMap((rules) =>
    shiftShapeFaults(shape, rulesOf({ rules }), lawFiguresOf(rules).shiftMaxMinutes),
  )
  if (faults.length === 0) return
  throw new ProblemError('shift-shape-refused', {
    errors: once(faults.map((fault) => wordFault(fault, language))),
  })
}

async function checkTerms(db: Db, terms: TermsChange, language: Language): Promise<void> {
  const shapes = knownShapes(await listShapes(db))
  const sets = await readRulesAhead(db)
  const faults = sets.flatMap((rules) => contractFaults(terms, shapes, lawFiguresOf(rules)))
  if (faults.length === 0) return
  throw new ProblemError('contract-refused', {
    errors: once(faults.map((fault) => wordFault(fault, language))),
  })
}
