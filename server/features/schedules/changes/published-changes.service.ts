import { addDays, type LocalDate, localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs, OperatorId } from '#forecasting/kernel/units.ts'
import { coverageOf } from '#forecasting/scheduling/coverage.ts'
import type { Language } from '#server/platform/db/column-types.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { breachesBeyond } from '../breaches/breaches-beyond.ts'
import { violationsOf } from '../breaches/check-publishable.ts'
import { plannerBreaches } from '../breaches/planner-breaches.ts'
import { loadSchedule, type LoadedSchedule } from '../load-schedule.ts'
import { readDemandSteps } from '../problem/demand-steps.queries.ts'
import { toPlan } from '../problem/plan-schedule.ts'
import { withSessions } from '../problem/session-pauses.ts'
import { workedShapeId } from '../problem/worked-shape.ts'
import { findPublished } from '../publishing/published.queries.ts'
import { publishOnRecord } from '../publishing/trainee-uses.ts'
import { changedSettings } from '../publishing/version-change.ts'
import { insertSchedule, readShifts } from '../schedules.queries.ts'
import type { Shift, Violation } from '../schedules.schema.ts'
import { stored } from './plan-changes.service.ts'
import { alone } from './shift-effect.service.ts'
import { wishedShift } from './wished-shift.ts'

/** A published shift, by its person and its start: both outlive a new version. */
export interface ShiftPlace {
  readonly operatorId: OperatorId
  readonly startsAt: string
}

/** What becomes of what is published: people ask for the first two, a planner or supervisor says the third. */
export type PublishedChange =
  | { readonly kind: 'swap'; readonly own: ShiftPlace; readonly other: ShiftPlace }
  | {
      readonly kind: 'leave'
      readonly operatorId: OperatorId
      readonly fromDate: string
      readonly toDate: string
    }
  | { readonly kind: 'place'; readonly own: ShiftPlace; readonly workPlace: Shift['workPlace'] }

export interface PublishedEffect {
  readonly added: readonly Violation[]
  readonly removed: readonly Violation[]
  /** Agent-hours missing in the schedules that it touches. */
  readonly shortHours: { readonly before: number; readonly after: number }
  /** Shifts that nobody works any more. */
  readonly dropped: readonly Shift[]
}

/** Somebody's published shifts that end after an instant, by their start. */
export async function readPublishedShifts(
  db: Db,
  operatorId: OperatorId,
  sinceMs: number,
): Promise<{
  readonly shifts: readonly Shift[]
  /** Days that a published schedule covers, both ends included. */
  readonly published: readonly { readonly fromDate: string; readonly toDate: string }[]
}> {
  // A shift of the day before may end after the instant, and the centre's day may be another than that of UTC.
  const fromDate = addDays(localDateOf(sinceMs as EpochMs, 'UTC'), -2)
  const published = await findPublished(db, { fromDate })
  const lists = await Promise.all(published.map(({ id }) => readShifts(db, id, { operatorId })))
  return {
    shifts: lists
      .flat()
      .filter((one) => Date.parse(one.endsAt) > sinceMs)
      .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt)),
    published: published.map((row) => ({
      fromDate: row.from_date,
      toDate: addDays(row.from_date as LocalDate, row.days - 1),
    })),
  }
}

export interface PublishedShift {
  readonly scheduleId: string
  readonly shift: Shift
  readonly publishedBy: string | null
  readonly publishedAt: string | null
}

/** A published shift with the version that it stands in; undefined where there is none. */
export async function findPublishedShift(
  db: Db,
  { operatorId, startsAt }: ShiftPlace,
): Promise<PublishedShift | undefined> {
  const startMs = Date.parse(startsAt) as EpochMs
  // Its day, and the one before and after, for centres on either side of UTC.
  const date = localDateOf(startMs, 'UTC')
  const around = { fromDate: addDays(date, -1), toDate: addDays(date, 1) }
  for (const row of await findPublished(db, around)) {
    const own = await readShifts(db, row.id, { operatorId })
    const shift = own.find((one) => Date.parse(one.startsAt) === startMs)
    if (shift === undefined) continue
    const { published_by: publishedBy, published_at: publishedAt } = row
    return {
      scheduleId: row.id,
      shift,
      publishedBy,
      publishedAt: publishedAt?.toISOString() ?? null,
    }
  }
  return undefined
}

/**
 * What a change would do to rules and cover of what is published; stores nothing.
 *
 * @throws {ProblemError} `shift-unknown` for a shift that is no longer published
 */
export async function effectOfPublished(
  db: Db,
  change: PublishedChange,
  language: Language,
): Promise<PublishedEffect> {
  const touched = await loadTouched(db, change)
  const effects = touched.map((before) => effect(before, applied(before, change), change, language))
  const sum = (pick: (one: PublishedEffect) => number): number =>
    Math.round(effects.reduce((total, one) => total + pick(one), 0) * 100) / 100
  return {
    added: effects.flatMap(({ added }) => added),
    removed: effects.flatMap(({ removed }) => removed),
    dropped: effects.flatMap(({ dropped }) => dropped),
    shortHours: {
      before: sum(({ shortHours }) => shortHours.before),
      after: sum(({ shortHours }) => shortHours.after),
    },
  }
}

/**
 * Puts a change into force: a new version with it takes the place of what was published, which stays as
 * it was in the record.
 *
 * @throws {ProblemError} `shift-unknown`, and `schedule-breaks-rules` where it breaks a rule anew
 */
export async function putIntoForce(
  db: Db,
  change: PublishedChange,
  { by, language }: { readonly by: string; readonly language: Language },
): Promise<void> {
  for (const before of await loadTouched(db, change)) {
    const after = applied(before, change)
    const { added } = effect(before, after, change, language)
    const hard = added.filter((violation) => violation.hard)
    if (hard.length > 0) {
      throw new ProblemError('schedule-breaks-rules', {
        values: { count: hard.length },
        errors: hard.map(({ operatorName, text }) => ({
          pointer: operatorName ?? '',
          detail: text,
        })),
      })
    }
    const { row, rows } = before
    const shapeIds = new Map(rows.shapes.map(({ code, id }) => [code, id]))
    const made = await insertSchedule(
      db,
      {
        centerId: row.center_id,
        requirementId: row.requirement_id,
        fromDate: row.from_date,
        days: row.days,
        seed: row.seed,
        engineVersion: row.engine_version,
        dataHash: row.data_hash,
        settings: changedSettings(row.settings, {
          changedFrom: row.id,
          change: change.kind === 'place' ? 'edit' : change.kind,
        }),
        summary: row.summary as object,
        madeBy: by,
      },
      after.shifts.map((shift) => stored(shift, shapeIds)),
      await readDemandSteps(db, row.id),
    )
    await publishOnRecord(db, made, { loaded: after, by })
  }
}

export interface SwapChoice {
  readonly operatorId: OperatorId
  readonly name: string
  readonly startsAt: string
  readonly endsAt: string
}

/** So many exchanges are looked at, the nearest in time first, and so many are offered. */
const LOOKED_AT = 300
const OFFERED = 20

/**
 * Colleagues who share a queue, and whose shifts could be exchanged for one's own without breaking a rule.
 *
 * @throws {ProblemError} `shift-unknown`, `shift-begun`
 */
export async function readSwapChoices(db: Db, own: ShiftPlace): Promise<SwapChoice[]> {
  const loaded = await loadWith(db, own)
  const mine = shiftAt(loaded, own)
  const nowMs = Date.now()
  if (Date.parse(mine.startsAt) <= nowMs) throw new ProblemError('shift-begun')
  const people = new Map(loaded.rows.operators.map((one) => [one.id, one]))
  const queuesOf = (id: OperatorId): readonly string[] =>
    (people.get(id)?.competentFor ?? []).map(({ queueId }) => queueId)
  const queues = new Set(queuesOf(own.operatorId))
  const apart = ({ startsAt }: Shift): number =>
    Math.abs(Date.parse(startsAt) - Date.parse(mine.startsAt))
  return loaded.shifts
    .filter(
      (shift) =>
        shift.operatorId !== own.operatorId &&
        Date.parse(shift.startsAt) > nowMs &&
        (shift.startsAt !== mine.startsAt || shift.shape !== mine.shape) &&
        queuesOf(shift.operatorId).some((queue) => queues.has(queue)),
    )
    .toSorted((a, b) => apart(a) - apart(b))
    .slice(0, LOOKED_AT)
    .filter((other) => isLegal(loaded, { kind: 'swap', own, other }))
    .slice(0, OFFERED)
    .map(({ operatorId, startsAt, endsAt }) => ({
      operatorId,
      name: people.get(operatorId)?.fullName ?? '',
      startsAt,
      endsAt,
    }))
}

function isLegal(loaded: LoadedSchedule, change: PublishedChange): boolean {
  const people = peopleOf(change)
  const broken = (one: LoadedSchedule): readonly Violation[] =>
    violationsOf(alone(one, people), 'en').filter(({ hard }) => hard)
  return breachesBeyond(broken(applied(loaded, change)), broken(loaded)).length === 0
}

function effect(
  before: LoadedSchedule,
  after: LoadedSchedule,
  change: PublishedChange,
  language: Language,
): PublishedEffect {
  const [old = [], now = []] = [before, after].map((one) => [
    ...violationsOf(alone(one, peopleOf(change)), language),
    ...plannerBreaches(one, toPlan(one), language),
  ])
  const kept = new Set(after.shifts.map(({ id }) => id))
  return {
    added: breachesBeyond(now, old),
    removed: breachesBeyond(old, now),
    dropped: before.shifts.filter(({ id }) => !kept.has(id)),
    shortHours: { before: shortHours(before), after: shortHours(after) },
  }
}

function shortHours(loaded: LoadedSchedule): number {
  const { instance } = loaded
  const missing = Object.values(coverageOf(instance, withSessions(toPlan(loaded), loaded))).flat()
  return (missing.reduce((sum, agents) => sum + agents, 0) * instance.intervalMin) / 60
}

function peopleOf(change: PublishedChange): readonly OperatorId[] {
  switch (change.kind) {
    case 'swap':
      return [change.own.operatorId, change.other.operatorId]
    case 'leave':
      return [change.operatorId]
    case 'place':
      return [change.own.operatorId]
  }
}

/** The published schedule as it would be. */
function applied(loaded: LoadedSchedule, change: PublishedChange): LoadedSchedule {
  if (change.kind === 'swap') {
    const own = shiftAt(loaded, change.own)
    const other = shiftAt(loaded, change.other)
    const shifts = loaded.shifts.map((shift) => {
      if (shift.id === own.id) return handedOver(shift, other.operatorId, loaded)
      return shift.id === other.id ? handedOver(shift, own.operatorId, loaded) : shift
    })
    return { ...loaded, shifts }
  }
  if (change.kind === 'place') {
    const own = shiftAt(loaded, change.own)
    const placed = { ...own, workPlace: change.workPlace }
    return { ...loaded, shifts: loaded.shifts.map((shift) => (shift === own ? placed : shift)) }
  }
  const { operatorId, fromDate, toDate } = change
  const isAway = (shift: Shift): boolean => {
    const date = localDateOf(Date.parse(shift.startsAt) as EpochMs, loaded.period.timezone)
    return shift.operatorId === operatorId && fromDate <= date && date <= toDate
  }
  return { ...loaded, shifts: loaded.shifts.filter((shift) => !isAway(shift)) }
}

/** As another person works it: breaks that are due to one of them alone go or come. */
function handedOver(shift: Shift, operatorId: OperatorId, { rows, period }: LoadedSchedule): Shift {
  const planned = { rows, period }
  const [before, after] = [shift.operatorId, operatorId].map((id) =>
    workedShapeId(id, shift.shape, planned),
  )
  // Where it is worked was set for whoever had it.
  const theirs = { ...shift, operatorId, workPlace: null }
  if (before === after) return theirs
  return { ...wishedShift(theirs, { shape: shift.shape }, planned), origin: shift.origin }
}

async function loadTouched(db: Db, change: PublishedChange): Promise<readonly LoadedSchedule[]> {
  if (change.kind === 'swap') {
    const loaded = await loadWith(db, change.own)
    shiftAt(loaded, change.other)
    return [loaded]
  }
  if (change.kind === 'place') return [await loadWith(db, change.own)]
  const { fromDate, toDate, operatorId } = change
  const rows = await findPublished(db, {
    fromDate: fromDate as LocalDate,
    toDate: toDate as LocalDate,
  })
  const loaded = await Promise.all(rows.map(({ id }) => loadSchedule(db, id)))
  return loaded.filter(({ shifts }) => shifts.some((shift) => shift.operatorId === operatorId))
}

/** The published schedule that holds a shift. */
async function loadWith(db: Db, place: ShiftPlace): Promise<LoadedSchedule> {
  const found = await findPublishedShift(db, place)
  if (found === undefined) throw new ProblemError('shift-unknown')
  return loadSchedule(db, found.scheduleId)
}

function shiftAt({ shifts }: LoadedSchedule, place: ShiftPlace): Shift {
  const shift = shifts.find((one) => isAt(one, place))
  if (shift === undefined) throw new ProblemError('shift-unknown')
  return shift
}

function isAt(shift: Shift, { operatorId, startsAt }: ShiftPlace): boolean {
  return shift.operatorId === operatorId && Date.parse(shift.startsAt) === Date.parse(startsAt)
}
